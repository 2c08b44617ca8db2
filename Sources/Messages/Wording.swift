/// A text in one language: what the program says, with values in it that are nobody's to translate.
public struct Wording: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    /// The program's words.
    case literal(String)
    /// The user's, or a number.
    case value(String)
    case message(Message)

    var isMessage: Bool { if case .message = self { true } else { false } }
  }

  var pieces: [Piece]

  /// The text; `translate` turns the program's own words.
  func text(in language: Language, translate: (String) -> String) -> String {
    var text = ""
    var isAfterMessage = false
    for piece in pieces {
      let words =
        switch piece {
        case .literal(let words): translate(words)
        case .value(let value): value
        case .message(let message): message.text(in: language)
        }
      if piece.isMessage || isAfterMessage, Wording.needsBlank(between: text.last, and: words.first) { text += " " }
      text += words
      isAfterMessage = piece.isMessage
    }
    return text
  }

  /// Chinese stands apart from Latin words and numbers. Where a message is put in, only its text shows which it is.
  private static func needsBlank(between one: Character?, and other: Character?) -> Bool {
    guard let one, let other else { return false }
    return one.isChinese && other.isLatin || one.isLatin && other.isChinese
  }

  /// One after the other, with nothing in between.
  public static func + (one: Wording, other: Wording) -> Wording { Wording(pieces: one.pieces + other.pieces) }
}

extension Wording: ExpressibleByStringInterpolation {
  /// The words as they stand.
  public init(stringLiteral words: String) { pieces = words.isEmpty ? [] : [.literal(words)] }

  /// Words with values in between.
  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// Collects the pieces of an interpolated text.
  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Called by the compiler before the pieces are appended.
    public init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(interpolationCount * 2 + 1) }

    /// Appends words as they stand.
    public mutating func appendLiteral(_ words: String) { if !words.isEmpty { pieces.append(.literal(words)) } }

    /// A value in its own spelling.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.value(value.description))
    }

    /// Words of the program within others.
    public mutating func appendInterpolation(_ message: Message) { pieces.append(.message(message)) }
  }
}

extension Character {
  fileprivate var isChinese: Bool { unicodeScalars.allSatisfy(\.properties.isIdeographic) }
  /// A word or a number, or the mark that either begins or ends with.
  fileprivate var isLatin: Bool { isASCII ? isLetter || isNumber || "`$%".contains(self) : "¥€£".contains(self) }
}
