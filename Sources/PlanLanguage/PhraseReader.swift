public import Messages
import Quantities

/// A cursor over a phrase's tokens, with the errors that reading needs.
public struct PhraseReader {
  private let tokens: [Token]
  private var index = 0
  private let wholeSpan: SourceSpan
  /// What is asked for at the end; nil while a value is really read.
  let hints: HintCollector?

  /// Begins at the phrase's first token.
  public init(_ phrase: Phrase) { self.init(phrase, hints: nil) }

  /// A reader that is asked what may stand behind `phrase`.
  public init(asking phrase: Phrase) { self.init(phrase, hints: HintCollector()) }

  init(_ phrase: Phrase, hints: HintCollector?) {
    tokens = phrase.tokens
    wholeSpan = phrase.span
    self.hints = hints
  }

  /// Whether every token is read.
  public var isAtEnd: Bool { index >= tokens.count }
  /// The token to read next; nil at the end.
  public var next: Token? { isAtEnd ? nil : tokens[index] }
  /// The one after it; nil where there is none.
  public var afterNext: Token? { index + 1 < tokens.count ? tokens[index + 1] : nil }

  /// The next token's place, or the place right after the last one.
  public var here: SourceSpan { next?.span ?? (tokens.last?.span ?? wholeSpan).end }

  /// Where the token before the cursor stands.
  public var previous: SourceSpan { index > 0 ? tokens[index - 1].span : wholeSpan }

  /// Whether a value stands after the next two tokens: `a..b`, not `a..`.
  var endsWithValue: Bool {
    guard index + 2 < tokens.count else { return false }
    switch tokens[index + 2].kind {
    case .day, .month, .quarter, .number: return true
    case .word, .text, .monthDay, .time, .reference, .mark, .newline: return false
    }
  }

  /// Passes over the next token.
  public mutating func advance() { index += 1 }

  /// What has not been read yet.
  public var rest: Phrase {
    let left = Array(tokens[min(index, tokens.count)...])
    return Phrase(left, span: left.first.map { $0.span.to(left[left.count - 1].span) } ?? here)
  }

  /// Reads `mark` if it is next; whether it was.
  public mutating func accept(_ mark: Mark) -> Bool {
    hint(.mark(mark))
    guard next?.kind == .mark(mark) else { return false }
    index += 1
    return true
  }

  /// Reads `word` if it is next; whether it was.
  public mutating func accept(word: String) -> Bool {
    hint(.words(word))
    guard next?.kind == .word(word) else { return false }
    index += 1
    return true
  }

  /// True, and past them, when exactly these words come next.
  public mutating func accept(words: String) -> Bool {
    let start = index
    let words = words.split(separator: " ")
    for (place, word) in words.enumerated() {
      hint(.words(words[place...].joined(separator: " ")))
      guard isNext(word: String(word)) else {
        index = start
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether `word` is next, which is not read.
  public func isNext(word: String) -> Bool { next?.kind == .word(word) }

  /// A bare word or a quoted text, as a name; `kind` is what is called so, where that is known.
  public mutating func name(_ expected: Message, of kind: String = "") throws(Diagnostic) -> String {
    hint(.name(of: kind))
    switch next?.kind {
    case .reference(let name) where isAsking:
      index += 1
      return name
    case .word(let name), .text(let name):
      index += 1
      return name
    case .number(let number) where number.unit == nil && number.value.denominator == 1:
      // As typed, with its zeros; a variable's value stands where its name does.
      let typed = here.text
      index += 1
      return typed.hasPrefix("{") ? String(number.value.numerator) : typed
    case .month, .quarter:
      // The name of a budget.
      let name = next?.kind.text ?? ""
      index += 1
      return name
    default: throw unexpected(expected)
    }
  }

  /// Reads `mark`.
  /// - Throws: what is wrong with anything else.
  public mutating func expect(_ mark: Mark) throws(Diagnostic) {
    guard accept(mark) else { throw unexpected(Message(verbatim: "`\(mark.rawValue)`")) }
  }

  /// Reads `word`.
  /// - Throws: what is wrong with anything else.
  public mutating func expect(word: String) throws(Diagnostic) {
    guard accept(word: word) else { throw unexpected(Message(verbatim: "`\(word)`")) }
  }

  /// A number in one of `units`, or bare when `bare` is allowed.
  public mutating func number(
    _ expected: Message, bare: Bool = true, unit allowed: (NumberUnit) -> Bool
  ) throws(Diagnostic) -> Number {
    let start = here
    // What a variable stands for will be seen when it has its value.
    if isAsking, case .reference? = next?.kind {
      index += 1
      return Number(.one)
    }
    let negative = isAtEnd ? false : accept(.minus)
    guard case .number(var number)? = next?.kind else { throw unexpected(expected) }
    if let unit = number.unit {
      guard allowed(unit) else { throw Diagnostic(ReadingProblem.unit(expected: expected, found: unit), at: here) }
    } else if !bare {
      throw Diagnostic(ReadingProblem.unitMissing(expected: expected, found: number.text), at: here)
    }
    if negative {
      guard let value = number.value.negated else { throw tooLarge(from: start) }
      number.value = value
    }
    index += 1
    return number
  }

  /// - Throws: `.unexpected` where something is left.
  public func finish(expecting form: Message) throws(Diagnostic) {
    if let next { throw Diagnostic(ReadingProblem.leftOver(next.kind.text, form: form), at: next.span) }
  }

  /// That something else stands here, or nothing, where `expected` should.
  public func unexpected(_ expected: Message) -> Diagnostic {
    Diagnostic(ReadingProblem.expected(expected, found: next?.kind.text), at: here)
  }

  /// That the number at `start` does not fit.
  public func tooLarge(from start: SourceSpan) -> Diagnostic {
    Diagnostic(ReadingProblem.tooLarge, at: start.to(previous))
  }

  /// `problem` from `start` up to what was read last.
  public func problem(_ problem: some Problem, from start: SourceSpan) -> Diagnostic {
    Diagnostic(problem, at: start.to(previous))
  }
}

/// Problems of reading a single value.
public enum ReadingProblem: Problem {
  case expected(Message, found: String?)
  case leftOver(String, form: Message)
  case unit(expected: Message, found: NumberUnit)
  case unitMissing(expected: Message, found: String)
  case tooLarge
  case outOfBounds(String, must: Message)
  case notOneOf(found: String, options: [String])
  case reversedRange(String)

  /// The code that the problem is listed under.
  public var code: ErrorCode {
    switch self {
    case .expected, .leftOver: .syntax
    case .unit, .unitMissing: .unit
    case .tooLarge: .overflow
    case .outOfBounds: .value
    case .notOneOf: .unknownName
    case .reversedRange: .range
    }
  }

  /// What is wrong, in one sentence.
  public var message: Message {
    switch self {
    case .expected(let expected, let found?):
      Message("expected \(expected), found \(shown(found))", zh: "这里应是\(expected)，却是\(shown(found))")
    case .expected(let expected, nil):
      Message("expected \(expected), but the statement ends here", zh: "这里应是\(expected)，但语句到此结束")
    case .leftOver(let found, _): Message("\(shown(found)) does not belong here", zh: "\(shown(found))不该出现在这里")
    case .unit(let expected, let found):
      Message("expected \(expected), found \(found.name)", zh: "这里应是\(expected)，却是\(found.name)")
    case .unitMissing(let expected, let found):
      Message("expected \(expected), found the bare number \(found)", zh: "这里应是\(expected)，却是不带单位的 \(found)")
    case .tooLarge: Message("the number is too large", zh: "数字太大")
    case .outOfBounds(let value, _): Message("\(value) is not allowed here", zh: "这里不能是 \(value)")
    case .notOneOf(let found, _): Message("\(shown(found)) is not one of the choices", zh: "\(shown(found))不在可选项之中")
    case .reversedRange(let range): Message("the range \(range) ends before it starts", zh: "区间 \(range) 的结束早于开始")
    }
  }

  /// What to do next; nil where the message says it.
  public var hint: Message? {
    switch self {
    case .leftOver(_, let form): Message("this takes \(form)", zh: "这里可以写：\(form)")
    case .notOneOf(let found, let options):
      .sentence(
        didYouMean(found, among: options),
        Message("the choices: \(options.joined(separator: " · "))", zh: "可选：\(options.joined(separator: " · "))"),
        separator: Message(verbatim: "  "))
    case .reversedRange: Message("write the earlier or smaller end first", zh: "较早或较小的一端写在前面")
    case .outOfBounds(_, let must): Message("it must be \(must)", zh: "要求：\(must)")
    case .unit(let expected, _), .unitMissing(let expected, _):
      ReadingProblem.examples[expected].map { suchAs($0) }
        ?? Message("this place takes \(expected)", zh: "这里可以写：\(expected)")
    case .expected, .tooLarge: nil
    }
  }

  /// What is written where a value of this form is expected.
  private static let examples = [
    Money.form: .choice(["8,000", "¥8,000"]), Points.form: Message(verbatim: "500pt"),
    Percent.form: Message(verbatim: "12.5%"), Count.form: Message(verbatim: "24"),
    CalendarDuration.form: Message(verbatim: "12mo"), Multiplier.form: Message(verbatim: "1.5x"),
  ]

  private func shown(_ text: String) -> Message {
    text == "\n" ? Message("the end of the line", zh: "行尾") : Message(verbatim: "`\(text)`")
  }
}
