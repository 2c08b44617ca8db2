/// The names of a column of few different values: code ↔ name. Code 0 is always the blank name: not given.
public struct NameTable: Sendable, Equatable {
  private(set) var table = TextTable()

  /// How many names a table can hold, the blank one aside.
  public static let limit = 65_535

  /// A table with the blank name alone.
  public init() { _ = table.code(of: .blank, text: [UInt8]().span) }

  /// How many names there are, the blank one among them.
  public var count: Int { table.count }
  /// Every name but the blank one, in order of first appearance.
  public var names: [String] { (1..<count).map(name) }

  /// The name of `code`, which is below `count`.
  public func name(_ code: Int) -> String { table.texts[code] }

  /// The code of `name`; nil where it has none.
  public func code(of name: String) -> UInt16? {
    table.find(Array(name.utf8).span).map { UInt16(truncatingIfNeeded: $0) }
  }

  /// The code of `name`, which is added when it is new. A table that holds more than `limit` names refuses to grow: its
  /// further names answer 0, and `isOverfull` tells.
  public mutating func intern(_ name: ByteSpan) -> UInt16 {
    let code = table.code(of: name)
    guard code <= Self.limit else { return 0 }
    return UInt16(code)
  }

  var isOverfull: Bool { count - 1 > Self.limit }

  mutating func codes(adding other: NameTable) -> [UInt16] {
    table.codes(adding: other.table).map { UInt16(truncatingIfNeeded: $0) }
  }
}
