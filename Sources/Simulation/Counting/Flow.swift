import Quantities

/// What happened within a range of days; money is in minor units.
public typealias Flow = Counters<FlowCounter, Int64, 16>

/// What is counted of what happens.
public enum FlowCounter: Int, CounterKey {
  /// Receipts of 0 or more, and those below.
  case purchases, returns
  /// Net.
  case spend
  case visits
  /// In thousandths.
  case quantity
  case issued
  /// What the cap kept from being issued.
  case capped
  case clawedBack
  /// Points that returns should have taken back and that were not there any more.
  case waived
  case expired, redeemed
  /// What was given to other members, and got from them.
  case transferredOut, transferredIn
  /// Transfers that were refused.
  case refused
  case upgrades, downgrades
}

extension Counters where Key == FlowCounter, Value == Int64 {
  /// Adds a receipt that lies within the range, but for its visits, which may stand elsewhere.
  @inline(__always)
  mutating func take(_ receipt: ReceiptFacts, _ earned: EarnedPoints) {
    let isPurchase = PurchaseRule.isPurchase(net: receipt.net)
    self[.purchases] += isPurchase ? 1 : 0
    self[.returns] += isPurchase ? 0 : 1
    self[.spend] += receipt.net
    self[.issued] += earned.points
    self[.capped] += earned.capped
  }
}
