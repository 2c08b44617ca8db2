/// Finds the purchase that a return names: the same member's latest receipt of that id, of net 0 or more, that comes before.
struct OriginalPurchases {
  /// As in `Purchases.original`.
  var index: [Int32] = []
  var unmatched = 0

  init(
    _ receipts: ReceiptNumbers?, _ named: TextColumn, _ order: LineOrder, lineStart: [UInt32], amount: MinorColumn,
    members: Int
  ) {
    guard named.count > 0 else { return }
    index = Array(repeating: -1, count: order.receiptCount)
    for member in 0..<members {
      var byID: [UInt64: Int] = [:]
      for receipt in Int(order.start[member])..<Int(order.start[member + 1]) {
        if amount[receipt] >= 0 {
          if let word = receipts?.texts.words[receipt], word != 0 { byID[word] = receipt }
          continue
        }
        let lines =
          lineStart.isEmpty ? receipt..<(receipt + 1) : Int(lineStart[receipt])..<Int(lineStart[receipt + 1])
        guard let line = lines.first(where: { named.words[order.place(order.lines[$0])] != 0 }) else { continue }
        if let word = receipts?.texts.word(for: named, at: order.place(order.lines[line])), let found = byID[word] {
          index[receipt] = Int32(found)
        } else {
          unmatched += 1
        }
      }
    }
  }
}
