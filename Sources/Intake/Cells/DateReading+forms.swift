extension DateReading {
  /// Reads a date in any form, and what follows it.
  static func read(_ reader: inout CellReader, _ style: DateStyle) -> DateReading {
    // Excel's mark that what follows is text.
    reader.skipBlanks()
    if reader.accept("'") { reader.skipBlanks() }
    if reader.isAtEnd { return .blank }
    if CalendarWord.acceptWeekday(&reader) {
      _ = reader.accept(",")
      reader.skipBlanks()
    }
    if let month = CalendarWord.acceptMonth(&reader) { return monthNamedFirst(month, &reader) }
    switch reader.digitCount {
    case 1, 2: return yearLast(&reader, style)
    case 4: return yearFirst(&reader)
    case 8, 12, 14: return glued(&reader)
    default: return .unreadable
    }
  }

  /// 2024-1-5, 2024年1月5日, 2024-Jan-05.
  private static func yearFirst(_ reader: inout CellReader) -> DateReading {
    guard let year = reader.number(ofDigits: 4) else { return .unreadable }
    if reader.accept("年") {
      guard let month = shortNumber(&reader), reader.accept("月"), let day = shortNumber(&reader),
        reader.accept("日") || reader.accept("号") || reader.accept("號")
      else { return .unreadable }
      return end(&reader) { date(year, month, day, second: $0) }
    }
    guard let separator = acceptSeparator(&reader),
      let month = CalendarWord.acceptMonth(&reader) ?? shortNumber(&reader),
      reader.accept(separator), let day = shortNumber(&reader)
    else { return .unreadable }
    return end(&reader) { date(year, month, day, second: $0) }
  }

  /// 5/1/2024, 5 Jan 2024, and with a year of two digits, whose century cannot be told: 5/1/24, 24年1月5日.
  private static func yearLast(_ reader: inout CellReader, _ style: DateStyle) -> DateReading {
    guard let first = shortNumber(&reader) else { return .unreadable }
    if reader.accept("年") {
      guard shortNumber(&reader) != nil, reader.accept("月"), shortNumber(&reader) != nil, reader.accept("日") else {
        return .unreadable
      }
      return end(&reader) { _ in .unclear }
    }
    let separator = acceptSeparator(&reader)
    if separator == nil { reader.skipBlanks() }
    if let month = CalendarWord.acceptMonth(&reader) {
      if separator.map({ !reader.accept($0) }) ?? false { return .unreadable }
      _ = reader.accept(",")
      reader.skipBlanks()
      return year(&reader) { date($0, month, first, second: $1) }
    }
    guard let separator, let second = shortNumber(&reader), reader.accept(separator) else { return .unreadable }
    return year(&reader) { year, time in
      switch style {
      case .ymd: .unclear
      case .dmy: date(year, second, first, second: time)
      case .mdy: date(year, first, second, second: time)
      }
    }
  }

  /// Jan 5, 2024, after the month.
  private static func monthNamedFirst(_ month: Int, _ reader: inout CellReader) -> DateReading {
    let separator = acceptSeparator(&reader)
    reader.skipBlanks()
    guard let day = shortNumber(&reader) else { return .unreadable }
    if let separator, separator != ".", !reader.accept(separator) { return .unreadable }
    _ = reader.accept(",")
    reader.skipBlanks()
    return year(&reader) { date($0, month, day, second: $1) }
  }

  /// 20240105, 202401050907, 20240105090700. A run of digits that cannot be day and time is no date at all.
  private static func glued(_ reader: inout CellReader) -> DateReading {
    let count = reader.digitCount
    guard let year = reader.number(ofDigits: 4), let month = reader.number(ofDigits: 2),
      let day = reader.number(ofDigits: 2)
    else { return .unreadable }
    if count == 8 { return end(&reader) { date(year, month, day, second: $0) } }
    guard let hour = reader.number(ofDigits: 2), let minute = reader.number(ofDigits: 2),
      let second = count == 12 ? 0 : reader.number(ofDigits: 2), (1...12).contains(month), (1...31).contains(day),
      let time = TimeReading.second(hour, minute, second)
    else { return .unreadable }
    reader.skipBlanks()
    return reader.isAtEnd ? date(year, month, day, second: time) : .unreadable
  }

  /// The year that ends a date, and the time after it; unclear where it has two digits.
  private static func year(_ reader: inout CellReader, _ reading: (Int, Int32?) -> DateReading) -> DateReading {
    guard let year = reader.number() else { return .unreadable }
    switch year.digits {
    case 4: return end(&reader) { reading(year.value, $0) }
    case 1, 2: return end(&reader) { _ in .unclear }
    default: return .unreadable
    }
  }

  /// What follows a date: nothing, a weekday, a time, or both; else the cell is unreadable.
  private static func end(_ reader: inout CellReader, _ reading: (Int32?) -> DateReading) -> DateReading {
    if reader.accept("T") {
      // A weekday may begin so too, but no date is written without a blank before that.
      guard reader.isAtDigit, let second = TimeReading.clock(&reader, afterMark: true) else { return .unreadable }
      return reading(second)
    }
    reader.skipBlanks()
    if CalendarWord.acceptWeekday(&reader) { reader.skipBlanks() }
    if reader.isAtEnd { return reading(nil) }
    if reader.accept(",") { reader.skipBlanks() }
    guard let second = TimeReading.clock(&reader) else { return .unreadable }
    return reading(second)
  }

  /// A number of one or two digits.
  private static func shortNumber(_ reader: inout CellReader) -> Int? {
    let count = reader.digitCount
    return count == 1 || count == 2 ? reader.number(ofDigits: count) : nil
  }

  private static func acceptSeparator(_ reader: inout CellReader) -> String? {
    ["-", "/", "."].first { reader.accept($0) }
  }
}
