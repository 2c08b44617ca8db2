/// The members' ids, numbered in order of first appearance in the input.
public struct Members: Sendable, Equatable {
  private var ids: TextList
  /// Open addressing over the ids' keys, as in `TextTable`; `UInt32.max` is free.
  private var index: [UInt32]

  init(_ table: borrowing TextTable) {
    ids = table.texts
    ids.trim()
    index = table.index
  }

  /// The ids by their numbers, to add further ones to.
  var table: TextTable {
    var table = TextTable()
    for member in 0..<ids.count { _ = ids.withText(member) { table.code(of: $0) } }
    return table
  }

  /// How many members there are; their numbers are below it.
  public var count: Int { ids.count }
  /// What they hold in memory.
  public var byteCount: Int { ids.byteCount + index.capacity * 4 }

  /// The id of member `member`, as the input wrote it.
  public func id(of member: Int) -> String { ids[member] }

  /// A number that stands for the member in every load of any file: what keyed chance is drawn for.
  public func stableKey(of member: Int) -> UInt64 { ids.withText(member) { stableHash($0, seed: 0x5649_5053_4855) } }

  /// The number of the member with that id; nil where there is none.
  public func member(withID id: String) -> Int? {
    let bytes = Array(id.utf8)
    var slot = Members.home(of: bytes.span, in: index.count)
    while index[slot] != .max {
      if ids.matches(Int(index[slot]), bytes.span) { return Int(index[slot]) }
      slot = (slot + 1) & (index.count - 1)
    }
    return nil
  }

  /// Ids that begin with `prefix`, about `limit` of them where there are more: these have no more in common than all.
  public func ids(beginningWith prefix: String, atMost limit: Int) -> (ids: [String], areAll: Bool) {
    let bytes = Array(prefix.utf8)
    let found = ids.places(beginningWith: bytes.span, atMost: limit)
    return (found.places.map { ids[$0] }, found.areAll)
  }

  private static func home(of id: ByteSpan, in size: Int) -> Int {
    TextTable.home(of: TextKey(id).word, mask: size - 1)
  }

  /// The same members in the same order.
  public static func == (one: Members, other: Members) -> Bool { one.ids == other.ids }
}
