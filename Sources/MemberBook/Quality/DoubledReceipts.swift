/// Finds receipts in which every line stands equally often, more than once.
struct DoubledReceipts {
  /// Each such receipt, as the pair of itself and itself.
  private(set) var found: [RepeatedReceipts.Example] = []
  /// Receipts of more than one line.
  private var long = 0
  private var hasSeveralArticles = false

  /// Whether the receipts found are more than customers who bought one article several times.
  var isTelling: Bool { hasSeveralArticles || (found.count >= 3 && found.count * 2 > long) }

  mutating func look(at receipt: Int, of owner: Int, in book: Book) {
    guard book.purchases.lines(of: receipt).count > 1 else { return }
    long += 1
    var counts: [[Int64]: Int] = [:]
    for line in book.lineFacts(of: receipt) { counts[line, default: 0] += 1 }
    guard let first = counts.values.first, first > 1, counts.values.allSatisfy({ $0 == first }) else { return }
    if counts.count > 1 { hasSeveralArticles = true }
    found.append(.init(kind: .everyLineAgain, member: owner, first: receipt, second: receipt))
  }
}
