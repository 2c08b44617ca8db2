public import Messages
public import Quantities

/// A run of tokens that a field's type or a command's slot reads, and the place it ends at.
public struct Phrase: Sendable, Hashable {
  /// In the order written, without ends of lines.
  public var tokens: [Token]
  /// Where it stands; an empty phrase still has a place.
  public let span: SourceSpan

  /// `span` is that of all of them, or the place where they should be.
  public init(_ tokens: [Token], span: SourceSpan) {
    self.tokens = tokens
    self.span = span
  }

  /// The same tokens, wherever they stand.
  public static func == (one: Phrase, other: Phrase) -> Bool { one.tokens == other.tokens }
  /// By tokens alone, as `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(tokens) }
}

/// How values print themselves: with which currency symbol.
public struct Notation: Sendable, Hashable {
  /// Whose symbol amounts carry; none without it.
  public var currency: Currency?

  /// Amounts carry the symbol of `currency`, if one is given.
  public init(currency: Currency? = nil) { self.currency = currency }
}

/// A value that people write in a definition or a command: it reads itself from tokens and prints itself so that reading
/// gives it back. Everything a field needs to be bound, completed, explained and saved follows from this.
public protocol Phrased: Sendable, Hashable {
  /// What may be written, in words, for help and for errors: `a duration such as 12mo`.
  static var form: Message { get }
  /// Words that Tab offers where such a value may stand.
  static var candidates: [String] { get }
  /// A word on those of them that do not speak for themselves.
  static var notes: [String: Message] { get }

  init(from reader: inout PhraseReader) throws(Diagnostic)
  func text(in notation: Notation) -> String
}

extension Phrased {
  /// None, unless a type gives some.
  public static var candidates: [String] { [] }
  /// None, unless a type gives some.
  public static var notes: [String: Message] { [:] }

  /// The whole phrase as one value; anything left over is an error.
  public init(_ phrase: Phrase) throws(Diagnostic) {
    var reader = PhraseReader(phrase)
    self = try Self(from: &reader)
    try reader.finish(expecting: Self.form)
  }
}

/// Several values, separated by commas.
extension Array: Phrased where Element: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("\(Element.form), and more after commas", zh: "\(Element.form)，多个用逗号隔开") }
  /// What Tab offers.
  public static var candidates: [String] { Element.candidates }
  /// A word on those that do not speak for themselves.
  public static var notes: [String: Message] { Element.notes }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    self = [try Element(from: &reader)]
    while reader.accept(.comma) { append(try Element(from: &reader)) }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { map { $0.text(in: notation) }.joined(separator: ", ") }
}
