import Messages

/// Syntax back to text in canonical spelling: parsing it gives an equal tree.
public enum Printer {
  /// The tokens with one blank between them, and none where brackets, commas, dots and ranges hug their neighbours.
  public static func text(of tokens: [Token]) -> String { text(of: tokens, spelling: spelled) }

  /// The same, with each token as `spelling` has it.
  static func text(of tokens: [Token], spelling: (Token) -> String) -> String {
    var text = ""
    var previous: Token?
    for token in tokens {
      if let previous, !isHyphen(previous, token), needsBlank(between: previous, and: token) { text += " " }
      text += spelling(token)
      previous = token
    }
    return text
  }

  /// Whether a minus sign joins words, as in zh-Hans; one that subtracts has a blank on both sides.
  private static func isHyphen(_ one: Token, _ other: Token) -> Bool {
    guard one.kind == .mark(.minus) || other.kind == .mark(.minus), one.span.source === other.span.source else {
      return false
    }
    let isWord = { (token: Token) in if case .word = token.kind { true } else { token.kind == .mark(.minus) } }
    return isWord(one) && isWord(other) && one.span.range.upperBound == other.span.range.lowerBound
  }

  /// The tokens as they were typed, but for comments and runs of blanks.
  public static func typed(_ tokens: [Token]) -> String {
    var text = ""
    var previous: Token?
    for token in tokens {
      if let previous, previous.span.range.upperBound < token.span.range.lowerBound { text += " " }
      text += spelled(token)
      previous = token
    }
    return text
  }

  /// `statement` as one would write it, blocks over several lines.
  public static func text(of statement: Statement) -> String {
    var text = statement.verb
    if !statement.phrase.tokens.isEmpty { text += " " + Printer.text(of: statement.phrase.tokens) }
    if let block = statement.block { text += " " + lines(of: block).joined(separator: "\n") }
    if let body = statement.body { text += " " + lines(of: body).joined(separator: "\n") }
    if let otherwise = statement.otherwise { text += " else " + lines(of: otherwise).joined(separator: "\n") }
    return text
  }

  private static func lines(of body: Body) -> [String] {
    ["{"]
      + body.statements.flatMap { text(of: $0).split(separator: "\n").map { "  " + $0 } } + ["}"]
  }

  private static func lines(of block: Block) -> [String] {
    if block.entries.isEmpty { return ["{ }"] }
    return ["{"] + block.entries.flatMap(lines).map { "  " + $0 } + ["}"]
  }

  private static func lines(of entry: Entry) -> [String] {
    switch entry.content {
    case .assignment(let path, let value, let during):
      return [
        path.map(step).joined(separator: ".") + " = " + text(of: value.tokens)
          + (during.map { " during " + text(of: $0.tokens) } ?? "")
      ]
    case .child(let kind, let name, let value, let block):
      var head = kind + (name.map { " " + text(of: $0.tokens) } ?? "")
      if let value { head += " = " + text(of: value.tokens) }
      guard let block else { return [head] }
      let inner = lines(of: block)
      return [head + " " + inner[0]] + inner.dropFirst()
    }
  }

  /// A name in braces stays one, for the value to be put in.
  static func step(_ step: PathStep) -> String {
    (step.name.hasPrefix("{") ? step.name : PlanLanguage.spelled(name: step.name))
      + (step.arguments.isEmpty
        ? "" : "(" + step.arguments.map { PlanLanguage.spelled(name: $0) }.joined(separator: ", ") + ")")
  }

  /// Canonical, except that a raw word such as a member's `0001-A` stays as it was typed.
  private static func spelled(_ token: Token) -> String { token.kind.text }

  private static func needsBlank(between one: Token, and other: Token) -> Bool {
    switch (one.kind, other.kind) {
    // `over ..2017-06-30`, `2017-01-01.. on spend`: a range that is open at one side.
    case (.word(let word), .mark(.range)) where clauseWords.contains(word): true
    case (.mark(.range), .word(let word)) where clauseWords.contains(word): true
    case (_, .mark(.comma)), (_, .mark(.close)), (_, .mark(.dot)), (_, .mark(.range)): false
    case (.mark(.open), _), (.mark(.dot), _), (.mark(.range), _): false
    case (.mark(.minus), _): one.span.range.upperBound != other.span.range.lowerBound
    case (.word, .mark(.open)): one.span.range.upperBound != other.span.range.lowerBound
    default: true
    }
  }
}
