import PlanLanguage
import Quantities

extension Ladder {
  /// The names of all actions that its tiers and their tasks ask for, each once.
  public var actionNames: [String] {
    var names: [String] = []
    let asking = tiers.flatMap { $0.actions.names + $0.tasks.flatMap(\.actions.names) }
    for name in asking where !names.contains(name) { names.append(name) }
    return names
  }

  /// Whether a threshold of a tier or of a task is on points, on some day at least.
  public var asksForPoints: Bool {
    tiers.contains { $0.points.isSet || $0.tasks.contains(where: \.points.isSet) }
  }

  var inconsistency: Inconsistency? {
    if tiers.count > Ladder.tierLimit {
      return Inconsistency(DefinitionProblem.tooManyTiers(limit: Ladder.tierLimit), at: [tiers[Ladder.tierLimit].name])
    }
    guard let entry = tiers.first else { return Inconsistency(DefinitionProblem.noTier(ladder: name), at: []) }
    if entry.hasThreshold {
      return Inconsistency(DefinitionProblem.entryTierHasThreshold(entry.name), at: [entry.name])
    }
    if let found = taskInconsistency ?? invitationInconsistency ?? quotaInconsistency { return found }
    for tier in tiers {
      if let found = tier.negativeSpend { return Inconsistency(found.problem, under: tier.name, at: found.path) }
    }
    for (below, tier) in zip(tiers, tiers.dropFirst()) {
      if !tier.hasThreshold && tier.tasks.isEmpty && tier.by != .invitation {
        return Inconsistency(DefinitionProblem.noThreshold(tier: tier.name), at: [tier.name])
      }
      let found =
        [
          descent("spend", \.spend, of: tier, from: below), descent("visits", \.visits, of: tier, from: below),
          descent("purchases", \.purchases, of: tier, from: below), descent("points", \.points, of: tier, from: below),
        ].compactMap(\.self)
        + tier.actions.names.compactMap { name in
          descent("actions(\(name))", \.actions[name], of: tier, from: below)
        }
      // Where all are needed above and any is enough below, one that is not lower already makes the tier the harder one.
      let isHarder = tier.need == .all && below.need == .any && found.count < tier.common(with: below)
      if let first = found.first, !isHarder { return first }
    }
    return nil
  }

  /// What does not go together about tasks.
  private var taskInconsistency: Inconsistency? {
    for (place, tier) in tiers.enumerated() {
      for task in tier.tasks {
        let path = [tier.name, task.name]
        if place == 0 { return Inconsistency(DefinitionProblem.entryTierHasTask(tier.name), at: path) }
        if !task.hasThreshold { return Inconsistency(DefinitionProblem.emptyTask(task.name), at: path) }
        if let found = task.negativeSpend { return Inconsistency(found.problem, at: path + found.path) }
        if keep == .whileQualified && task.lasts == nil {
          return Inconsistency(DefinitionProblem.taskNeedsTerm(task.name), at: path)
        }
      }
    }
    return nil
  }

  /// What does not go together about invitations.
  private var invitationInconsistency: Inconsistency? {
    for (place, tier) in tiers.enumerated() {
      guard tier.by == .invitation else {
        guard place > 0, tiers[place - 1].by == .invitation else { continue }
        return Inconsistency(
          DefinitionProblem.tierAboveInvitation(tier.name, below: tiers[place - 1].name), at: [tier.name])
      }
      let problem: DefinitionProblem? =
        place == 0
        ? .invitedEntryTier(tier.name)
        : tier.hasThreshold || !tier.tasks.isEmpty ? .invitationWithThreshold(tier.name) : nil
      if let problem { return Inconsistency(problem, at: [tier.name, "by"]) }
    }
    return nil
  }

  /// The lowest tier that is won by invitation; as many as there are tiers where none is.
  public var firstInvitation: Int { tiers.firstIndex { $0.by == .invitation } ?? tiers.count }

  /// A day on which `tier` asks for less than the tier below it.
  private func descent<Value: Phrased & Comparable>(
    _ metric: String, _ path: KeyPath<Tier, Scheduled<Value>>, of tier: Tier, from below: Tier
  ) -> Inconsistency? {
    let (upper, lower) = (tier[keyPath: path], below[keyPath: path])
    for day in [Day.distantPast] + upper.boundaries + lower.boundaries {
      guard let high = upper.value(on: day), let low = lower.value(on: day), high < low else { continue }
      return Inconsistency(
        DefinitionProblem.thresholdBelow(
          metric: metric, tier: tier.name, value: high, previous: below.name,
          previousValue: low),
        at: [tier.name, metric])
    }
    return nil
  }
}
