import Messages
import PlanLanguage

/// A name as it was written, and where, for commands that look it up.
struct Reference: Phrased {
  let text: String
  let span: SourceSpan?
  /// The token it was, for definitions, where words of the language need quotes.
  private let token: Token?

  init(_ text: String, at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
    token = nil
  }

  /// The name as a definition takes it.
  func phrase(at place: SourceSpan) -> Phrase {
    Phrase([token ?? Token(.text(text), place)], span: place)
  }

  static func == (one: Reference, other: Reference) -> Bool { one.text == other.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  static var form: Message { Message("a name", zh: "名称") }

  init(from reader: inout PhraseReader) throws(Diagnostic) { self = try Reference(of: "", from: &reader) }

  /// The name of something of that kind.
  init(of kind: String, from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    token = reader.next
    text = try reader.name(Reference.form, of: kind)
    span = place
  }

  func text(in notation: Notation) -> String { spelled(name: text) }
}

/// A value and where it was written, for errors that come later than reading.
struct Placed<Value: Phrased>: Phrased {
  let value: Value
  let span: SourceSpan?

  init(_ value: Value, at span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }

  static func == (one: Placed, other: Placed) -> Bool { one.value == other.value }
  func hash(into hasher: inout Hasher) { hasher.combine(value) }

  static var form: Message { Value.form }
  static var candidates: [String] { Value.candidates }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    value = try Value(from: &reader)
    span = start.to(reader.previous)
  }

  func text(in notation: Notation) -> String { value.text(in: notation) }
}

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

/// A quoted text.
struct Quoted: Phrased {
  let text: String
  let span: SourceSpan?

  init(_ text: String = "", at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
  }

  static func == (one: Quoted, other: Quoted) -> Bool { one.text == other.text }
  func hash(into hasher: inout Hasher) { hasher.combine(text) }

  static var form: Message { Message("a text in quotes", zh: "引号中的文字") }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    guard case .text(let text)? = reader.next?.kind else { throw reader.unexpected(Quoted.form) }
    self.text = text
    span = reader.here
    reader.advance()
  }

  func text(in notation: Notation) -> String { quoted(text) }
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
