import PlanLanguage
import Quantities

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

  init(_ text: String) {
    let source = SourceText(text, name: "")
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

  /// Whether a round bracket is open: the arguments of a metric stand here.
  var isInCall: Bool {
    before.reduce(0) { depth, token in
      token.kind == .mark(.open) ? depth + 1 : token.kind == .mark(.close) ? depth - 1 : depth
    } > 0
  }

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

  /// The tokens of the entry that is being typed, within the innermost block.
  var entry: [Token] {
    var entry: [Token] = []
    for token in before {
      switch token.kind {
      case .mark(.openBrace), .mark(.closeBrace), .newline, .mark(.comma): entry = []
      default: entry.append(token)
      }
    }
    return entry
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
