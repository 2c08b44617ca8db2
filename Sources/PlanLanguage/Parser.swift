public import Messages

/// Tokens to statements. It knows the shape of the language, and nothing of what names stand for.
public struct Parser {
  let tokens: [Token]
  /// Where comments stand.
  public let comments: [SourceSpan]
  private let end: Int
  private let faults: [(index: Int, diagnostic: Diagnostic)]
  let vocabulary: Vocabulary
  var index = 0
  /// Faults before this token have been reported.
  private var passedFaults = 0

  /// Parses `source` with the verbs of `vocabulary`.
  public init(_ source: SourceText, _ vocabulary: Vocabulary) {
    let lexer = Lexer(source)
    tokens = lexer.tokens
    faults = lexer.faults
    comments = lexer.comments
    end = source.bytes.count
    self.vocabulary = vocabulary
  }

  /// Every statement of `source`.
  public static func statements(
    of source: SourceText, _ vocabulary: Vocabulary
  ) throws(Diagnostic) -> [Statement] {
    var parser = Parser(source, vocabulary)
    var statements: [Statement] = []
    while let statement = try parser.next() { statements.append(statement) }
    return statements
  }

  /// Whether `text` ends within a bracket or after a continuation, so that more lines are needed.
  public static func needsMore(_ text: String) -> Bool {
    if text.hasSuffix("\\") { return true }
    let lexer = Lexer(SourceText(text, name: ""))
    guard lexer.faults.isEmpty else { return false }
    var depth = 0
    for token in lexer.tokens {
      switch token.kind {
      case .mark(.openBrace), .mark(.open): depth += 1
      case .mark(.closeBrace), .mark(.close): depth -= 1
      default: break
      }
    }
    return depth > 0
  }

  /// Where the next statement begins, or the text ends: a byte offset.
  public var offset: Int { index < tokens.count ? tokens[index].span.range.lowerBound : end }

  /// The next statement; nil at the end of the text. After an error the parser stands at the next statement.
  public mutating func next() throws(Diagnostic) -> Statement? {
    while peek == .newline && !faults.contains(where: { $0.index == index }) { index += 1 }
    let start = index
    do throws(Diagnostic) {
      let statement = try readStatement()
      if let fault = firstFault(from: start, through: index) { throw fault }
      return statement
    } catch {
      let fault = firstFault(from: start, through: index)
      skipStatement(from: start)
      throw fault ?? error
    }
  }

  private func firstFault(from start: Int, through end: Int) -> Diagnostic? {
    faults.first { $0.index >= start && $0.index <= end && $0.index >= passedFaults }?.diagnostic
  }

  /// Past the line end that ends the statement at `start`, or the first line end where its brackets never close.
  private mutating func skipStatement(from start: Int) {
    // What could not be read may have held brackets, so the count is worth nothing: the line after it is next.
    let fault = faults.first { $0.index >= max(start, passedFaults) }?.index
    var depth = 0
    var firstEnd: Int?
    index = tokens.count
    for place in start..<max(start, tokens.count) {
      switch tokens[place].kind {
      case .mark(.openBrace), .mark(.open): depth += 1
      case .mark(.closeBrace), .mark(.close): depth -= 1
      case .newline:
        if place >= fault ?? start { firstEnd = firstEnd ?? place }
        if depth <= 0 {
          index = place + 1
          passedFaults = index
          return
        }
      default: break
      }
    }
    index = firstEnd.map { $0 + 1 } ?? tokens.count
    passedFaults = firstEnd == nil ? tokens.count + 1 : index
  }

  /// The most brackets and operators in one phrase, and blocks within blocks: what reads them may recurse.
  static let depthLimit = 100

  var peek: Token.Kind? { index < tokens.count ? tokens[index].kind : nil }

  /// Tokens up to where `isEnd` first holds outside round brackets; line ends inside brackets fall away.
  mutating func readPhrase(
    after previous: SourceSpan, until isEnd: (Token.Kind) -> Bool
  ) throws(Diagnostic) -> Phrase {
    var found: [Token] = []
    var open: [Token] = []
    var weight = 0
    while let kind = peek {
      if open.isEmpty && isEnd(kind) { break }
      let token = tokens[index]
      weight += kind.weight
      guard weight <= Parser.depthLimit else {
        throw Diagnostic(SyntaxProblem.tooDeep(limit: Parser.depthLimit), at: token.span)
      }
      switch kind {
      case .mark(.open): open.append(token)
      case .mark(.close):
        guard open.popLast() != nil else { throw Diagnostic(SyntaxProblem.strayBracket(")"), at: token.span) }
      case .mark(.closeBrace), .mark(.openBrace):
        if let bracket = open.last { throw Diagnostic(SyntaxProblem.unclosedBracket("("), at: bracket.span) }
        if kind == .mark(.closeBrace) { throw Diagnostic(SyntaxProblem.strayBracket("}"), at: token.span) }
      default: break
      }
      if kind != .newline { found.append(token) }
      index += 1
    }
    if let bracket = open.last { throw Diagnostic(SyntaxProblem.unclosedBracket("("), at: bracket.span) }
    let span = found.first.map { $0.span.to(found[found.count - 1].span) } ?? previous.end
    return Phrase(found, span: span)
  }
}

extension Token.Kind {
  /// 1 for what can make a phrase deeper.
  fileprivate var weight: Int {
    switch self {
    case .mark(.open), .mark(.plus), .mark(.minus), .mark(.times), .mark(.over): 1
    case .word("and"), .word("or"), .word("not"): 1
    case .mark, .word, .text, .number, .day, .month, .quarter, .monthDay, .time, .reference, .newline: 0
    }
  }

  /// The name that a word or a quoted text is; of `{name}` as it stands, for the value to be put in.
  var nameText: String? {
    switch self {
    case .word(let name), .text(let name): name
    case .reference: text
    case .number, .day, .month, .quarter, .monthDay, .time, .mark, .newline: nil
    }
  }

  var isName: Bool { nameText != nil }
}
