/// Something that the program says, declared in every language where it is declared at all: in English and Simplified
/// Chinese; Traditional Chinese is derived from the latter, see `Traditional`.
public struct Message: Sendable, Hashable {
  private enum Content: Hashable {
    case words(english: Wording, chinese: Wording)
    case verbatim(String)
    case joined([Message], separator: [Message])
  }

  private let content: Content

  private init(_ content: Content) { self.content = content }

  /// A message in English and Simplified Chinese; Traditional Chinese is found in the catalogue.
  public init(_ english: Wording, zh chinese: Wording) { self.init(.words(english: english, chinese: chinese)) }

  /// The user's own text, or notation that is the same in every language.
  public init(verbatim text: String) { self.init(.verbatim(text)) }

  /// Nothing.
  public static let empty = Message(verbatim: "")

  /// The whole text in `language`.
  public func text(in language: Language) -> String {
    switch content {
    case .words(let english, let chinese):
      switch language {
      case .english: english.text(in: language) { $0 }
      case .simplified: chinese.text(in: language) { $0 }
      case .traditional: chinese.text(in: language, translate: Traditional.text)
      }
    case .verbatim(let text): text
    case .joined(let parts, let separator):
      parts.map { $0.text(in: language) }.joined(separator: separator.first?.text(in: language) ?? "")
    }
  }

  /// In the language that is spoken at the moment.
  public var text: String { text(in: .current) }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { text(in: .english).isEmpty }
}

extension Message {
  /// One after the other.
  public static func + (one: Message, other: Message) -> Message { Message(.joined([one, other], separator: [])) }

  /// Appends another message, with nothing in between.
  public static func += (one: inout Message, other: Message) { one = one + other }

  /// The user's own names, or notation, as a list.
  public static func list(_ names: some Sequence<String>) -> Message { list(names.map { Message(verbatim: $0) }) }

  /// All of `parts`, with commas between them.
  public static func list(_ parts: [Message]) -> Message {
    Message(.joined(parts, separator: [Message(", ", zh: "、")]))
  }

  /// `a or b`.
  public static func choice(_ names: some Sequence<String>) -> Message { choice(names.map { Message(verbatim: $0) }) }

  /// One of `parts`, with "or" between them.
  public static func choice(_ parts: [Message]) -> Message {
    Message(.joined(parts, separator: [Message(" or ", zh: " 或 ")]))
  }

  /// Sentences, or parts of one, that follow each other; what is empty is left out.
  public static func sentence(_ parts: Message?..., separator: Message = Message(verbatim: " ")) -> Message {
    sentence(parts.compactMap(\.self), separator: separator)
  }

  /// `parts` joined with `separator`, without the empty ones.
  public static func sentence(_ parts: [Message], separator: Message = Message(verbatim: " ")) -> Message {
    Message(.joined(parts.filter { !$0.isEmpty }, separator: [separator]))
  }
}

extension Message: CustomStringConvertible {
  /// In the language that is spoken at the moment; for renderers, which know it.
  public var description: String { text }
}
