public import Messages
public import PlanLanguage
import Quantities

/// `35%` · `35%..50%` · `35%..40%..50%` · `normal(40%, 5%)` · `beta(4, 6)`.
extension Spread: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message {
    let beta = isShare ? Message(", beta(a, b)", zh: "、beta(a, b)") : .empty
    return Message(
      "\(Value.form), or a range: a..b, a..likeliest..b, normal(mean, deviation)\(beta)",
      zh: "\(Value.form)，或区间，如 a..b、a..最可能..b、normal(均值, 标准差)\(beta)")
  }
  /// What Tab offers.
  public static var candidates: [String] { Value.candidates }

  /// Whether the quantity runs from 0 to 1, as `beta` does.
  static var isShare: Bool { Value.least == .zero && Value.most == .one }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    if reader.isNext(word: "normal") {
      reader.advance()
      self = try Spread(normal: &reader)
    } else if reader.isNext(word: "beta") {
      reader.advance()
      guard Spread.isShare else { throw reader.problem(SpreadProblem.betaOfNoShare(form: Value.form), from: start) }
      self = try Spread(beta: &reader)
    } else {
      self = try Spread(range: &reader, from: start)
    }
  }

  private init(range reader: inout PhraseReader, from start: SourceSpan) throws(Diagnostic) {
    let first = try Value(from: &reader)
    guard reader.accept(.range) else {
      self = .fixed(first)
      return
    }
    let second = try Value(from: &reader)
    guard reader.accept(.range) else {
      guard first <= second else { throw Spread.reversed([first, second], &reader, from: start) }
      self = .uniform(first, second)
      return
    }
    let third = try Value(from: &reader)
    guard first <= second, second <= third else {
      throw Spread.reversed([first, second, third], &reader, from: start)
    }
    self = .triangular(first, mode: second, third)
  }

  private static func reversed(
    _ values: [Value], _ reader: inout PhraseReader, from start: SourceSpan
  ) -> Diagnostic {
    func text(_ values: [Value]) -> String { values.map { $0.text(in: Notation()) }.joined(separator: "..") }
    return reader.problem(SpreadProblem.upsideDown(text(values), allowed: text(values.sorted())), from: start)
  }

  private init(normal reader: inout PhraseReader) throws(Diagnostic) {
    try reader.expect(.open)
    let mean = try Value(from: &reader)
    try reader.expect(.comma)
    let start = reader.here
    let deviation = try Value(from: &reader)
    guard deviation.number > .zero else {
      throw reader.problem(
        ReadingProblem.outOfBounds(
          deviation.text(in: Notation()), must: Message("a deviation of more than 0", zh: "大于 0 的标准差")), from: start)
    }
    try reader.expect(.close)
    self = .normal(mean: mean, deviation: deviation)
  }

  private init(beta reader: inout PhraseReader) throws(Diagnostic) {
    func part(_ reader: inout PhraseReader) throws(Diagnostic) -> Ratio {
      let start = reader.here
      let number = try reader.number(Message("a number", zh: "数字")) { _ in false }
      guard number.value >= SpreadProblem.leastPart, number.value <= SpreadProblem.mostPart else {
        throw reader.problem(
          ReadingProblem.outOfBounds(number.text, must: Message("between 0.1 and 100,000", zh: "在 0.1 与 100,000 之间")),
          from: start)
      }
      return number.value
    }
    try reader.expect(.open)
    let parts = try part(&reader)
    try reader.expect(.comma)
    self = .beta(parts, try part(&reader))
    try reader.expect(.close)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .fixed(let value): value.text(in: notation)
    case .uniform(let low, let high): "\(low.text(in: notation))..\(high.text(in: notation))"
    case .triangular(let low, let mode, let high):
      "\(low.text(in: notation))..\(mode.text(in: notation))..\(high.text(in: notation))"
    case .normal(let mean, let deviation): "normal(\(mean.text(in: notation)), \(deviation.text(in: notation)))"
    case .beta(let a, let b): "beta(\(a.decimal()), \(b.decimal()))"
    }
  }
}

/// What can be wrong with a range that is well formed.
enum SpreadProblem: Problem {
  case upsideDown(String, allowed: String)
  case betaOfNoShare(form: Message)

  static var leastPart: Ratio { Ratio(1, over: 10) ?? .one }
  static var mostPart: Ratio { Ratio(100_000) }

  var code: ErrorCode {
    switch self {
    case .upsideDown: .range
    case .betaOfNoShare: .value
    }
  }

  var message: Message {
    switch self {
    case .upsideDown(let range, _): Message("the range \(range) is upside down", zh: "区间 \(range) 上下颠倒")
    case .betaOfNoShare(let form):
      Message(
        "beta gives a share between 0% and 100%, but this takes \(form)",
        zh: "beta 给出 0% 到 100% 之间的占比，而这里要的是\(form)")
    }
  }

  var hint: Message? {
    switch self {
    case .upsideDown(_, let allowed): Message("the smaller end comes first: \(allowed)", zh: "小的一端写在前面：\(allowed)")
    case .betaOfNoShare:
      Message(
        "a..b, a..likeliest..b and normal(mean, deviation) suit every quantity",
        zh: "a..b、a..最可能..b 和 normal(均值, 标准差) 适用于任何量")
    }
  }
}
