extension TimeReading {
  /// A time of day in any form, to the end of the cell. `afterMark`: a T stands before it.
  static func clock(_ reader: inout CellReader, afterMark: Bool = false) -> Int32? {
    var period = DayPeriod.accept(&reader)
    reader.skipBlanks()
    guard let written = shortNumber(&reader) else { return nil }
    guard let (minute, second, isPrecise) = minutes(&reader) else { return nil }
    reader.skipBlanks()
    if period == nil { period = DayPeriod.accept(&reader) }
    guard let hour = period.map({ $0.hour(written) }) ?? written else { return nil }
    reader.skipBlanks()
    guard passOffset(&reader, isAllowed: isPrecise || afterMark) else { return nil }
    reader.skipBlanks()
    return reader.isAtEnd ? self.second(hour, minute, second) : nil
  }

  /// What stands after the hour: `:07`, `:07:05.25`, `时7分`, `点`; and whether seconds were written.
  private static func minutes(_ reader: inout CellReader) -> (minute: Int, second: Int, isPrecise: Bool)? {
    if reader.accept(":") {
      guard reader.digitCount == 2, let minute = reader.number(ofDigits: 2) else { return nil }
      guard reader.accept(":") else { return (minute, 0, false) }
      guard reader.digitCount == 2, let second = reader.number(ofDigits: 2) else { return nil }
      if reader.accept(".") || reader.accept(","), reader.number() == nil { return nil }
      return (minute, second, true)
    }
    guard ["时", "時", "点", "點"].contains(where: { reader.accept($0) }) else { return nil }
    guard reader.isAtDigit else { return (0, 0, false) }
    guard let minute = shortNumber(&reader), reader.accept("分") else { return nil }
    guard reader.isAtDigit else { return (minute, 0, false) }
    guard let second = shortNumber(&reader), reader.accept("秒") else { return nil }
    return (minute, second, true)
  }

  /// Passes Z, UTC, GMT, +08:00, +0800 or +08 where one stands here; false where it is malformed, or an offset in digits
  /// stands after a time without seconds: 9:00-10:00 is a span of time.
  private static func passOffset(_ reader: inout CellReader, isAllowed: Bool) -> Bool {
    if reader.accept("Z") { return true }
    let isNamed = reader.accept("UTC") || reader.accept("GMT")
    guard reader.accept("+") || reader.accept("-") else { return true }
    guard isAllowed || isNamed, reader.digitCount == 2 || reader.digitCount == 4,
      let hours = reader.number(ofDigits: 2), hours <= 14
    else { return false }
    if reader.accept(":"), reader.digitCount != 2 { return false }
    guard reader.isAtDigit else { return true }
    return reader.number(ofDigits: 2).map { $0 < 60 } ?? false
  }

  /// A number of one or two digits.
  private static func shortNumber(_ reader: inout CellReader) -> Int? {
    let count = reader.digitCount
    return count == 1 || count == 2 ? reader.number(ofDigits: count) : nil
  }
}
