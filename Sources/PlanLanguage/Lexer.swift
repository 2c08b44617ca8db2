public import Messages

/// Text to tokens. Blanks and comments fall away; line ends stay, since they end statements.
public struct Lexer {
  var scanner: Scanner
  /// Those found so far, in the order of the text.
  public private(set) var tokens: [Token] = []
  /// What could not be read, and the index of the token that would have stood there; the rest of its line is left out.
  public private(set) var faults: [(index: Int, diagnostic: Diagnostic)] = []

  /// Where comments stand, each from its `#` to the end of its line.
  public private(set) var comments: [SourceSpan] = []

  /// Reads all of `source` at once.
  public init(_ source: SourceText) {
    scanner = Scanner(source)
    while let next = scanner.peek() {
      do throws(Diagnostic) { try read(next) } catch {
        faults.append((tokens.count, error))
        skipLine()
      }
    }
  }

  private mutating func read(_ next: Unicode.Scalar) throws(Diagnostic) {
    switch next {
    case " ", "\t", "\r", "\u{FEFF}", "\u{A0}": scanner.advance()
    case "\n": add(.newline, 1)
    case "#":
      let start = scanner.offset
      skipLine()
      comments.append(scanner.span(from: start))
    case "\\": try continueLine()
    case "\"", "'": try readText(closing: next)
    case "0"..."9": try readNumber()
    case "¥", "$", "€", "£": try readMoney(next)
    case "{" where referenceLength > 0: readReference()
    default:
      if isNamePart(next) { readWord() } else { try readMark(next) }
    }
  }

  private mutating func skipLine() {
    while let scalar = scanner.raw(), scalar != "\n" { scanner.advance() }
  }

  mutating func add(_ kind: Token.Kind, _ length: Int) {
    let start = scanner.offset
    scanner.advance(length)
    tokens.append(Token(kind, scanner.span(from: start)))
  }

  func problem(_ problem: SyntaxProblem, length: Int) -> Diagnostic {
    var end = scanner
    end.advance(length)
    return Diagnostic(problem, at: end.span(from: scanner.offset))
  }

  /// A backslash at the end of a line joins it with the next.
  private mutating func continueLine() throws(Diagnostic) {
    var length = 1
    while let blank = scanner.peek(length), [" ", "\t", "\r"].contains(blank) { length += 1 }
    guard scanner.peek(length) == nil || scanner.peek(length) == "\n" else {
      throw problem(.strayCharacter("\\"), length: 1)
    }
    scanner.advance(length + 1)
  }

  // MARK: names and texts

  private mutating func readWord() {
    let length = wordLength(from: 0)
    let word = scanner.text(0, length)
    let isMerge = word == "members" && tokens.last?.kind == .word("merge")
    add(.word(word), length)
    if word == "member" { readRawWord() }
    if isMerge { for _ in 0..<2 { readRawWord() } }
  }

  func wordLength(from ahead: Int) -> Int {
    var length = 0
    while let scalar = scanner.peek(ahead + length), isNamePart(scalar) { length += 1 }
    return length
  }

  /// After `member` the next word is taken as it stands, so that `0001` keeps its zeros; after `merge members` the next
  /// two.
  private mutating func readRawWord() {
    var ahead = 0
    while let blank = scanner.peek(ahead), blank == " " || blank == "\t" { ahead += 1 }
    guard ahead > 0, let first = scanner.peek(ahead), !"\"'={},.()#\n\r\\".unicodeScalars.contains(first) else {
      return
    }
    scanner.advance(ahead)
    var length = 0
    while let scalar = scanner.raw(length), !scalar.properties.isWhitespace,
      !"{}(),#".unicodeScalars.contains(scanner.peek(length) ?? scalar)
    {
      length += 1
    }
    add(.word(scanner.text(0, length)), length)
  }

  private var referenceLength: Int {
    let length = wordLength(from: 1)
    return length > 0 && !scanner.isDigit(1) && scanner.peek(1 + length) == "}" ? length : 0
  }

  private mutating func readReference() {
    let length = referenceLength
    add(.reference(scanner.text(1, length)), length + 2)
  }

  /// A quoted text. One that opens with a full-width quote closes with any double quote; inside, everything is as written.
  private mutating func readText(closing mark: Unicode.Scalar) throws(Diagnostic) {
    let wide = scanner.raw() != mark
    var text = String.UnicodeScalarView()
    var length = 1
    while let scalar = scanner.raw(length), scalar != "\n" {
      if wide ? scanner.peek(length) == mark : scalar == mark {
        return add(.text(String(text)), length + 1)
      }
      if scalar == "\\", let escaped = scanner.raw(length + 1), let meaning = Lexer.escapes[escaped] {
        text.append(meaning)
        length += 2
      } else {
        text.append(scalar)
        length += 1
      }
    }
    throw problem(.unclosedQuote, length: length)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = ["\"": "\"", "\\": "\\", "n": "\n", "t": "\t"]

  // MARK: marks

  private mutating func readMark(_ first: Unicode.Scalar) throws(Diagnostic) {
    let two = scanner.text(0, 2)
    if let mark = Mark(rawValue: two), two.unicodeScalars.count == 2 { return add(.mark(mark), 2) }
    if let mark = Mark(rawValue: String(first)) { return add(.mark(mark), 1) }
    throw problem(.strayCharacter(Character(scanner.raw() ?? first)), length: 1)
  }
}
