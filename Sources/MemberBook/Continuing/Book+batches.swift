import Messages
import Quantities

extension Book {
  /// Hands out the book's lines as they were read, in batches of at least `size` but for the last. `name` says what a
  /// member is called from now on. Lines that came from a file with more columns are told apart as they were; none of them
  /// equals another.
  func forEachBatch(
    of size: Int = 1 << 18, calling name: (Int) -> String, _ body: (LineBatch) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var batch = emptyBatch
    var line = 0
    for member in 0...members.count {
      let id = member == members.count ? [] : Array(name(member).utf8)
      for receipt in member == members.count ? purchases.walkIns : purchases.range(of: member) {
        for place in purchases.lines(of: receipt) {
          append(line: place, of: receipt, by: id.span, to: &batch)
          batch.fingerprint.append(Fingerprint(ofLine: line))
          batch.endLine()
          line += 1
        }
        if batch.count >= size {
          try body(batch)
          batch = emptyBatch
        }
      }
    }
    try body(batch)
  }

  /// A batch whose names have the book's codes.
  private var emptyBatch: LineBatch {
    var batch = LineBatch()
    (batch.stores, batch.channels, batch.advisors, batch.categories) = (stores, channels, advisors, categories)
    return batch
  }

  private func append(line: Int, of receipt: Int, by member: ByteSpan, to batch: inout LineBatch) {
    batch.member.append(member)
    batch.day.append(UInt16(truncatingIfNeeded: purchases.day(receipt) - LineBatch.calendarStart))
    batch.add(second: purchases.second.isEmpty ? 0 : purchases.second[receipt])
    batch.amount.append(amount(ofLine: line, receiptNet: purchases.amount[receipt]))
    if !purchases.store.isEmpty { batch.store.append(purchases.store[receipt]) }
    if !purchases.channel.isEmpty { batch.channel.append(purchases.channel[receipt]) }
    if !purchases.advisor.isEmpty { batch.advisor.append(purchases.advisor[receipt]) }
    if !lines.category.isEmpty { batch.category.append(lines.category[line]) }
    if !lines.quantity.isEmpty { batch.quantity.append(lines.quantity[line]) }
    if !lines.discount.isEmpty { batch.discount.append(lines.discount[line]) }
    if !lines.cost.isEmpty { batch.cost.append(lines.cost[line]) }
    if let receipts = purchases.receipts { batch.receipt.append(Array(receipts[receipt].utf8).span) }
    if !purchases.original.isEmpty {
      let original = purchases.original[receipt]
      let named = original < 0 ? "" : purchases.receipts?[Int(original)] ?? ""
      batch.original.append(Array(named.utf8).span)
    }
  }
}

extension Fingerprint {
  /// One that no other line of the book has.
  init(ofLine line: Int) {
    self.init()
    word = word &+ UInt64(line) &* 0x9E37_79B9_7F4A_7C15
  }
}
