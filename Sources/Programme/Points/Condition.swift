public import Messages
public import PlanLanguage
public import Quantities

/// Which lines of receipts something is for: a bonus, a benefit, what counts towards tiers (rule P5).
public indirect enum Condition: Hashable, Phrased {
  case daysOfMonth([MonthDayNumber])
  /// On these weekdays, from `from` inclusive to `until` exclusive where a slot is given.
  case weekdays([Weekday], slot: TimeSlot?)
  case slot(TimeSlot)
  case dates(DayRange)
  /// From one day of the year to another, both in, every year; it may run over the new year.
  case season(from: YearDay, to: YearDay)
  case categories([String])
  case stores([String])
  /// In the month of the member's birthday; never where it is not known.
  case birthdayMonth
  /// On the day of the year on which the member joined, in later years; 29 February counts as 28 February in common
  /// years.
  case joiningAnniversary
  /// Lines without a discount.
  case fullPrice
  case and(Condition, Condition)
  case or(Condition, Condition)
  case not(Condition)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    let parts =
      "day 8 · day last · weekday wed 14:00..17:00 · time 14:00..17:00 · date a..b · season 12-01..02-28"
      + " · category \"…\" · store \"…\" · birthday month · joining anniversary · full price"
    return Message("a condition: \(parts), joined by and, or, not", zh: "条件，可用 and、or、not 连接，如 \(parts)")
  }
  /// What Tab offers.
  public static var candidates: [String] {
    [
      "day", "weekday", "time", "date", "season", "category", "store", "birthday month", "joining anniversary",
      "full price",
    ]
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    self = try Condition(conjunction: &reader)
    while reader.accept(word: "or") { self = .or(self, try Condition(conjunction: &reader)) }
  }

  private init(conjunction reader: inout PhraseReader) throws(Diagnostic) {
    self = try Condition(atom: &reader)
    while reader.accept(word: "and") { self = .and(self, try Condition(atom: &reader)) }
  }

  private init(atom reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(.open) {
      self = try Condition(from: &reader)
      try reader.expect(.close)
    } else if reader.accept(word: "not") {
      self = .not(try Condition(atom: &reader))
    } else if reader.accept(word: "day") {
      self = .daysOfMonth(try [MonthDayNumber](from: &reader))
    } else if reader.accept(word: "weekday") {
      let days = try reader.weekdays()
      if case .time? = reader.next?.kind {
        self = .weekdays(days, slot: try TimeSlot(from: &reader))
      } else {
        self = .weekdays(days, slot: nil)
      }
    } else if reader.accept(word: "time") {
      self = .slot(try TimeSlot(from: &reader))
    } else if case .time? = reader.next?.kind {
      self = .slot(try TimeSlot(from: &reader))
    } else if reader.accept(word: "date") {
      self = .dates(try DayRange(from: &reader))
    } else if reader.accept(word: "season") {
      let from = try YearDay(from: &reader)
      try reader.expect(.range)
      self = .season(from: from, to: try YearDay(from: &reader))
    } else if reader.accept(word: "category") {
      self = .categories(try reader.names(of: "category"))
    } else if reader.accept(word: "store") {
      self = .stores(try reader.names(of: "store"))
    } else if reader.accept(words: "birthday month") {
      self = .birthdayMonth
    } else if reader.accept(words: "joining anniversary") {
      self = .joiningAnniversary
    } else if reader.accept(words: "full price") {
      self = .fullPrice
    } else {
      throw reader.noChoice(of: Self.candidates, form: Self.form)
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .daysOfMonth(let days): "day " + days.text(in: notation)
    case .weekdays(let days, let slot):
      "weekday " + days.map(\.short).joined(separator: ", ") + (slot.map { " " + $0.text(in: notation) } ?? "")
    case .slot(let slot): "time " + slot.text(in: notation)
    case .dates(let range): "date " + range.text(in: notation)
    case .season(let from, let to): "season \(from.text(in: notation))..\(to.text(in: notation))"
    case .categories(let names): "category " + names.map(quoted).joined(separator: ", ")
    case .stores(let names): "store " + names.map(quoted).joined(separator: ", ")
    case .birthdayMonth: "birthday month"
    case .joiningAnniversary: "joining anniversary"
    case .fullPrice: "full price"
    case .and(let one, let other): one.text(within: 2, notation) + " and " + other.text(within: 3, notation)
    case .or(let one, let other): one.text(within: 1, notation) + " or " + other.text(within: 2, notation)
    case .not(let one): "not " + one.text(within: 3, notation)
    }
  }

  /// In brackets where it binds less tightly than `level`.
  private func text(within level: Int, _ notation: Notation) -> String {
    let own =
      switch self {
      case .or: 1
      case .and: 2
      case .not, .daysOfMonth, .weekdays, .slot, .dates, .season, .categories, .stores, .birthdayMonth,
        .joiningAnniversary, .fullPrice:
        3
      }
    return own < level ? "(" + text(in: notation) + ")" : text(in: notation)
  }
}

extension PhraseReader {
  /// Names of a kind, separated by commas.
  fileprivate mutating func names(of kind: String) throws(Diagnostic) -> [String] {
    var names = [try name(Name.form, of: kind)]
    while accept(.comma) { names.append(try name(Name.form, of: kind)) }
    return names
  }

  /// `wed`, `sat, sun` or `mon..fri`.
  mutating func weekdays() throws(Diagnostic) -> [Weekday] {
    let first = try weekday()
    if accept(.range) {
      let last = try weekday()
      let span = (last.rawValue - first.rawValue + 7) % 7
      return (0...span).map { Weekday.allCases[(first.rawValue + $0) % 7] }
    }
    var days = [first]
    while accept(.comma) { days.append(try weekday()) }
    return days
  }

  private mutating func weekday() throws(Diagnostic) -> Weekday {
    guard case .word(let word)? = next?.kind, let day = Weekday(word: word) else {
      throw noChoice(of: Weekday.allCases.map(\.short), form: Message("a weekday such as wed", zh: "星期，如 wed"))
    }
    advance()
    return day
  }
}
