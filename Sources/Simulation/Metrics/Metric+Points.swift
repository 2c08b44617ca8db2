public import Programme

extension Metric {
  /// Whether it tells of points, so that it would be another without a points policy.
  public var turnsOnPoints: Bool {
    unit == .points || traits.contains(.turnsOnPoints) || traits.contains(.needsAccounts)
  }
}

extension Rules {
  /// What of the rules must be computed for `metrics` of `history`: where neither they nor tiers turn on points, the
  /// points policy need not be.
  public func needed(for metrics: [Metric], of history: PurchaseHistory) -> Rules {
    // Rewards may raise tiers, and pools share them. Of members with actions or opening points the policy also decides
    // from when on there is anything to do for them.
    guard !ladder.asksForPoints, points?.rewards.isEmpty ?? true, points?.pools.isEmpty ?? true, history.facts == nil,
      !metrics.contains(where: \.turnsOnPoints)
    else { return self }
    var rules = self
    rules.points = nil
    return rules
  }
}
