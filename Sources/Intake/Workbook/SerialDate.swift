import MemberBook
import Quantities

/// The day that a workbook counts its dates from.
enum DateSystem: Sendable {
  /// Day 1 is 1900-01-01, and day 60 a 29 February 1900 that never was.
  case from1900
  /// Day 0 is 1904-01-01.
  case from1904

  /// 9999-12-31.
  fileprivate var lastDay: UInt64 { self == .from1900 ? 2_958_465 : 2_957_003 }

  /// The calendar's day; nil for the one that never was. `serial` is at most `lastDay`.
  fileprivate func day(_ serial: Int) -> Day? {
    switch self {
    case .from1900: serial == 60 ? nil : Day(number: Int32(serial - (serial < 60 ? 25_568 : 25_569)))
    case .from1904: Day(number: Int32(serial - 24_107))
    }
  }
}

/// Adds the date that `serial` counts, to the nearest second: `2024-01-05`, with a time behind it where the format shows
/// one or it is not midnight, and below one day the time alone. False, with nothing added, for what is no date.
func appendDate(_ serial: DecimalNumber, _ system: DateSystem, showsTime: Bool, to bytes: inout [UInt8]) -> Bool {
  guard !serial.isNegative || serial.digits == 0, let (whole, fraction) = serial.split, whole <= system.lastDay else {
    return false
  }
  // The fraction has 13 decimals, so that this stays below 2^63.
  var second = Int((fraction * 86_400 + 5_000_000_000_000) / 10_000_000_000_000)
  if whole == 0 {
    appendClock(min(second, 86_399), to: &bytes)
    return true
  }
  var day = whole
  if second == 86_400 { (day, second) = (day + 1, 0) }
  guard day <= system.lastDay else { return false }
  if let found = system.day(Int(day)) {
    appendDay(found, to: &bytes)
  } else {
    bytes += "1900-02-29".utf8
  }
  if showsTime || second != 0 {
    bytes.append(0x20)
    appendClock(second, to: &bytes)
  }
  return true
}

/// Adds the text of an ISO 8601 date or time, `2024-01-05T09:07:00.000`, in the same form. False, with nothing added, for
/// what is none.
func appendISODate(_ text: ByteSpan, showsTime: Bool, to bytes: inout [UInt8]) -> Bool {
  var copy: [UInt8] = []
  for i in 0..<text.count where i + 1 < text.count || text[i] != UInt8(ascii: "Z") { copy.append(text[i]) }
  if case .time(let second) = TimeReading(copy.span) {
    appendClock(Int(second), to: &bytes)
    return true
  }
  guard case .moment(let day, let second) = DateReading(copy.span) else { return false }
  appendDay(day, to: &bytes)
  if let second, showsTime || second != 0 {
    bytes.append(0x20)
    appendClock(Int(second), to: &bytes)
  }
  return true
}

extension DecimalNumber {
  /// The whole part and 13 decimals of the rest; nil beyond 2^63.
  fileprivate var split: (whole: UInt64, fraction: UInt64)? {
    if digits == 0 { return (0, 0) }
    if exponent >= 0 {
      guard exponent < 19 else { return nil }
      let (whole, isHuge) = digits.multipliedReportingOverflow(by: tens(exponent))
      return isHuge ? nil : (whole, 0)
    }
    let places = -exponent
    if places > 18 { return (0, places > 31 ? 0 : digits / tens(places - 13)) }
    let rest = digits % tens(places)
    return (digits / tens(places), places <= 13 ? rest * tens(13 - places) : rest / tens(places - 13))
  }
}

/// 10 to the power of 0...19.
private func tens(_ power: Int) -> UInt64 {
  var result: UInt64 = 1
  for _ in 0..<power { result *= 10 }
  return result
}

private func appendDay(_ day: Day, to bytes: inout [UInt8]) {
  let parts = day.components
  appendTwo(parts.year / 100, to: &bytes)
  appendTwo(parts.year % 100, to: &bytes)
  bytes.append(UInt8(ascii: "-"))
  appendTwo(parts.month, to: &bytes)
  bytes.append(UInt8(ascii: "-"))
  appendTwo(parts.day, to: &bytes)
}

private func appendClock(_ second: Int, to bytes: inout [UInt8]) {
  appendTwo(second / 3600, to: &bytes)
  bytes.append(UInt8(ascii: ":"))
  appendTwo(second / 60 % 60, to: &bytes)
  bytes.append(UInt8(ascii: ":"))
  appendTwo(second % 60, to: &bytes)
}

/// `number`, below 100, in two digits.
private func appendTwo(_ number: Int, to bytes: inout [UInt8]) {
  bytes.append(UInt8(truncatingIfNeeded: 0x30 + number / 10))
  bytes.append(UInt8(truncatingIfNeeded: 0x30 + number % 10))
}
