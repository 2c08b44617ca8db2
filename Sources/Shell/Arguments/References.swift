import Analysis
import Messages
import PlanLanguage

/// Several names with blanks between them, up to the next clause.
struct References: Phrased {
  var names: [Reference]

  static var form: Message { Message("one name or more", zh: "一个或多个名称") }

  init(_ names: [Reference] = []) { self.names = names }

  init(from reader: inout PhraseReader) throws(Diagnostic) { self = try References(atMost: .max, from: &reader) }

  /// No more than `limit` are asked for.
  fileprivate init(atMost limit: Int, from reader: inout PhraseReader) throws(Diagnostic) {
    names = [try Reference(from: &reader)]
    while let next = reader.next {
      if case .word(let word) = next.kind, clauseWords.contains(word) { break }
      names.append(try Reference(from: &reader))
    }
    // They are compared, so there are two at least.
    if names.count < limit { reader.hint(.name(of: "")) }
    try reader.demand(names.count > 1)
  }

  func text(in notation: Notation) -> String { names.map { $0.text(in: notation) }.joined(separator: " ") }
}

/// Two names; further ones are for the command to refuse.
struct NamePair: Phrased {
  var names: [Reference] = []

  static var form: Message { Message("two names", zh: "两个名称") }

  init() {}

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    names = try References(atMost: 2, from: &reader).names
  }

  func text(in notation: Notation) -> String { names.map { $0.text(in: notation) }.joined(separator: " ") }
}

/// Whatever stands there, for a command that reads it itself.
struct Rest: Phrased {
  let phrase: Phrase?

  init() { phrase = nil }

  static var form: Message { Message("a value", zh: "值") }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    phrase = reader.rest
    while !reader.isAtEnd { reader.advance() }
    reader.hint(.name(of: ""))
  }

  func text(in notation: Notation) -> String { phrase?.tokens.map(\.kind.text).joined(separator: " ") ?? "" }
}
