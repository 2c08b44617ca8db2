// Taken out when every message is translated.
extension Message: ExpressibleByStringInterpolation {
  public init(stringLiteral words: String) { self.init(verbatim: words) }
  public init(stringInterpolation: Wording.StringInterpolation) {
    self = Message.make(Wording(stringInterpolation: stringInterpolation))
  }
  static func make(_ w: Wording) -> Message { Message(w, zh: w) }
}

extension Message {
  public static func + (one: Message, other: String) -> Message { one + Message(verbatim: other) }
  public static func + (one: String, other: Message) -> Message { Message(verbatim: one) + other }
}
