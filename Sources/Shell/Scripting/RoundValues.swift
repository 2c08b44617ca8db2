import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Simulation

/// What a loop walks over: `a..b`, `甲, 乙` or `tiers(会员)`.
struct RoundValues: Phrased {
  enum Form: Hashable, Sendable {
    case range(RoundRange)
    /// Each value as it was written; there may be several words, as in `last 6mo`.
    case list([[Token]])
    case tiers(Reference)
  }

  let form: Form
  let span: SourceSpan

  static var form: Message {
    Message(
      "values: a..b, names with commas between them, or tiers(LADDER)", zh: "一组值：a..b、用逗号隔开的名称，或 tiers(等级体系)")
  }

  static func == (one: RoundValues, other: RoundValues) -> Bool { one.form == other.form }
  func hash(into hasher: inout Hasher) { hasher.combine(form) }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    if reader.isNext(word: "tiers"), reader.afterNext?.kind == .mark(.open) {
      reader.advance()
      reader.advance()
      form = .tiers(try Reference(of: Ladder.declaration.kind, from: &reader))
      try reader.expect(.close)
      span = start.to(reader.previous)
      return
    }
    var items: [[Token]] = [[]]
    while let token = reader.next, token.kind != .word("step") {
      reader.advance()
      if token.kind == .mark(.comma) {
        items.append([])
        reader.hint(.name(of: ""))
      } else {
        items[items.count - 1].append(token)
      }
      if items[items.count - 1].isEmpty, reader.isAtEnd || reader.next?.kind == .mark(.comma) {
        throw reader.unexpected(Message("a value", zh: "值"))
      }
    }
    span = start.to(reader.previous)
    guard !items[0].isEmpty else { throw reader.unexpected(RoundValues.form) }
    if items.count == 1, items[0].contains(where: { $0.kind == .mark(.range) }) {
      form = .range(try RoundRange(Phrase(items[0], span: span)))
    } else {
      for item in items { try RoundValues.checkCall(item) }
      form = .list(items.map { $0.map(\.asTyped) })
    }
  }

  func text(in notation: Notation) -> String { span.text }

  /// - Throws: where a value is written like `tiers(会员)` and is no metric either: it would stand for itself.
  private static func checkCall(_ item: [Token]) throws(Diagnostic) {
    guard item.count > 1, case .word(let name) = item[0].kind, item[1].kind == .mark(.open), Metric.named(name) == nil
    else { return }
    throw Diagnostic(LoopProblem.unknownList(name), at: item[0].span)
  }
}

extension Token {
  /// `0001` as a word, so that it keeps its zeros.
  fileprivate var asTyped: Token {
    let typed = span.text
    let isDigits = typed.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard case .number = kind, isDigits, typed.utf8.count > 1, typed.hasPrefix("0") else { return self }
    return Token(.word(typed), span)
  }
}

/// `a..b` in numbers of one unit, days, months or quarters.
struct RoundRange: Hashable, Sendable {
  enum End: Hashable, Sendable {
    case number(Number)
    case day(Day)
    /// Months since the year 0.
    case month(Int)
    case quarter(Int)

    /// A step that leads down from here.
    var stepBack: String {
      switch self {
      case .number: "-1"
      case .day: "-1d"
      case .month: "-1mo"
      case .quarter: "-3mo"
      }
    }

    var name: Message {
      switch self {
      case .number(let number): number.unit?.name ?? RoundRange.plainNumber
      case .day: Message("a day", zh: "日期")
      case .month: Message("a month", zh: "月份")
      case .quarter: Message("a quarter", zh: "季度")
      }
    }
  }

  static let plainNumber = Message("a plain number", zh: "不带单位的数字")

  let low: End
  let high: End
  let highSpan: SourceSpan
  let span: SourceSpan

  static func == (one: RoundRange, other: RoundRange) -> Bool { one.low == other.low && one.high == other.high }
  func hash(into hasher: inout Hasher) {
    hasher.combine(low)
    hasher.combine(high)
  }

  init(_ phrase: Phrase) throws(Diagnostic) {
    var reader = PhraseReader(phrase)
    low = try RoundRange.end(&reader)
    try reader.expect(.range)
    let start = reader.here
    high = try RoundRange.end(&reader)
    highSpan = start.to(reader.previous)
    span = phrase.span
    try reader.finish(expecting: RoundValues.form)
  }

  private static let ends = Message("a number, day, month or quarter", zh: "数字、日期、月份或季度")

  private static func end(_ reader: inout PhraseReader) throws(Diagnostic) -> End {
    switch reader.next?.kind {
    case .day(let day):
      reader.advance()
      return .day(day)
    case .month(let year, let month):
      reader.advance()
      return .month(year * 12 + month - 1)
    case .quarter(let year, let quarter):
      reader.advance()
      return .quarter(year * 4 + quarter - 1)
    default: return .number(try reader.number(ends) { _ in true })
    }
  }
}
