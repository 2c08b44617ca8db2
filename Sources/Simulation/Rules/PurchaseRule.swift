/// Rule T5: what a purchase is. A receipt of 0 or more. One of less is a return, and counted apart.
public enum PurchaseRule {
  /// Whether a receipt of `net` minor units is a purchase.
  @inlinable @inline(__always)
  public static func isPurchase(net: Int64) -> Bool { net >= 0 }
}
