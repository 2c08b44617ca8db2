public import Messages
public import PlanLanguage

/// A name as it was written, and where, for commands that look it up.
public struct Reference: Phrased {
  /// As it was written, without quotes.
  public let text: String
  /// Where it was written; nil where nobody wrote it.
  public let span: SourceSpan?
  /// The token it was, for definitions, where words of the language need quotes.
  private let token: Token?

  /// A name or text that stands at `span`.
  public init(_ text: String, at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
    token = nil
  }

  /// The name as a definition takes it.
  public func phrase(at place: SourceSpan) -> Phrase {
    Phrase([token ?? Token(.text(text), place)], span: place)
  }

  /// Equal where they read the same.
  public static func == (one: Reference, other: Reference) -> Bool { one.text == other.text }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a name", zh: "名称") }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) { self = try Reference(of: "", from: &reader) }

  /// The name of something of that kind.
  public init(of kind: String, from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    token = reader.next
    text = try reader.name(Reference.form, of: kind)
    span = place
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { spelled(name: text) }
}

/// A value and where it was written, for errors that come later than reading.
public struct Placed<Value: Phrased>: Phrased {
  /// The value.
  public let value: Value
  /// Where it was written; nil where nobody wrote it.
  public let span: SourceSpan?

  /// A value that stands at `span`.
  public init(_ value: Value, at span: SourceSpan? = nil) {
    self.value = value
    self.span = span
  }

  /// Equal where they read the same.
  public static func == (one: Placed, other: Placed) -> Bool { one.value == other.value }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Value.form }
  /// What Tab offers.
  public static var candidates: [String] { Value.candidates }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    value = try Value(from: &reader)
    span = start.to(reader.previous)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { value.text(in: notation) }
}

/// A quoted text.
public struct Quoted: Phrased {
  /// As it was written, without quotes.
  public let text: String
  /// Where it was written; nil where nobody wrote it.
  public let span: SourceSpan?

  /// A name or text that stands at `span`.
  public init(_ text: String = "", at span: SourceSpan? = nil) {
    self.text = text
    self.span = span
  }

  /// Equal where they read the same.
  public static func == (one: Quoted, other: Quoted) -> Bool { one.text == other.text }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a text in quotes", zh: "引号中的文字") }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    guard case .text(let text)? = reader.next?.kind else { throw reader.unexpected(Quoted.form) }
    self.text = text
    span = reader.here
    reader.advance()
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { quoted(text) }
}
