public import Messages
public import Programme
public import Quantities
public import Simulation

/// Outcomes of several scenarios over one range, laid out as rows.
public struct Comparison {
  /// The days that are compared.
  public let range: DayRange
  /// What is compared; to be set before the first scenario is added.
  public var calls: [MetricCall] = []
  /// One a scenario, in the order of adding.
  public private(set) var outcomes: [Outcome] = []
  /// By scenario and segment, of those that rows or metrics name.
  private var ofSegments: [[String: Outcome]] = []
  /// Whether a metric asks for what only accounts tell.
  public private(set) var needsAccounts = false
  /// What the calls ask for.
  public private(set) var bound: [BoundMetric] = []
  /// The scenarios, in the order of adding.
  public private(set) var names: [String] = []
  /// Whether each row is of one tier.
  public private(set) var isByTier = false
  /// What else rows are split by.
  public private(set) var furtherSplit: Split?
  private var groupNames: [Message] = []
  /// By group: whether there is anything to say of it.
  private var isUsed: [Bool] = []

  /// A comparison of no scenario yet.
  public init(range: DayRange) { self.range = range }

  /// What each row is of; to be said before the first scenario is added.
  /// - Throws: where a split is named twice, or more than one besides the tier.
  public mutating func split(by splits: SplitList) throws(Diagnostic) {
    for name in splits {
      if name.split == .tier ? isByTier : name.split == furtherSplit {
        throw Diagnostic(AnalysisProblem.namedTwice(name.split.rawValue), at: name.span)
      }
      if name.split == .tier {
        isByTier = true
      } else if furtherSplit == nil {
        furtherSplit = name.split
      } else {
        throw Diagnostic(AnalysisProblem.oneSplitOnly, at: name.span)
      }
    }
  }

  /// Runs a scenario and keeps its figures.
  public mutating func add(_ name: String, _ rules: Rules, _ analyst: inout Analyst) throws(Diagnostic) {
    let split = furtherSplit == .segment ? nil : furtherSplit
    bound = try calls.map { call throws(Diagnostic) in try analyst.bind(call) }
    needsAccounts = bound.contains(where: \.needsAccounts)
    let outcome = try analyst.outcome(rules, over: range, by: split, accounts: needsAccounts)
    names.append(name)
    outcomes.append(outcome)
    if let split, let dataset = analyst.dataset {
      groupNames = ReceiptGrouping(split, dataset.book, range: range).names
    }
    var segments: [String] = []
    if furtherSplit == .segment {
      segments = analyst.programme.segments.map(\.name)
      guard !segments.isEmpty else {
        throw Diagnostic(
          AnalysisProblem.missing(
            Message("a segment", zh: "分群"), of: "by segment",
            usage: Message(verbatim: "segment NAME { where = … }")))
      }
      groupNames = segments.map { Message(verbatim: $0) }
    }
    for case let segment? in bound.map(\.segment) where !segments.contains(segment) { segments.append(segment) }
    let found = segments.isEmpty ? [] : try analyst.outcomes(ofSegments: segments, rules, over: range)
    ofSegments.append(Dictionary(uniqueKeysWithValues: zip(segments, found)))
    if isUsed.isEmpty { isUsed = groupNames.map { _ in furtherSplit == .segment } }
    for group in groupNames.indices where !isUsed[group] { isUsed[group] = hasAnything(in: group) }
  }

  /// What a reader must know of figures that look back, or at who referred whom.
  public func comingNotes(_ analyst: Analyst) -> [Message] {
    analyst.comingNotes(on: bound, over: range, by: furtherSplit)
  }

  var looksAtSegments: Bool { ofSegments.contains { !$0.isEmpty } }

  /// Every tier that any of the scenarios has, in the order of the first that has it.
  private var tierNames: [String] {
    var found: [String] = []
    for tier in outcomes.flatMap(\.tiers) where !found.contains(tier) { found.append(tier) }
    return found
  }

  /// What a row is of: a tier, a group of the split, both, or everything.
  public struct Row {
    /// Its tier; nil where it is of all tiers.
    public let tier: String?
    fileprivate let group: Int?
    /// What its group is called; nil where rows are not split by one.
    public let groupName: Message?
  }

  /// By group, and tier by tier within each.
  public var rows: [Row] {
    let tiers: [String?] = isByTier ? tierNames : [nil]
    let groups: [Int?] = furtherSplit == nil ? [nil] : groupNames.indices.filter { isUsed[$0] }
    return groups.flatMap { group in tiers.map { Row(tier: $0, group: group, groupName: group.map { groupNames[$0] }) }
    }
  }

  /// Whether there are receipts in a group in the scenario added last, or any of its figures says something, as the
  /// churn of a month without a receipt does. The blank group mostly is empty.
  private func hasAnything(in group: Int) -> Bool {
    guard let outcome = outcomes.last else { return false }
    let flow = outcome.flow(ofGroup: group)
    if flow[.purchases] != 0 || flow[.returns] != 0 || outcome.walkInSpend[group] != 0 { return true }
    // In a month everything happens that does without a receipt, too.
    if furtherSplit == .month, flow != Flow() { return true }
    let tiers: [Int?] = [nil] + outcome.tiers.indices.map { $0 }
    return bound.contains { call in
      let allowed = isByTier && call.metric.splits.contains(.tier) ? tiers : [nil]
      return call.metric.splits.contains { $0 == furtherSplit }
        && allowed.contains { tier in
          !outcome.value(of: call.metric, in: SliceKey(tier: tier, group: group, named: call.named)).isEmpty
        }
    }
  }

  /// The figure of one row; nothing where the scenario's ladder lacks the row's tier.
  private func value(_ call: MetricCall, _ bound: BoundMetric, _ row: Row, of scenario: Int) throws(Diagnostic)
    -> MetricValue?
  {
    let outcome = outcomes[scenario]
    var tier = try bound.tierIndex(in: outcome, call)
    if let name = row.tier {
      guard let index = outcome.tiers.firstIndex(of: name) else { return nil }
      guard tier == nil || tier == index else { return nil }
      tier = index
    }
    let rowSegment = furtherSplit == .segment ? row.group.map { groupNames[$0].text(in: .english) } : nil
    if let segment = rowSegment ?? bound.segment, let part = ofSegments[scenario][segment] {
      return part.value(of: bound, in: tier, ofAll: outcome)
    }
    return outcome.value(
      of: bound.metric,
      in: SliceKey(tier: tier, group: row.group, named: bound.named))
  }

  private func checked(_ analyst: Analyst) throws(Diagnostic) -> [BoundMetric] {
    var result: [BoundMetric] = []
    for (place, call) in calls.enumerated() where calls[..<place].contains(call) {
      throw Diagnostic(AnalysisProblem.namedTwice(call.text), at: call.span)
    }
    for call in calls {
      let metric = try analyst.bind(call)
      let asked: [Split] = (isByTier ? [.tier] : []) + (furtherSplit.map { [$0] } ?? [])
      for split in asked where !metric.metric.splits.contains(split) {
        throw Diagnostic(
          AnalysisProblem.metricNotSplit(call.name, by: split.rawValue, possible: metric.metric.splitNames),
          at: call.span)
      }
      if let furtherSplit, metric.segment != nil {
        throw Diagnostic(
          AnalysisProblem.metricArguments(
            call.name,
            expected: Message(
              "no segment where rows are split by \(furtherSplit.rawValue)", zh: "分群以外的名称：行已按\(furtherSplit.noun)拆分")),
          at: call.span)
      }
      if isByTier, let furtherSplit, furtherSplit != .segment, metric.metric.traits.contains(.countsMembers) {
        throw Diagnostic(ComparisonProblem.splitTwice(call.name, by: furtherSplit), at: call.span)
      }
      guard metric.scenario == nil else {
        throw Diagnostic(
          AnalysisProblem.metricArguments(
            call.name, expected: Message("no scenario here: each row is one", zh: "方案以外的名称：这里每一行就是一个方案")),
          at: call.span)
      }
      result.append(metric)
    }
    return result
  }

  /// The figures, by scenario, row and metric; nil where the scenario's ladder lacks the row's tier.
  /// - Throws: where a metric is named twice, or cannot be asked row by row.
  public func figures(_ analyst: Analyst) throws(Diagnostic) -> [[[MetricValue?]]] {
    let bound = try checked(analyst)
    return try names.indices.map { scenario throws(Diagnostic) in
      try rows.map { row throws(Diagnostic) in
        try zip(calls, bound).map { call, metric throws(Diagnostic) in
          try value(call, metric, row, of: scenario)
        }
      }
    }
  }
}

extension Comparison {
  /// As at which day segments are looked at, where any is.
  public func segmentNotes(_ analyst: Analyst) -> [Message] {
    guard looksAtSegments, let data = analyst.dataset else { return [] }
    let day = analyst.asOf(data)
    return [
      Message("segments have the members that they have at \(day), whatever the range", zh: "分群的成员以 \(day) 为准，与区间无关")
    ]
  }
}
