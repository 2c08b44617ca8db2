import MemberBook

/// What the cells of a date column show about the order of day and month: a date such as 13/01/2024 can be read in one
/// way alone.
struct DateStyleEvidence: Sendable {
  private var showsDayFirst = false
  private var showsMonthFirst = false

  /// Takes account of a cell; one that is no date with the year last, or that could be read either way, says nothing.
  mutating func look(at cell: ByteSpan) {
    // Most columns have the year first.
    if cell.count > 3, isDigit(cell[0]), isDigit(cell[1]), isDigit(cell[2]) { return }
    let dayFirst = DateReading(cell, style: .dmy).isDay
    let monthFirst = DateReading(cell, style: .mdy).isDay
    guard dayFirst != monthFirst else { return }
    if dayFirst { showsDayFirst = true } else { showsMonthFirst = true }
  }

  mutating func merge(_ other: DateStyleEvidence) {
    showsDayFirst = showsDayFirst || other.showsDayFirst
    showsMonthFirst = showsMonthFirst || other.showsMonthFirst
  }

  /// The style that all cells can be read in, where one of them can be read in no other.
  var settled: DateStyle? {
    if isContradictory { return nil }
    return showsDayFirst ? .dmy : showsMonthFirst ? .mdy : nil
  }

  /// Some cells have the day first, others the month.
  var isContradictory: Bool { showsDayFirst && showsMonthFirst }
}

extension DateReading {
  fileprivate var isDay: Bool {
    switch self {
    case .moment, .before1900: true
    case .blank, .unreadable, .unclear, .doesNotExist: false
    }
  }
}
