internal import Numerics

/// Distinct texts, numbered in order of first appearance: a hash table with open addressing, keyed by bytes.
public struct TextTable: Sendable {
  private(set) var texts = TextList()
  private var slots: [Slot]
  private var mask: Int
  /// The numbers of words from `nearStart` on, beside the slots: ids are often numbers given one after
  /// the other, which share far fewer cache lines here than among the slots. Empty while the table is small.
  private var near: [UInt32] = []
  private var nearStart: UInt64 = 0

  private static let nearCount = 1 << 22
  private static let smallCount = 1 << 16

  struct Slot {
    var key: UInt64
    var code: UInt32
    static let empty = Slot(key: 0, code: .max)
  }

  /// A word and what stands where it is looked for first.
  struct Home {
    /// Which of the words it is.
    let row: Int
    let word: UInt64
    let slot: Slot
  }

  /// An empty table.
  public init() {
    slots = Array(repeating: .empty, count: 16)
    mask = 15
  }

  /// How many different texts it has.
  public var count: Int { texts.count }

  /// The number of `text`, whose key is `key`; a new one when it was not seen before.
  public mutating func code(of key: TextKey, text: ByteSpan) -> UInt32 {
    let slot = slot(of: key, text: text)
    let found = slots[slot].code
    if found != .max { return found }
    texts.append(text)
    return occupy(slot, by: key)
  }

  /// The number of `text`; a new one when it was not seen before.
  public mutating func code(of text: ByteSpan) -> UInt32 { code(of: TextKey(text), text: text) }

  /// The number of the text that an exact key holds.
  mutating func code(ofExact key: TextKey) -> UInt32 {
    var slot = home(of: key.word)
    while true {
      let found = slots[slot]
      if found.code == .max { break }
      if found.key == key.word { return found.code }
      slot = (slot &+ 1) & mask
    }
    texts.append(textOf: key)
    return occupy(slot, by: key)
  }

  /// The number of `text`; nil where it was not seen.
  public func find(_ text: ByteSpan) -> UInt32? {
    let found = slots[slot(of: TextKey(text), text: text)].code
    return found == .max ? nil : found
  }

  /// Every text of `other` by this table's numbers, those not seen before being added.
  mutating func codes(adding other: TextTable) -> [UInt32] {
    (0..<other.count).map { i in other.texts.withText(i) { code(of: $0) } }
  }

  /// Calls `body` for every word with what its home slot held a little before. A table larger than the cache is looked up
  /// several times as fast when many homes are fetched at once, none waiting for the one before.
  mutating func forEachHome(
    of words: [UInt64], _ body: (inout TextTable, Home) -> Void
  ) {
    let words = words.span
    if near.isEmpty, count > TextTable.smallCount, words.count > 0 { startNear(around: words[0]) }
    var homes = [Slot](repeating: .empty, count: min(256, words.count))
    var first = 0
    while first < words.count {
      let count = min(256, words.count - first)
      for i in 0..<count {
        let word = words[first &+ i]
        let place = word &- nearStart
        let code = place < UInt64(near.count) ? near[Int(place)] : .max
        homes[i] = code == .max ? slots[home(of: word)] : Slot(key: word, code: code)
      }
      for i in 0..<count { body(&self, Home(row: first &+ i, word: words[first &+ i], slot: homes[i])) }
      first &+= count
    }
  }

  /// Makes room for the numbers of the words about `word`.
  private mutating func startNear(around word: UInt64) {
    nearStart = word & ~UInt64(TextTable.nearCount - 1)
    near = LargePages.array(repeating: .max, count: TextTable.nearCount)
    for slot in slots where slot.code != .max { noteNear(slot.key, slot.code) }
  }

  /// The numbers of the texts by their keys' home and those after it, `UInt32.max` where none is: an index of twice as
  /// many entries as texts, and more.
  var index: [UInt32] { slots.map(\.code) }

  private func slot(of key: TextKey, text: ByteSpan) -> Int {
    var slot = home(of: key.word)
    while true {
      let found = slots[slot]
      if found.code == .max { return slot }
      if found.key == key.word && (key.isExact || texts.matches(Int(found.code), text)) { return slot }
      slot = (slot &+ 1) & mask
    }
  }

  private func home(of word: UInt64) -> Int { TextTable.home(of: word, mask: mask) }

  /// Where a key is looked for first among `mask` + 1 entries.
  static func home(of word: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
  }

  private mutating func noteNear(_ word: UInt64, _ code: UInt32) {
    let place = word &- nearStart
    if place < UInt64(near.count) { near[Int(place)] = code }
  }

  private mutating func occupy(_ slot: Int, by key: TextKey) -> UInt32 {
    let code = UInt32(texts.count - 1)
    noteNear(key.word, code)
    slots[slot] = Slot(key: key.word, code: code)
    if texts.count * 2 > slots.count { grow() }
    return code
  }

  private mutating func grow() {
    let old = slots
    slots = LargePages.array(repeating: .empty, count: old.count * 2)
    mask = slots.count - 1
    for entry in old where entry.code != .max {
      var slot = home(of: entry.key)
      while slots[slot].code != .max { slot = (slot &+ 1) & mask }
      slots[slot] = entry
    }
  }
}

extension TextTable: Equatable {
  /// The same texts in the same order.
  public static func == (one: TextTable, other: TextTable) -> Bool { one.texts == other.texts }
}
