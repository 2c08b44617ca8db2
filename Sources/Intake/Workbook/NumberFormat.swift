/// What the number format of a cell makes of a number.
enum NumberFormat: Sendable {
  case number
  case date
  /// With a time of day, or nothing but one.
  case time

  /// Excel's built-in formats. 27…36 and 50…58 are the dates and times of East Asian editions.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...22, 32...35, 45...47, 55, 56: self = .time
    default: self = .number
    }
  }

  /// A format's code: it is a date's when a letter of y, m, d, h, s stands in it outside quotes, brackets and escapes. A
  /// bracket may hold a count of hours, minutes or seconds too: `[h]`.
  init(code: some Collection<UInt8>) {
    var hasDay = false
    var hasTime = false
    var isQuoted = false
    var isSkipped = false
    var bracket: [UInt8]?
    for byte in code {
      if isSkipped {
        isSkipped = false
      } else if isQuoted {
        isQuoted = byte != UInt8(ascii: "\"")
      } else if let open = bracket {
        if byte == UInt8(ascii: "]") {
          let letters = Set(open.map { $0 | 0x20 })
          if letters.count == 1, !letters.isDisjoint(with: "hms".utf8) { hasTime = true }
          bracket = nil
        } else if open.count < 64 {
          bracket = open + [byte]
        }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isQuoted = true
        case UInt8(ascii: "["): bracket = []
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "!"): isSkipped = true
        default:
          switch byte | 0x20 {
          case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "m"): hasDay = true
          case UInt8(ascii: "h"), UInt8(ascii: "s"): hasTime = true
          default: break
          }
        }
      }
    }
    self = hasTime ? .time : hasDay ? .date : .number
  }
}
