public import Messages
public import PlanLanguage
public import Quantities

/// A part of the purchases: the lines and receipts that every one of its filters lets through.
public struct PurchasePart: Hashable, Sendable {
  /// One thing that purchases may be told apart by.
  public enum Filter: Hashable, Sendable {
    case categories([String])
    case stores([String])
    case channels([String])
    /// Saturdays and Sundays.
    case weekend
    /// Mondays to Fridays.
    case workday
    case weekdays([Weekday])
    /// From inclusive, until exclusive.
    case between(TimeOfDay, TimeOfDay)
    /// The price of a piece, both ends in; of a line where its quantity is not known.
    case price(Money, Money)
    /// Every year, both ends in; it may run over the new year.
    case season(YearDay, YearDay)
    /// On any of these holidays, of all where none is named; or within so long before one, not on it.
    case holidays([String], before: CalendarDuration?)
  }

  /// In the order written; a purchase counts where all of them let it through.
  public var filters: [Filter]

  /// The purchases that all of `filters` let through.
  public init(_ filters: [Filter]) { self.filters = filters }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "a part of the purchases: \(candidates.joined(separator: " · ")), joined by and",
      zh: "购买中的一部分：\(candidates.joined(separator: " · "))，用 and 连接")
  }
  /// What Tab offers.
  public static var candidates: [String] {
    [
      "category = \"…\"", "store = \"…\"", "channel = \"…\"", "weekend", "workday", "weekday fri",
      "between 14:00 and 17:00", "price 100..200", "season 12-01..02-28", "holiday 中秋", "within 7d before holiday",
    ]
  }
}

extension PurchasePart: Phrased {
  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    filters = []
    repeat { filters.append(try Filter(from: &reader)) } while reader.accept(word: "and")
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    filters.map { $0.text(in: notation) }.joined(separator: " and ")
  }
}

extension PurchasePart.Filter {
  init(from reader: inout PhraseReader) throws(Diagnostic) {
    // A quoted name alone is a category: `bought("GIFT")`.
    if case .text(let name)? = reader.next?.kind {
      reader.advance()
      self = .categories(try [name] + reader.further("category"))
    } else if reader.accept(word: "category") {
      self = .categories(try reader.names(of: "category"))
    } else if reader.accept(word: "store") {
      self = .stores(try reader.names(of: "store"))
    } else if reader.accept(word: "channel") {
      self = .channels(try reader.names(of: "channel"))
    } else if reader.accept(word: "weekend") {
      self = .weekend
    } else if reader.accept(word: "workday") {
      self = .workday
    } else if reader.accept(word: "weekday") {
      self = .weekdays(try reader.weekdays())
    } else if reader.accept(word: "between") {
      let start = reader.here
      let from = try TimeOfDay(from: &reader)
      try reader.expect(word: "and")
      let until = try TimeOfDay(from: &reader)
      guard from < until else {
        throw reader.problem(ReadingProblem.reversedRange("\(from)..\(until)"), from: start)
      }
      self = .between(from, until)
    } else if reader.accept(word: "price") {
      let start = reader.here
      let low = try Money(from: &reader)
      try reader.expect(.range)
      let high = try Money(from: &reader)
      guard low <= high else {
        let range = "\(low.text(in: Notation()))..\(high.text(in: Notation()))"
        throw reader.problem(ReadingProblem.reversedRange(range), from: start)
      }
      self = .price(low, high)
    } else if reader.accept(word: "season") {
      let from = try YearDay(from: &reader)
      try reader.expect(.range)
      self = .season(from, try YearDay(from: &reader))
    } else if reader.accept(word: "holiday") {
      self = .holidays(try reader.holidays(), before: nil)
    } else if reader.accept(word: "within") {
      let length = try CalendarDuration(from: &reader)
      try reader.expect(word: "before")
      try reader.expect(word: "holiday")
      self = .holidays(try reader.holidays(), before: length)
    } else {
      throw reader.noChoice(of: PurchasePart.candidates, form: PurchasePart.form)
    }
  }

  func text(in notation: Notation) -> String {
    switch self {
    case .categories(let names): "category = " + names.map(quoted).joined(separator: ", ")
    case .stores(let names): "store = " + names.map(quoted).joined(separator: ", ")
    case .channels(let names): "channel = " + names.map(quoted).joined(separator: ", ")
    case .weekend: "weekend"
    case .workday: "workday"
    case .weekdays(let days): "weekday " + days.map(\.short).joined(separator: ", ")
    case .between(let from, let until): "between \(from) and \(until)"
    case .price(let low, let high): "price \(low.text(in: notation))..\(high.text(in: notation))"
    case .season(let from, let to): "season \(from.text(in: notation))..\(to.text(in: notation))"
    case .holidays(let names, let length):
      (length.map { "within \($0) before " } ?? "") + "holiday"
        + (names.isEmpty ? "" : " " + names.map { spelled(name: $0) }.joined(separator: ", "))
    }
  }
}

extension PhraseReader {
  /// `= "a", "b"`: any of them.
  fileprivate mutating func names(of kind: String) throws(Diagnostic) -> [String] {
    try expect(.equal)
    return [try name(Name.form, of: kind)] + (try further(kind))
  }

  /// `中秋, 春节`; none where a bracket or `and` follows.
  fileprivate mutating func holidays() throws(Diagnostic) -> [String] {
    hint(.name(of: "holiday"))
    switch next?.kind {
    case .word("and"), .mark, nil: return []
    case .word, .text, .number, .day, .month, .quarter, .monthDay, .time, .reference, .newline: break
    }
    return [try name(Name.form, of: "holiday")] + (try further("holiday"))
  }

  fileprivate mutating func further(_ kind: String) throws(Diagnostic) -> [String] {
    var names: [String] = []
    while accept(.comma) { names.append(try name(Name.form, of: kind)) }
    return names
  }
}
