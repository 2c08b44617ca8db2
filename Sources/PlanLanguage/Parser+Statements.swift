import Messages

/// Statements and the bodies that hold further ones.
extension Parser {
  /// The most bodies within each other: what reads and runs them recurses, on a thread's small stack too.
  static let bodyLimit = 30

  /// A statement up to the end of its line; within a body, `depth` of them, also up to the closing brace.
  mutating func readStatement(depth: Int = 0) throws(Diagnostic) -> Statement? {
    guard index < tokens.count else { return nil }
    let first = tokens[index]
    guard case .word(let word) = first.kind else {
      throw Diagnostic(SyntaxProblem.verbExpected(found: "`\(first.kind.text)`"), at: first.span)
    }
    let verb = vocabulary.verb(meantBy: word)
    if verb == "else" { throw Diagnostic(SyntaxProblem.strayElse, at: first.span) }
    index += 1
    let phrase = try readPhrase(after: first.span) { kind in
      kind == .mark(.openBrace) || kind == .newline || (depth > 0 && kind == .mark(.closeBrace))
    }
    if vocabulary.bodies.contains(verb), peek != .mark(.openBrace), let last = phrase.tokens.last,
      case .reference(let name) = last.kind, vocabulary.verbs.contains(name)
    {
      throw Diagnostic(SyntaxProblem.bodyReadAsVariable(name), at: last.span)
    }
    var statement = Statement(verb: verb, verbSpan: first.span, phrase: phrase, block: nil, span: first.span)
    if peek == .mark(.openBrace) {
      if vocabulary.bodies.contains(verb) {
        statement.body = try readBody(depth: depth + 1)
        if peek == .word("else"), vocabulary.alternatives.contains(verb) {
          statement.otherwise = try readAlternative(to: verb, depth: depth)
        }
      } else {
        let shape = vocabulary.blocks[verb]
        if shape == nil, vocabulary.verbs.contains(verb) {
          throw Diagnostic(SyntaxProblem.blockNotExpected(verb: verb), at: tokens[index].span)
        }
        statement.block = try readBlock(shape ?? BlockShape(), depth: 1)
      }
      if let next = peek, next != .newline, depth == 0 || next != .mark(.closeBrace) {
        let problem = next == .word("else") ? SyntaxProblem.strayElse : .afterBlock("`\(next.text)`")
        throw Diagnostic(problem, at: tokens[index].span)
      }
    }
    return Statement(
      verb: verb, verbSpan: first.span, phrase: phrase, block: statement.block, body: statement.body,
      otherwise: statement.otherwise, span: first.span.to(tokens[index - 1].span))
  }

  private mutating func readBody(depth: Int) throws(Diagnostic) -> Body {
    let opening = tokens[index].span
    guard depth <= Parser.bodyLimit else {
      throw Diagnostic(SyntaxProblem.nestedTooDeep(limit: Parser.bodyLimit), at: opening)
    }
    index += 1
    var statements: [Statement] = []
    while true {
      while peek == .newline { index += 1 }
      guard let kind = peek else { throw Diagnostic(SyntaxProblem.unclosedBracket("{"), at: opening) }
      if kind == .mark(.closeBrace) {
        index += 1
        return Body(statements, span: opening.to(tokens[index - 1].span))
      }
      if let statement = try readStatement(depth: depth) { statements.append(statement) }
    }
  }

  /// What follows `else`: a body, or one more `if`.
  private mutating func readAlternative(to verb: String, depth: Int) throws(Diagnostic) -> Body {
    let start = tokens[index].span
    index += 1
    switch peek {
    case .mark(.openBrace): return try readBody(depth: depth + 1)
    case .word(verb):
      guard depth < Parser.bodyLimit else {
        throw Diagnostic(SyntaxProblem.nestedTooDeep(limit: Parser.bodyLimit), at: start)
      }
      guard let next = try readStatement(depth: depth + 1) else { return Body([], span: start) }
      return Body([next], span: next.span)
    default:
      let found =
        switch peek {
        case .newline: Message("`the end of the line`", zh: "行尾")
        case let next?: Message(verbatim: "`\(next.text)`")
        case nil: Message("the end of the statement", zh: "语句末尾")
        }
      throw Diagnostic(
        SyntaxProblem.bodyAfterElse(found: found), at: index < tokens.count ? tokens[index].span : start.end)
    }
  }
}
