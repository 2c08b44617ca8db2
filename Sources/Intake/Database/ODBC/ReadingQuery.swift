import Messages

/// A query that is to be sent to a server: one statement that begins like one that reads, without its semicolon and what
/// follows it. The server is besides told to change nothing; this is to say so before it is asked.
struct ReadingQuery {
  let text: String

  init(_ query: String, source: String) throws(Diagnostic) {
    var scanner = QueryScanner(query)
    guard let word = try scanner.firstWord(source: source) else {
      throw Diagnostic(DatabaseProblem.emptyQuery(source: source))
    }
    guard ["select", "with", "values", "table"].contains(word) else {
      throw Diagnostic(DatabaseProblem.notReading(source: source))
    }
    // PostgreSQL's driver writes on behind it, which must not become part of a comment.
    text = try scanner.statement(source: source) + "\n"
  }
}

/// Goes through SQL by what can hide a semicolon: quotes, dollar quotes and comments.
private struct QueryScanner {
  private let bytes: [UInt8]
  private var next = 0
  /// A backslash stood before a quote, which some servers take for the quote itself and others for the end of it.
  private var isUnclear = false

  init(_ query: String) { bytes = Array(query.utf8) }

  /// The first word, in small letters, after opening parentheses; nil where there is nothing.
  mutating func firstWord(source: String) throws(Diagnostic) -> String? {
    repeat {
      try skipBlanks(source)
    } while accept("(")
    if next == bytes.count || bytes[next] == UInt8(ascii: ";") { return nil }
    let word = bytes[next...].prefix { isLetter($0) }
    return String(decoding: word, as: UTF8.self).lowercased()
  }

  /// All up to the semicolon, behind which nothing may stand.
  mutating func statement(source: String) throws(Diagnostic) -> String {
    while next < bytes.count, bytes[next] != UInt8(ascii: ";") {
      let start = next
      try skipBlanks(source)
      if next > start { continue }
      switch bytes[next] {
      case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): try skipQuote(source)
      case UInt8(ascii: "$"): try skipDollarQuote(source)
      // So that the dollar of `a$b$` begins no quote.
      case let byte where isPartOfWord(byte): while next < bytes.count, isPartOfWord(bytes[next]) { next += 1 }
      default: next += 1
      }
    }
    let end = next
    while accept(";") { try skipBlanks(source) }
    let hidden = isUnclear && bytes[..<end].contains(UInt8(ascii: ";"))
    guard next == bytes.count, !hidden else { throw Diagnostic(DatabaseProblem.severalStatements(source: source)) }
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  private mutating func skipBlanks(_ source: String) throws(Diagnostic) {
    while next < bytes.count {
      if bytes[next] <= 0x20 {
        next += 1
      } else if accept("--") {
        while next < bytes.count, bytes[next] != 0x0A { next += 1 }
      } else if accept("/*") {
        var depth = 1
        while depth > 0 {
          guard next < bytes.count else { throw Diagnostic(DatabaseProblem.unclosedQuote(source: source)) }
          if accept("*/") {
            depth -= 1
          } else if accept("/*") {
            depth += 1
          } else {
            next += 1
          }
        }
      } else {
        return
      }
    }
  }

  /// Up to the same mark again; a doubled one is two quotes in a row, which comes to the same.
  private mutating func skipQuote(_ source: String) throws(Diagnostic) {
    let mark = bytes[next]
    next += 1
    while next < bytes.count, bytes[next] != mark {
      if bytes[next] == UInt8(ascii: "\\"), next + 1 < bytes.count, bytes[next + 1] == mark { isUnclear = true }
      next += 1
    }
    guard next < bytes.count else { throw Diagnostic(DatabaseProblem.unclosedQuote(source: source)) }
    next += 1
  }

  /// `$tag$ … $tag$` of PostgreSQL.
  private mutating func skipDollarQuote(_ source: String) throws(Diagnostic) {
    let name = bytes[(next + 1)...].prefix { isPartOfWord($0) && $0 != UInt8(ascii: "$") }
    let end = name.endIndex
    guard end < bytes.count, bytes[end] == UInt8(ascii: "$"), name.first.map(isDigit) != true else {
      next += 1
      return
    }
    let tag = String(decoding: bytes[next...end], as: UTF8.self)
    next = end + 1
    while !accept(tag) {
      guard next < bytes.count else { throw Diagnostic(DatabaseProblem.unclosedQuote(source: source)) }
      next += 1
    }
  }

  private mutating func accept(_ text: String) -> Bool {
    guard bytes[next...].starts(with: text.utf8) else { return false }
    next += text.utf8.count
    return true
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

private func isPartOfWord(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
}
