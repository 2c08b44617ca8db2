import Messages

/// Blocks: entries, their paths and values, and children.
extension Parser {
  mutating func readBlock(_ shape: BlockShape, depth: Int) throws(Diagnostic) -> Block {
    guard depth <= 50 else { throw Diagnostic(SyntaxProblem.tooDeep(limit: 50), at: tokens[index].span) }
    let opening = tokens[index].span
    index += 1
    var entries: [Entry] = []
    while true {
      while peek == .newline || peek == .mark(.comma) { index += 1 }
      guard let kind = peek else { throw Diagnostic(SyntaxProblem.unclosedBracket("{"), at: opening) }
      if kind == .mark(.closeBrace) {
        index += 1
        return Block(entries: entries, span: opening.to(tokens[index - 1].span))
      }
      entries.append(try readEntry(shape, depth))
    }
  }

  private mutating func readEntry(_ shape: BlockShape, _ depth: Int) throws(Diagnostic) -> Entry {
    let start = tokens[index].span
    if case .word(let kind)? = peek, let inner = shape.children[kind], !isAssignment(at: index) {
      return try readChild(kind, inner, depth, from: start)
    }
    guard isAssignment(at: index) else {
      // A kind that this block does not know still reads as one, so that the error can name it.
      if case .word(let kind)? = peek, index + 1 < tokens.count, tokens[index + 1].kind.isName {
        return try readChild(kind, BlockShape(), depth, from: start)
      }
      throw Diagnostic(SyntaxProblem.entryExpected(found: "`\(tokens[index].kind.text)`"), at: start)
    }
    let path = readPath()
    index += 1
    let value = try readPhrase(after: tokens[index - 1].span, until: Parser.endsValue)
    return try finishEntry(path, value, shape, from: start)
  }

  /// The value continues over commas that start no new entry; then `during` may follow.
  private mutating func finishEntry(
    _ path: [PathStep], _ first: Phrase, _ shape: BlockShape, from start: SourceSpan
  ) throws(Diagnostic) -> Entry {
    var value = first
    while peek == .mark(.comma), !startsEntry(after: index, shape) {
      value.tokens.append(tokens[index])
      index += 1
      let more = try readPhrase(after: tokens[index - 1].span, until: Parser.endsValue)
      value.tokens += more.tokens
    }
    guard let last = value.tokens.last, let head = value.tokens.first else {
      throw Diagnostic(SyntaxProblem.valueMissing(of: path.map(\.name).joined(separator: ".")), at: start)
    }
    value = Phrase(value.tokens, span: head.span.to(last.span))
    var during: Phrase?
    if peek == .word("during") {
      index += 1
      during = try readPhrase(after: tokens[index - 1].span) { $0 == .mark(.comma) || Parser.endsEntry($0) }
    }
    return Entry(.assignment(path: path, value: value, during: during), span: start.to(tokens[index - 1].span))
  }

  private mutating func readChild(_ kind: String, _ shape: BlockShape, _ depth: Int, from start: SourceSpan)
    throws(Diagnostic) -> Entry
  {
    index += 1
    let name = try readPhrase(after: start) { kind in
      kind == .mark(.openBrace) || kind == .mark(.equal) || kind == .mark(.comma) || Parser.endsEntry(kind)
    }
    var value: Phrase?
    var block: Block?
    if peek == .mark(.equal) {
      index += 1
      value = try readPhrase(after: tokens[index - 1].span) { $0 == .mark(.comma) || Parser.endsEntry($0) }
    } else if peek == .mark(.openBrace) {
      block = try readBlock(shape, depth: depth + 1)
    }
    return Entry(
      .child(kind: kind, name: name.tokens.isEmpty ? nil : name, value: value, block: block),
      span: start.to(tokens[index - 1].span))
  }

  private static func endsValue(_ kind: Token.Kind) -> Bool {
    kind == .word("during") || kind == .mark(.comma) || endsEntry(kind)
  }

  private static func endsEntry(_ kind: Token.Kind) -> Bool { kind == .newline || kind == .mark(.closeBrace) }

  /// Whether what follows the comma at `index` is a new entry.
  private func startsEntry(after index: Int, _ shape: BlockShape) -> Bool {
    var next = index + 1
    while next < tokens.count, tokens[next].kind == .newline { next += 1 }
    guard next < tokens.count else { return true }
    if tokens[next].kind == .mark(.closeBrace) || next > index + 1 { return true }
    if case .word(let word) = tokens[next].kind, shape.children[word] != nil { return true }
    return isAssignment(at: next)
  }

  /// Whether a path and `=` stand at `start`.
  private func isAssignment(at start: Int) -> Bool {
    var place = start
    while place < tokens.count, tokens[place].kind.isName {
      place += 1
      if place < tokens.count, tokens[place].kind == .mark(.open) {
        while place < tokens.count, tokens[place].kind != .mark(.close) { place += 1 }
        place += 1
      }
      guard place < tokens.count else { return false }
      if tokens[place].kind == .mark(.equal) { return true }
      guard tokens[place].kind == .mark(.dot) else { return false }
      place += 1
    }
    return false
  }

  /// The path that `isAssignment` found.
  private mutating func readPath() -> [PathStep] {
    var steps: [PathStep] = []
    while let kind = peek, let name = kind.nameText {
      let span = tokens[index].span
      index += 1
      var arguments: [String] = []
      if peek == .mark(.open) {
        while let kind = peek, kind != .mark(.close) {
          if let argument = kind.nameText { arguments.append(argument) }
          index += 1
        }
        index += 1
      }
      steps.append(PathStep(name, arguments: arguments, span: span))
      guard peek == .mark(.dot) else { break }
      index += 1
    }
    return steps
  }
}
