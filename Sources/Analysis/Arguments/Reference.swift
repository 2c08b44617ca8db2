public import Messages
public import PlanLanguage

/// A name as it was written, and where, for commands that look it up.
public struct Reference: Phrased {
  public let text: String
  public let span: SourceSpan?
  /// The token it was, for definitions, where words of the language need quotes.
  private let token: Token?

  public init(_ text: String, at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
    token = nil
  }

  /// The name as a definition takes it.
  public func phrase(at place: SourceSpan) -> Phrase {
    Phrase([token ?? Token(.text(text), place)], span: place)
  }

  public static func == (one: Reference, other: Reference) -> Bool { one.text == other.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  public static var form: Message { Message("a name", zh: "名称") }

  public init(from reader: inout PhraseReader) throws(Diagnostic) { self = try Reference(of: "", from: &reader) }

  /// The name of something of that kind.
  public init(of kind: String, from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    token = reader.next
    text = try reader.name(Reference.form, of: kind)
    span = place
  }

  public func text(in notation: Notation) -> String { spelled(name: text) }
}

/// A value and where it was written, for errors that come later than reading.
public struct Placed<Value: Phrased>: Phrased {
  public let value: Value
  public let span: SourceSpan?

  public init(_ value: Value, at span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }

  public static func == (one: Placed, other: Placed) -> Bool { one.value == other.value }
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }

  public static var form: Message { Value.form }
  public static var candidates: [String] { Value.candidates }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    value = try Value(from: &reader)
    span = start.to(reader.previous)
  }

  public func text(in notation: Notation) -> String { value.text(in: notation) }
}

/// A quoted text.
public struct Quoted: Phrased {
  public let text: String
  public let span: SourceSpan?

  public init(_ text: String = "", at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
  }

  public static func == (one: Quoted, other: Quoted) -> Bool { one.text == other.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  public static var form: Message { Message("a text in quotes", zh: "引号中的文字") }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    guard case .text(let text)? = reader.next?.kind else { throw reader.unexpected(Quoted.form) }
    self.text = text
    span = reader.here
    reader.advance()
  }

  public func text(in notation: Notation) -> String { quoted(text) }
}
