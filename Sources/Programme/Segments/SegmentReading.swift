import Messages
import PlanLanguage
import Quantities

/// How the comparisons of a segment's condition are read.
extension PhraseReader {
  /// `measure [(part)] [in period] operator value`, `… in low..high`, or a segment's name.
  mutating func comparison() throws(Diagnostic) -> SegmentCondition {
    let start = here
    for name in SegmentCondition.candidates { hint(.words(name)) }
    for kind in ConditionName.kinds where accept(word: kind) {
      let isInBrackets = accept(.open)
      let named = ConditionName(try name(Name.form, of: kind), kind: kind, at: previous)
      if isInBrackets { try expect(.close) }
      return .segment(named)
    }
    for kind in ConditionName.kinds { hint(.name(of: kind)) }
    if accept(words: "weekend share") {
      var call = MeasureCall(.measure(.share), part: PurchasePart([.weekend]), at: start)
      call.period = try period(of: .share)
      return try comparison(of: call)
    }
    guard let subject = try subject() else { throw unexpected(SegmentCondition.form) }
    guard case .measure(let measure) = subject else {
      guard case .attribute(let name) = subject else { throw unexpected(SegmentCondition.form) }
      if isComparison || isNext(word: "in") { return try comparison(of: MeasureCall(subject, at: start)) }
      return .segment(ConditionName(name, at: start))
    }
    var call = MeasureCall(.measure(measure), at: start)
    try readBrackets(of: measure, from: start, into: &call)
    call.period = try period(of: measure)
    if measure.unit == .truth { return .holds(call) }
    return try comparison(of: call)
  }

  /// A measure by its name, else a column or a segment.
  private mutating func subject() throws(Diagnostic) -> MeasureCall.Subject? {
    switch next?.kind {
    case .text(let name):
      advance()
      return .attribute(name)
    case .reference(let name) where isAsking:
      advance()
      return .attribute(name)
    case .word(let word) where !clauseWords.contains(word):
      advance()
      if next?.kind == .mark(.dot), case .word(let last)? = afterNext?.kind,
        let measure = SegmentMeasure.named("\(word).\(last)")
      {
        advance()
        advance()
        return .measure(measure)
      }
      return SegmentMeasure.named(word).map { .measure($0) } ?? .attribute(word)
    case .word, .number, .day, .month, .quarter, .monthDay, .time, .reference, .mark, .newline, nil: return nil
    }
  }

  /// What narrows a measure: a part of the purchases, or names.
  private mutating func readBrackets(
    of measure: SegmentMeasure, from start: SourceSpan, into call: inout MeasureCall
  ) throws(Diagnostic) {
    switch measure.facts.part {
    case .none:
      return
    case .optional:
      guard accept(.open) else { return }
    case .required, .oneName:
      guard accept(.open) else { throw Diagnostic(SegmentProblem.partMissing(measure), at: start) }
    case .names:
      guard accept(.open) else { return }
    }
    switch measure.facts.part {
    case .names(let kind):
      repeat { call.names.append(try name(Name.form, of: kind)) } while accept(.comma)
    case .oneName(let kind): call.names = [try name(Name.form, of: kind)]
    case .none, .optional, .required:
      hint(PurchasePart.candidates.map { .words($0) })
      call.part = try PurchasePart(from: &self)
    }
    try expect(.close)
  }

  /// `in last 90d`, `in 2026-Q1`: an `in` that no range of values can follow.
  private mutating func period(of measure: SegmentMeasure) throws(Diagnostic) -> Period? {
    guard measure.facts.takesPeriod, isNext(word: "in") else {
      if measure.facts.takesPeriod { hint(.words("in last 12mo")) }
      return nil
    }
    var ahead = self
    ahead.advance()
    if ahead.isNext(word: "last") {
      self = ahead
      advance()
      return .last(try CalendarDuration(from: &self))
    }
    switch ahead.next?.kind {
    case .day, .month, .quarter: break
    // A bare number is a year where no `..` follows.
    case .number(let number)? where number.unit == nil && ahead.afterNext?.kind != .mark(.range): break
    default: return nil
    }
    self = ahead
    return .days(try DayRange(from: &self))
  }

  private var isComparison: Bool {
    guard case .mark(let mark)? = next?.kind else { return false }
    return SegmentComparison.allCases.contains { $0.mark == mark }
  }

  private mutating func comparison(of call: MeasureCall) throws(Diagnostic) -> SegmentCondition {
    for comparison in SegmentComparison.allCases {
      guard let mark = comparison.mark, accept(mark) else { continue }
      let place = here
      let value = try SegmentValue(call.unit, from: &self)
      if call.unit == nil || call.unit == .name, case .name = value, case .attribute = call.subject,
        comparison != .equal, comparison != .notEqual
      {
        throw Diagnostic(SegmentProblem.textOrder(call.name), at: place)
      }
      return .compare(call, comparison, value)
    }
    guard accept(word: "in") else { throw unexpected(SegmentProblem.comparisonForm) }
    let start = here
    if call.unit == .day || call.unit == nil, startsDays {
      let range = try DayRange(from: &self)
      return .within(call, .day(range.first), .day(range.last))
    }
    let low = try SegmentValue(call.unit, from: &self)
    try expect(.range)
    let high = try SegmentValue(call.unit, from: &self)
    if let isReversed = low.isAbove(high), isReversed {
      let text = "\(low.text(in: Notation()))..\(high.text(in: Notation()))"
      throw problem(ReadingProblem.reversedRange(text), from: start)
    }
    return .within(call, low, high)
  }

  private var startsDays: Bool {
    switch next?.kind {
    case .day, .month, .quarter: true
    case .number(let number)?: number.unit == nil && afterNext?.kind != .mark(.range)
    case .word, .text, .monthDay, .time, .reference, .mark, .newline, nil: false
    }
  }
}

extension SegmentValue {
  /// Nil where the two cannot be told without more knowledge, such as tiers.
  fileprivate func isAbove(_ other: SegmentValue) -> Bool? {
    switch (self, other) {
    case (.number(let a), .number(let b)): a > b
    case (.money(let a), .money(let b)): a > b
    case (.share(let a), .share(let b)): a > b
    case (.day(let a), .day(let b)): a > b
    case (.time(let a), .time(let b)): a.roughDays > b.roughDays
    default: nil
    }
  }
}
