internal import Quantities

extension Book {
  /// Calls `body` with the receipts of every member in the order of their numbers, then with the walk-ins' under nil;
  /// those who have none are passed over.
  func forEachOwner(_ stop: StopSign, _ body: (_ owner: Int?, _ receipts: Range<Int>) -> Void) throws(Diagnostic) {
    for member in 0..<members.count {
      if member & 0xFFF == 0 { try stop.check() }
      let receipts = purchases.range(of: member)
      if !receipts.isEmpty { body(member, receipts) }
    }
    try stop.check()
    if !purchases.walkIns.isEmpty { body(nil, purchases.walkIns) }
  }
}
