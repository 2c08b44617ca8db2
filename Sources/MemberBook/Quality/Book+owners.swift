internal import Messages
internal import Numerics

extension Book {
  /// Calls `body` with the receipts of every member in the order of their numbers, then with the walk-ins' under nil;
  /// those who have none are passed over.
  func forEachOwner(_ job: Job, _ body: (_ owner: Int?, _ receipts: Range<Int>) -> Void) throws(Diagnostic) {
    for member in 0..<members.count {
      if member & 0xFFF == 0 { try job.check() }
      let receipts = purchases.range(of: member)
      if !receipts.isEmpty { body(member, receipts) }
    }
    try job.check()
    if !purchases.walkIns.isEmpty { body(nil, purchases.walkIns) }
  }
}
