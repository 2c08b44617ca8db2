public import Messages

/// What stands over a column, or beside a single figure: its key for programs, and what people read.
public struct Heading: Sendable, Hashable {
  /// Its key in JSON and CSV, in every language.
  public let key: String
  public let title: Message

  public init(_ key: String, _ title: Message) {
    self.key = key
    self.title = title
  }

  /// The user's own name, such as a scenario's.
  public init(verbatim name: String) { self.init(name, Message(verbatim: name)) }
}

extension Heading {
  /// Of a series: where it begins and ends, and its extremes.
  static let ends = [
    Heading("first", Message("first", zh: "首")), Heading("last", Message("last", zh: "末")),
    Heading("low", Message("low", zh: "最低")), Heading("high", Message("high", zh: "最高")),
  ]
}

extension Message {
  /// Stands below a result: what its reader must know.
  public static func note(_ note: Message) -> Message { Message("note: \(note)", zh: "注：\(note)") }

  static func moreRows(_ count: Int) -> Message {
    Message("… \(grouped(Int64(count))) more", zh: "… 还有 \(grouped(Int64(count))) 行")
  }
}
