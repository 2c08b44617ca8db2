/// Rule T5: what a visit is. A date on which all of a member's receipts of that day together come to more than 0. A
/// return of the same day can unmake it.
public enum VisitRule {
  /// Whether a day whose receipts come to `net` minor units is a visit.
  @inlinable @inline(__always)
  public static func isVisit(net: Int64) -> Bool { net > 0 }

  /// By how many visits a receipt of `net` changes a day whose receipts came to `before`: 1, 0 or -1.
  @inlinable @inline(__always)
  public static func change(from before: Int64, adding net: Int64) -> Int64 {
    (isVisit(net: before + net) ? 1 : 0) - (isVisit(net: before) ? 1 : 0)
  }
}
