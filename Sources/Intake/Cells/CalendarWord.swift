/// Names of months and weekdays in dates.
enum CalendarWord {
  /// An English month, whole or as its first three letters (Sept too): its number.
  static func acceptMonth(_ reader: inout CellReader) -> Int? {
    reader.accept(oneOf: months).map { $0 % 12 + 1 }
  }

  /// An English or Chinese weekday, also in brackets.
  static func acceptWeekday(_ reader: inout CellReader) -> Bool {
    let start = reader
    let isOpen = reader.accept("(")
    if reader.accept(oneOf: weekdays) != nil, !isOpen || reader.accept(")") { return true }
    reader = start
    return false
  }

  /// Month n of a year stands at n − 1 plus a multiple of twelve.
  private static let months = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER", "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEPT", "OCT", "NOV", "DEC",
  ]

  private static let weekdays: [String] =
    ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"].flatMap {
      [$0, String($0.prefix(3))]
    }
    + ["星期", "周", "週", "礼拜", "禮拜"].flatMap { week in "一二三四五六日天".map { week + String($0) } }
}
