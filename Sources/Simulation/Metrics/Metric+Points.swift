extension Metric {
  /// Whether it tells of points, so that it would be another without a points policy. Where no metric does, and no tier asks
  /// for points, the policy need not be computed.
  public var turnsOnPoints: Bool { unit == .points || needsAccounts || Metric.withPoints.contains(name) }

  /// Those besides whose unit is another.
  private static let withPoints: Set<String> = [
    "redemption_rate", "points_cost", "programme_cost", "margin", "budget_left", "transfers_refused",
  ]
}
