/// A text in one language: what the program says, with values in it that are nobody's to translate.
public struct Wording: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    /// The program's words.
    case literal(String)
    /// The user's, or a number.
    case value(String)
    case message(Message)
  }

  var pieces: [Piece]

  /// The text; `translate` turns the program's own words.
  func text(in language: Language, translate: (String) -> String) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let words): text += translate(words)
      case .value(let value): text += value
      case .message(let message): text += message.text(in: language)
      }
    }
    return text
  }

  public static func + (one: Wording, other: Wording) -> Wording { Wording(pieces: one.pieces + other.pieces) }
}

extension Wording: ExpressibleByStringInterpolation {
  public init(stringLiteral words: String) { pieces = words.isEmpty ? [] : [.literal(words)] }

  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    public init(literalCapacity: Int, interpolationCount: Int) { pieces.reserveCapacity(interpolationCount * 2 + 1) }

    public mutating func appendLiteral(_ words: String) { if !words.isEmpty { pieces.append(.literal(words)) } }

    /// A value in its own spelling.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      pieces.append(.value(value.description))
    }

    /// Words of the program within others.
    public mutating func appendInterpolation(_ message: Message) { pieces.append(.message(message)) }
  }
}
