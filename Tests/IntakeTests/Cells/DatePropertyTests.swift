import Quantities
import Testing
@testable import Intake

@Suite("Dates read back") struct DatePropertyTests {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// A moment in every form that is read, with the style it takes; and whether seconds are written.
  private static func forms(_ day: Day, _ second: Int) -> [(text: String, style: DateStyle, hasSeconds: Bool)] {
    let (year, month, date) = (Int(day.components.year), Int(day.components.month), Int(day.components.day))
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60)
    let (name, short) = (months[month - 1], String(months[month - 1].prefix(3)))
    let dates: [(String, DateStyle)] = [
      ("\(year)-\(two(month))-\(two(date))", .ymd), ("\(year)/\(month)/\(date)", .dmy),
      ("\(year).\(month).\(date)", .mdy),
      ("\(year)年\(month)月\(date)日", .ymd), ("\(two(date))/\(two(month))/\(year)", .dmy),
      ("\(date).\(month).\(year)", .dmy),
      ("\(month)-\(date)-\(year)", .mdy), ("\(date) \(short) \(year)", .mdy), ("\(name) \(date), \(year)", .dmy),
      ("\(two(date))-\(short.uppercased())-\(year)", .ymd), ("\(year)-\(two(month))-\(two(date)) 星期三", .ymd),
    ]
    let half = hour % 12 == 0 ? 12 : hour % 12
    let minutes = [
      "\(hour):\(two(minute))", "\(two(hour)):\(two(minute))", "\(half):\(two(minute)) \(hour < 12 ? "AM" : "PM")",
      "\(hour < 12 ? "上午" : "下午")\(half):\(two(minute))", "\(hour)时\(minute)分", "\(hour)點\(two(minute))分",
    ]
    let seconds = [
      "\(hour):\(two(minute)):\(two(second))", "\(two(hour)):\(two(minute)):\(two(second)).5Z",
      "\(half):\(two(minute)):\(two(second))\(hour < 12 ? "am" : "pm")", "\(hour)时\(minute)分\(second)秒",
      "\(two(hour)):\(two(minute)):\(two(second))-07:00",
    ]
    let glued = "\(year)\(two(month))\(two(date))\(two(hour))\(two(minute))"
    var forms: [(text: String, style: DateStyle, hasSeconds: Bool)] = [(glued, .ymd, false)]
    forms.append((glued + two(second), .dmy, true))
    for (date, style) in dates {
      for time in minutes { forms.append((date + " " + time, style, false)) }
      for time in seconds { forms.append((date + " " + time, style, true)) }
    }
    return forms
  }

  @Test("Any moment in any form") func moments() {
    var random = Dice(seed: 1)
    for _ in 0..<40 {
      let day = Day(number: Int32.random(in: -25_567...100_000, using: &random))
      let second = Int.random(in: 0..<86_400, using: &random)
      for form in Self.forms(day, second) {
        let expected = Int32(form.hasSeconds ? second : second / 60 * 60)
        for text in [form.text, Self.fullWidth(form.text)] {
          let found = DateReading(Array(text.utf8).span, style: form.style)
          #expect(found == .moment(day, second: expected), "\(text)")
        }
      }
    }
  }

  private static func fullWidth(_ text: String) -> String {
    var wide = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      wide.append((0x21...0x7E).contains(scalar.value) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
    }
    return String(wide)
  }

  @Test("No bytes stop the reading") func anything() {
    var random = Dice(seed: 1)
    let pieces = [
      "2024", "1", "05", "-", "/", "年", "月", "日", "上午", "下午", "PM", "Jan", "星期", "五", ":", "T", "Z", "+", "99999999999",
      "点",
      "分", " ", "(", ".", "１", "'",
    ]
    for _ in 0..<8_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...10, using: &random) {
        if Int.random(in: 0..<4, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += pieces.randomElement(using: &random).map { Array($0.utf8) } ?? []
        }
      }
      var evidence = DateStyleEvidence()
      evidence.look(at: bytes.span)
      for style in DateStyle.allCases {
        _ = DateReading(bytes.span, style: style)
        if case .time(let second) = TimeReading(bytes.span, style: style) { #expect((0..<86_400).contains(second)) }
      }
    }
  }
}
