public import Quantities

/// What is known of the members themselves, as columns by the number they have in the book. A column that nothing was
/// entered into takes no memory.
public struct Profiles: Sendable, Equatable {
  /// How many members the book has.
  public let count: Int
  /// Codes of `texts`; 0 is unknown. Names recur, so each stands there once.
  private var name: [UInt32] = []
  private var texts = TextTable()
  /// As `Birthday.word`; 0 is unknown.
  private var birthday: [UInt32] = []
  /// As `Day.number`; `unknown` where it is not known.
  private var joined: [Int32] = []

  private static let unknown = Int32.min

  /// Nothing is known of any of the `count` members.
  public init(count: Int) {
    self.count = count
    _ = texts.code(of: .blank, text: [UInt8]().span)
  }

  public var byteCount: Int {
    name.capacity * 4 + texts.texts.byteCount + birthday.capacity * 4 + joined.capacity * 4
  }

  public func name(of member: Int) -> String? {
    name.isEmpty || name[member] == 0 ? nil : texts.texts[Int(name[member])]
  }

  public func birthday(of member: Int) -> Birthday? {
    birthday.isEmpty ? nil : Birthday(word: birthday[member])
  }

  public func joined(of member: Int) -> Day? {
    joined.isEmpty || joined[member] == Self.unknown ? nil : Day(number: joined[member])
  }

  /// A blank name says nothing.
  public mutating func set(name text: ByteSpan, of member: Int) {
    if text.isEmpty && name.isEmpty { return }
    if name.isEmpty { name = Array(repeating: 0, count: count) }
    name[member] = texts.code(of: text)
  }

  public mutating func set(birthday value: Birthday?, of member: Int) {
    if value == nil && birthday.isEmpty { return }
    if birthday.isEmpty { birthday = Array(repeating: 0, count: count) }
    birthday[member] = value?.word ?? 0
  }

  public mutating func set(joined day: Day?, of member: Int) {
    if day == nil && joined.isEmpty { return }
    if joined.isEmpty { joined = Array(repeating: Self.unknown, count: count) }
    joined[member] = day?.number ?? Self.unknown
  }
}
