public import Messages

/// A condition or a calculation.
public indirect enum Expression: Sendable {
  case literal(Token)
  /// A name; `kind` where it was written `tier 金卡`.
  case name(String, kind: String?, SourceSpan)
  case call(String, [Expression], SourceSpan)
  case negation(Expression, SourceSpan)
  case not(Expression, SourceSpan)
  case binary(Operator, Expression, Expression)
  /// `value in low..high`, both ends in.
  case within(Expression, low: Expression, high: Expression)

  /// Two operands' operator, as it is written.
  public enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case and, or

    static let all: [Operator] = [
      .plus, .minus, .times, .over, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or,
    ]

    var hint: CompletionHint { Mark(rawValue: rawValue).map { .mark($0) } ?? .words(rawValue) }

    /// How tightly it binds.
    var level: Int {
      switch self {
      case .or: 1
      case .and: 2
      case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: 4
      case .plus, .minus: 5
      case .times, .over: 6
      }
    }
  }

  /// The whole expression.
  public var span: SourceSpan {
    switch self {
    case .literal(let token): token.span
    case .name(_, _, let span), .call(_, _, let span), .negation(_, let span), .not(_, let span): span
    case .binary(_, let left, let right): left.span.to(right.span)
    case .within(let value, _, let high): value.span.to(high.span)
    }
  }
}

extension Expression {
  private static var form: Message { Message("a value", zh: "值") }

  /// Reads as much as belongs to one expression.
  public init(from reader: inout PhraseReader) throws(Diagnostic) { self = try Expression(level: 1, &reader) }

  /// Reads a calculation: what stands before the first comparison.
  public init(calculationFrom reader: inout PhraseReader) throws(Diagnostic) {
    self = try Expression(level: 5, &reader)
  }

  /// Whether it can hold or not, as far as its form tells.
  public var mayHold: Bool {
    switch self {
    case .literal, .call, .negation, .binary(.plus, _, _), .binary(.minus, _, _), .binary(.times, _, _),
      .binary(.over, _, _):
      false
    case .name, .not, .within, .binary: true
    }
  }

  /// Reads one value, a name or a call: what stands before the first operator and before `in`.
  public init(operandFrom reader: inout PhraseReader) throws(Diagnostic) { self = try Expression(operand: &reader) }

  private init(level: Int, _ reader: inout PhraseReader) throws(Diagnostic) {
    if level == 3, reader.isNext(word: "not") {
      let start = reader.here
      reader.advance()
      let operand = try Expression(level: 3, &reader)
      self = .not(operand, start.to(operand.span))
      return
    }
    guard level <= 6 else {
      self = try Expression(operand: &reader)
      return
    }
    self = try Expression(level: level + 1, &reader)
    if level > 2 || mayHold { reader.hint(Operator.all.filter { $0.level == level }.map(\.hint)) }
    var compares = false
    while let found = reader.nextOperator, found.level == level {
      reader.advance()
      self = .binary(found, self, try Expression(level: level + 1, &reader))
      // Comparisons do not chain: a < b < c would say something else than it seems to.
      compares = level == 4
      if compares { break }
    }
    if level == 4, !(compares && reader.isAtEnd), reader.accept(word: "in") {
      let low = try Expression(level: 5, &reader)
      try reader.expect(.range)
      self = .within(self, low: low, high: try Expression(level: 5, &reader))
    }
  }

  private init(operand reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    reader.hint(.value)
    if reader.accept(.minus) {
      let operand = try Expression(operand: &reader)
      self = .negation(operand, start.to(operand.span))
      return
    }
    if reader.accept(.open) {
      self = try Expression(from: &reader)
      try reader.expect(.close)
      return
    }
    guard let token = reader.next else { throw reader.unexpected(Expression.form) }
    switch token.kind {
    case .number, .day, .month, .quarter, .monthDay, .time, .text:
      reader.advance()
      self = .literal(token)
    case .word(let name):
      guard !clauseWords.contains(name) else { throw reader.unexpected(Expression.form) }
      reader.advance()
      if Expression.qualifiers.contains(name) {
        reader.hint(.name(of: name))
        try reader.demand()
      }
      if reader.accept(.open) {
        let arguments = try Expression.arguments(of: name, &reader)
        self = .call(name, arguments, start.to(reader.previous))
      } else if case .word(let qualified)? = reader.next?.kind, Expression.qualifiers.contains(name),
        !clauseWords.contains(qualified)
      {
        reader.advance()
        self = .name(qualified, kind: name, start.to(reader.previous))
      } else {
        self = .name(name, kind: nil, start)
      }
    case .reference where reader.isAsking:
      reader.advance()
      self = .literal(token)
    case .reference, .mark, .newline: throw reader.unexpected(Expression.form)
    }
  }

  /// Words that say what a name in brackets stands for.
  public static let qualifiers: Set<String> = ["tier", "segment", "tag", "scenario"]

  private static func arguments(
    of name: String, _ reader: inout PhraseReader
  ) throws(Diagnostic) -> [Expression] {
    if reader.accept(.close) { return [] }
    var arguments: [Expression] = []
    repeat {
      reader.hint(.argument(of: name, after: arguments.map(\.argumentName)))
      try reader.demand()
      arguments.append(try Expression(from: &reader))
      // Names stand here; what could go on as a calculation is not hinted at.
      if reader.isAsking, reader.isAtEnd { reader.forgetHints() }
    } while reader.accept(.comma)
    try reader.expect(.close)
    return arguments
  }

  private var argumentName: String {
    switch self {
    case .name(let name, _, _): name
    case .literal(let token): token.kind.nameText ?? ""
    case .call, .negation, .not, .binary, .within: ""
    }
  }
}

extension PhraseReader {
  fileprivate var nextOperator: Expression.Operator? {
    switch next?.kind {
    case .mark(let mark): Expression.Operator(rawValue: mark.rawValue)
    case .word("and"): .and
    case .word("or"): .or
    default: nil
    }
  }
}
