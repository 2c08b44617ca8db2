import Analysis
import Messages
import PlanLanguage

/// Where the cursor stands in what was typed so far.
struct CompletionPlace {
  /// The tokens of the statement before the word that is being typed.
  var before: [Token] = []
  /// The beginning of the word that is being typed; empty after a blank.
  var partial = ""
  /// How many characters stand before it.
  var start = 0
  /// The verb whose body was closed just before, so that `else` may follow.
  var closed: String?
  /// Whether it is a text whose quote is open.
  var isQuoted = false
  private let end: SourceSpan

  init(_ text: String) {
    let source = SourceText(text, name: "")
    end = SourceSpan(source, source.bytes.count..<source.bytes.count)
    let lexer = Lexer(source)
    var tokens = lexer.tokens
    var partialStart = source.bytes.count
    if let fault = lexer.faults.last?.diagnostic.span, fault.range.upperBound == source.bytes.count,
      let quote = fault.text.first, "\"“".contains(quote)
    {
      isQuoted = true
      partial = String(fault.text.dropFirst())
      partialStart = fault.range.lowerBound
    } else {
      // A path such as 会员.金 is completed as a whole.
      while let last = tokens.last, last.span.range.upperBound == partialStart, last.kind.isPartOfPath {
        partialStart = last.span.range.lowerBound
        tokens.removeLast()
      }
      partial = source.text(partialStart..<source.bytes.count)
    }
    (before, closed) = CompletionPlace.lastStatement(tokens)
    start = source.text(0..<partialStart).count
  }

  /// The tokens after the last line end outside brackets; within a body of statements, those of its last one. And the
  /// verb whose body ends right there.
  private static func lastStatement(_ tokens: [Token]) -> ([Token], closed: String?) {
    var depth = 0
    var start = tokens.startIndex
    // The verbs whose bodies are open.
    var bodies: [String] = []
    var closed: String?
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .mark(.openBrace):
        let verb = tokens[start].kind.word ?? ""
        if depth == 0, verb == "else" || Registry.vocabulary.bodies.contains(verb) {
          bodies.append(verb == "else" && index != start + 1 ? tokens[start + 1].kind.word ?? "" : verb)
          start = index + 1
        } else {
          depth += 1
        }
        closed = nil
      case .mark(.closeBrace) where depth == 0 && !bodies.isEmpty:
        closed = bodies.removeLast()
        start = index + 1
      case .mark(.open): depth += 1
      case .mark(.closeBrace), .mark(.close): depth -= 1
      case .newline where depth <= 0:
        start = index + 1
        closed = nil
      default: break
      }
    }
    return (Array(tokens[start...]), closed)
  }

  /// Whether the end of `text` is in a comment: a word there would be none.
  static func isComment(_ text: String) -> Bool {
    Lexer(SourceText(text + " x", name: "")).tokens.count == Lexer(SourceText(text, name: "")).tokens.count
  }

  /// The verb of the statement; nil where it is still to come.
  var verb: String? { before.first?.kind.word.map(Registry.verb(meantBy:)) }

  /// The command that the statement's words tell.
  var command: AnyCommand? {
    verb.flatMap { Registry.command(of: $0, topic: before.dropFirst().map(\.kind), mayBeShort: true).found }
  }

  /// What stands behind the words of `command`.
  func arguments(of command: AnyCommand) -> [Token] { Array(before.dropFirst(command.words.count)) }

  /// `tokens` as a reader takes them; none of them stand at the end.
  func phrase(_ tokens: [Token]) -> Phrase { Phrase(tokens, span: end) }

  /// The blocks that are open at the cursor, outermost first: the words before each brace.
  var openBlocks: [[Token]] {
    var open: [[Token]] = []
    var head: [Token] = []
    for token in before {
      switch token.kind {
      case .mark(.openBrace):
        open.append(head)
        head = []
      case .mark(.closeBrace):
        _ = open.popLast()
        head = []
      case .newline, .mark(.comma): head = []
      default: head.append(token)
      }
    }
    return open
  }

  /// What the innermost block holds so far, its children aside.
  var innermost: [Token] {
    var blocks: [[Token]] = [[]]
    for token in before {
      switch token.kind {
      case .mark(.openBrace): blocks.append([])
      case .mark(.closeBrace): if blocks.count > 1 { blocks.removeLast() }
      default: blocks[blocks.count - 1].append(token)
      }
    }
    return blocks[blocks.count - 1]
  }

  /// The command whose block is open, and the kind of child within it whose block is.
  var blockCommand: AnyCommand? {
    guard let head = openBlocks.first, let verb else { return nil }
    let words = [verb] + head.dropFirst().compactMap(\.kind.word)
    return Registry.commands.first { $0.takesBlock && words.starts(with: $0.words) }
  }

  var openChild: String? { openBlocks.count > 1 ? openBlocks[openBlocks.count - 1].first?.kind.word : nil }

  /// What stands in the innermost block since the last line end, brace or child: entries and commas.
  private var run: [Token] {
    var run: [Token] = []
    for token in before {
      switch token.kind {
      case .mark(.openBrace), .mark(.closeBrace), .newline: run = []
      default: run.append(token)
      }
    }
    return run
  }

  /// The entry that is being typed: what stands behind the last comma, which the value of a field may go on behind too.
  var entry: [Token] {
    let run = run
    return Array(run[(run.lastIndex { $0.kind == .mark(.comma) }.map { $0 + 1 } ?? 0)...])
  }

  /// The names that lead to the field whose value is being typed; nil where none is.
  var fieldPath: [String]? {
    let run = run
    guard let equal = run.lastIndex(where: { $0.kind == .mark(.equal) }) else { return nil }
    let start = run[..<equal].lastIndex { $0.kind == .mark(.comma) }.map { $0 + 1 } ?? 0
    return run[start..<equal].compactMap(\.kind.word)
  }

  /// What stands behind the sign of that field.
  var value: [Token] {
    let run = run
    return run.lastIndex { $0.kind == .mark(.equal) }.map { Array(run[($0 + 1)...]) } ?? []
  }

  /// The fields that the innermost block has already.
  var writtenFields: Set<String> {
    var written: Set<String> = []
    for (token, next) in zip(innermost, innermost.dropFirst()) where next.kind == .mark(.equal) {
      if let word = token.kind.word { written.insert(word) }
    }
    return written
  }

  /// The names of the children of `kind` that the innermost block has already, as they are spelled.
  func namedChildren(_ kind: String) -> Set<String> {
    var named: Set<String> = []
    for (token, next) in zip(innermost, innermost.dropFirst()) where token.kind == .word(kind) {
      if let word = next.kind.word { named.insert(spelled(name: word)) }
    }
    return named
  }

  /// The file that the statement reads from; nil where it is another source, or not named yet.
  var source: Quoted? {
    let head = openBlocks.first ?? before
    guard let from = head.lastIndex(where: { $0.kind == .word("from") }), from + 1 < head.count,
      case .text(let path) = head[from + 1].kind
    else { return nil }
    return Quoted(path, at: head[from + 1].span)
  }
}

extension Token.Kind {
  fileprivate var isPartOfPath: Bool {
    switch self {
    case .word, .mark(.dot), .number: true
    case .text, .day, .month, .quarter, .monthDay, .time, .reference, .mark, .newline: false
    }
  }

  var word: String? {
    switch self {
    case .word(let word), .text(let word): word
    case .number, .day, .month, .quarter, .monthDay, .time, .reference, .mark, .newline: nil
    }
  }
}
