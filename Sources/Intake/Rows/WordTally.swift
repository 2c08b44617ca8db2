/// Which words a column of statuses or kinds holds, in how many rows, and what those come to.
struct WordTally: Sendable {
  struct Entry: Sendable {
    var rows = 0
    /// In minor units.
    var amount: Int128 = 0

    mutating func add(_ other: Entry) {
      rows += other.rows
      amount += other.amount
    }
  }

  private(set) var entries: [String: Entry] = [:]
  /// There are more words than a column of statuses has.
  private(set) var isTooMany = false

  private static let most = 12

  mutating func note(_ word: String, _ amount: Int64) {
    guard !isTooMany else { return }
    entries[word, default: Entry()].add(Entry(rows: 1, amount: Int128(amount)))
    checkSize()
  }

  mutating func merge(_ other: WordTally) {
    isTooMany = isTooMany || other.isTooMany
    guard !isTooMany else {
      entries = [:]
      return
    }
    for (word, entry) in other.entries { entries[word, default: Entry()].add(entry) }
    checkSize()
  }

  private mutating func checkSize() {
    guard entries.count > WordTally.most else { return }
    isTooMany = true
    entries = [:]
  }
}
