public import MemberBook
public import Messages
import Planning
import Programme
public import Simulation

/// A metric call with its names looked up.
public struct BoundMetric {
  /// What is asked for.
  public let metric: Metric
  /// Of the members on this tier; nil for all.
  public var tier: String?
  /// Of this scenario; nil where none is named.
  public var scenario: String?
  /// Of this benefit or coupon; nil for all.
  public var benefit: String?
  var budget: String?
  var goal: String?
  /// Of the members of this segment or tag; nil for all.
  public var segment: String?
  /// Whether it is told only by an outcome that accounts are attached to.
  public var needsAccounts: Bool

  init(metric: Metric) {
    self.metric = metric
    needsAccounts = metric.needsAccounts
  }

  /// The part of an outcome that it asks for.
  public func key(in outcome: Outcome, _ call: MetricCall) throws(Diagnostic) -> SliceKey {
    SliceKey(tier: try tierIndex(in: outcome, call), benefit: benefit, budget: budget, goal: goal)
  }
}

extension Analyst {
  /// What the names in a metric call stand for: a tier of any ladder, a segment, or a scenario.
  public func bind(_ call: MetricCall) throws(Diagnostic) -> BoundMetric {
    if ResponseMetric(rawValue: call.name) != nil {
      throw Diagnostic(AnalysisProblem.needsResponse(call.name), at: call.span)
    }
    guard let metric = Metric.named(call.name) else {
      throw Diagnostic(AnalysisProblem.unknownMetric(call.name, names: Metric.allNames), at: call.span)
    }
    if metric.name == "margin", let dataset, dataset.book.lines.cost.isEmpty,
      !programme.assumptions.contains(where: { $0.subject == .margin })
    {
      throw Diagnostic(PlanningProblem.unknownMargin, at: call.span)
    }
    var bound = BoundMetric(metric: metric)
    if metric.identity == .goalsMissed {
      let asked = programme.goals.filter { goal in
        call.arguments.allSatisfy { $0.name == goal.name } || call.arguments.contains { $0.name == goal.name }
      }
      bound.needsAccounts = asked.contains(where: \.needsAccounts)
    }
    let tiers = programme.tierNames
    for argument in call.arguments {
      let isTier = tiers.contains(argument.name) && argument.kind ?? "tier" == "tier"
      let isScenario = programme.scenarioNames.contains(argument.name) && argument.kind ?? "scenario" == "scenario"
      let isSegment = programme.condition(ConditionName(argument.name, kind: argument.kind)) != nil
      if isSegment {
        let others = (isTier ? [Message.kind("tier")] : []) + (isScenario ? [.kind("scenario")] : [])
        if !others.isEmpty {
          throw Diagnostic(
            AnalysisProblem.ambiguousName(argument.name, meanings: others + [.kind("segment")]), at: call.span)
        }
        try bind(segment: argument.name, call, &bound)
        continue
      }
      if metric.name == "benefit_cost", !isTier, !isScenario, argument.kind == nil,
        (programme.benefits.map(\.name) + programme.coupons.map(\.name)).contains(argument.name)
      {
        bound.benefit = argument.name
        continue
      }
      if metric.name == "budget_left", !isTier, !isScenario, argument.kind == nil,
        programme.budgets.contains(where: { $0.name == argument.name })
      {
        bound.budget = argument.name
        continue
      }
      if metric.identity == .goalsMissed, !isTier, !isScenario, argument.kind == nil,
        programme.goals.contains(where: { $0.name == argument.name })
      {
        bound.goal = argument.name
        continue
      }
      switch (isTier, isScenario) {
      case (true, true):
        throw Diagnostic(
          AnalysisProblem.ambiguousName(argument.name, meanings: [.kind("tier"), .kind("scenario")]), at: call.span)
      case (false, false):
        throw Diagnostic(
          AnalysisProblem.noSuch(
            kind: argument.kind.map { .kind($0) } ?? .choice([.kind("tier"), .kind("scenario")]), argument.name,
            names: tiers + programme.scenarioNames + programme.conditions.map(\.name),
            list: Message(
              "`show ladders` and `show scenarios` list them.", zh: "`show ladders` 和 `show scenarios` 列出它们。")),
          at: call.span)
      case (true, false):
        guard bound.tier == nil else {
          throw Diagnostic(
            AnalysisProblem.metricArguments(call.name, expected: Message("one tier at most", zh: "最多一个等级")),
            at: call.span)
        }
        guard metric.splits.contains(.tier) else {
          throw Diagnostic(
            AnalysisProblem.metricNotSplit(call.name, by: "tier", possible: metric.splitNames), at: call.span)
        }
        bound.tier = argument.name
      case (false, true):
        guard bound.scenario == nil else {
          throw Diagnostic(
            AnalysisProblem.metricArguments(call.name, expected: Message("one scenario at most", zh: "最多一个方案")),
            at: call.span)
        }
        bound.scenario = argument.name
      }
    }
    return bound
  }

  private func bind(segment name: String, _ call: MetricCall, _ bound: inout BoundMetric) throws(Diagnostic) {
    guard bound.segment == nil else {
      throw Diagnostic(
        AnalysisProblem.metricArguments(call.name, expected: Message("one segment at most", zh: "最多一个分群")),
        at: call.span)
    }
    guard bound.metric.splits.contains(.segment) else {
      throw Diagnostic(
        AnalysisProblem.metricNotSplit(call.name, by: "segment", possible: bound.metric.splitNames), at: call.span)
    }
    bound.segment = name
  }
}

extension Metric {
  /// Metrics by all their names.
  public static var allNames: [String] { all.map(\.name) + all.flatMap(\.aliases).flatMap(\.forms) }

  /// What it can be split by.
  public var splitNames: [String] { Split.allCases.filter { splits.contains($0) }.map(\.rawValue) }
}

extension BoundMetric {
  /// The tier's place in the ladder that an outcome was computed with; nil for all tiers.
  func tierIndex(in outcome: Outcome, _ call: MetricCall) throws(Diagnostic) -> Int? {
    guard let tier else { return nil }
    guard let index = outcome.tiers.firstIndex(of: tier) else {
      throw Diagnostic(
        AnalysisProblem.noSuch(
          kind: .kind("tier"), tier, names: outcome.tiers,
          list: Message("the ladder in force has others.", zh: "生效的等级体系有别的等级。")),
        at: call.span)
    }
    return index
  }
}

extension Findings {
  /// The counts of a load under the names that conditions use.
  public func count(named name: String) -> Int64? {
    switch name {
    case "rows": Int64(rows)
    case "accepted": Int64(accepted)
    case "merged": Int64(merged)
    case "quarantined": Int64(quarantined)
    case "walk_ins": Int64(walkIns)
    default: nil
    }
  }
}
