public import Programme

extension Metric {
  /// Whether it tells of points, so that it would be another without a points policy.
  public var turnsOnPoints: Bool {
    unit == .points || traits.contains(.turnsOnPoints) || traits.contains(.needsAccounts)
  }
}

extension Rules {
  /// What of the rules must be computed for `metrics`: where neither they nor tiers turn on points, the points policy need
  /// not be.
  public func needed(for metrics: [Metric]) -> Rules {
    let isCounted = ladder.tiers.contains { $0.points.isSet || $0.tasks.contains(where: \.points.isSet) }
    // Rewards may raise tiers, and pools share them.
    guard !isCounted, points?.rewards.isEmpty ?? true, points?.pools.isEmpty ?? true,
      !metrics.contains(where: \.turnsOnPoints)
    else { return self }
    var rules = self
    rules.points = nil
    return rules
  }
}
