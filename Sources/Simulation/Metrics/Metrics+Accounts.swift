import Quantities

extension Metric {
  /// What points are booked at: figures of the accounts at the end of the range, or of each month.
  static let ofAccounts: [Metric] = [
    Metric(
      "liability", zh: "积分负债", .money,
      Message(
        "Points expected to be redeemed still × what a point costs: by vintage, ultimate redemption rate × issued − redeemed",
        zh: "预计仍会兑换的积分 × 每积分的成本：按发放月份，最终兑换率 × 发放 − 已兑换"),
      by: [.month], needsAccounts: true
    ) { slice in
      guard slice.costing.hasPoints else { return .money(.zero) }
      return (slice.accounts?.accrual).map { .money(Money(minor: $0.closing)) } ?? .unknown
    },
    Metric(
      "breakage", zh: "失效率", also: [Alias(zh: "积分失效率")], .share,
      Message(
        "Points that are expected never to be redeemed, as a share of all issued and not clawed back: 1 − redemption rate",
        zh: "预计永远不会兑换的积分占全部已发放（扣除退货扣回）积分的比例：1 − 最终兑换率"),
      by: [.month], needsAccounts: true
    ) { slice in .share(part: slice.accounts?.breakage ?? 0, whole: slice.accounts?.points ?? 0) },
    Metric(
      "deferred_revenue", zh: "递延收入", also: [Alias(zh: "合同负债")], .money,
      Message(
        "Sales allocated to points and not yet recognised as revenue (IFRS 15 B39–B46)",
        zh: "分摊至积分、尚未确认的收入（IFRS 15 B39–B46）"),
      by: [.month], needsAccounts: true
    ) { slice in
      guard slice.costing.hasPoints else { return .money(.zero) }
      return (slice.accounts?.deferral).map { .money(Money(minor: $0.closing)) } ?? .unknown
    },
  ]
}
