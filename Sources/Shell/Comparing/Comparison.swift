import Messages
import Programme
import Quantities
import Reporting
import Simulation

/// Outcomes of several scenarios over one range, laid out as rows.
struct Comparison {
  let range: DayRange
  var calls: [MetricCall] = []
  private(set) var outcomes: [Outcome] = []
  /// By scenario and segment, of those that rows or metrics name.
  private var ofSegments: [[String: Outcome]] = []
  /// Whether a metric asks for what only accounts tell.
  private(set) var needsAccounts = false
  private(set) var bound: [BoundMetric] = []
  private var names: [String] = []
  private var byTier = false
  private var other: Split?
  private var groupNames: [Message] = []

  init(range: DayRange) { self.range = range }

  mutating func split(by splits: SplitList) throws(Diagnostic) {
    for name in splits {
      if name.split == .tier ? byTier : name.split == other {
        throw Diagnostic(ShellProblem.namedTwice(name.split.rawValue), at: name.span)
      }
      if name.split == .tier {
        byTier = true
      } else if other == nil {
        other = name.split
      } else {
        throw Diagnostic(ShellProblem.oneSplitOnly, at: name.span)
      }
    }
  }

  /// Runs a scenario and keeps its figures.
  mutating func add(_ name: String, _ rules: Rules, _ session: inout Session) throws(Diagnostic) {
    let split = other == .segment ? nil : other
    bound = try calls.map { call throws(Diagnostic) in try session.bind(call) }
    needsAccounts = bound.contains(where: \.needsAccounts)
    let outcome = try session.outcome(rules, over: range, by: split, accounts: needsAccounts)
    names.append(name)
    outcomes.append(outcome)
    if let split, let dataset = session.dataset {
      groupNames = ReceiptGrouping(split, dataset.book, range: range).names
    }
    var segments: [String] = []
    if other == .segment {
      segments = session.programme.segments.map(\.name)
      guard !segments.isEmpty else {
        throw Diagnostic(
          ShellProblem.missing(
            Message("a segment", zh: "分群"), of: "by segment",
            usage: Message(verbatim: "segment NAME { where = … }")))
      }
      groupNames = segments.map { Message(verbatim: $0) }
    }
    for case let segment? in bound.map(\.segment) where !segments.contains(segment) { segments.append(segment) }
    let found = segments.isEmpty ? [] : try session.outcomes(ofSegments: segments, rules, over: range)
    ofSegments.append(Dictionary(uniqueKeysWithValues: zip(segments, found)))
  }

  /// What a reader must know of figures that look back, or at who referred whom.
  func comingNotes(_ session: Session) -> [Message] { session.comingNotes(on: bound, over: range, by: other) }

  var looksAtSegments: Bool { ofSegments.contains { !$0.isEmpty } }

  /// Every tier that any of the scenarios has, in the order of the first that has it.
  private var tierNames: [String] {
    var found: [String] = []
    for tier in outcomes.flatMap(\.tiers) where !found.contains(tier) { found.append(tier) }
    return found
  }

  private struct Row {
    let tier: String?
    let group: Int?
  }

  private var rows: [Row] {
    let tiers: [String?] = byTier ? tierNames : [nil]
    let groups: [Int?] = other == nil ? [nil] : groupNames.indices.filter { other == .segment || isUsed($0) }
    return groups.flatMap { group in tiers.map { Row(tier: $0, group: group) } }
  }

  /// Whether anything happened in a group; the blank one mostly is empty.
  private func isUsed(_ group: Int) -> Bool {
    outcomes.contains { $0.flow(ofGroup: group) != Flow() || $0.walkInSpend[group] != 0 }
  }

  private func columns(difference: Bool) -> [Table.Column] {
    [Table.Column(.scenario)] + (other.map { [Table.Column($0.heading)] } ?? [])
      + (byTier ? [Table.Column(.tier)] : []) + calls.map { Table.Column($0.heading, isDifference: difference) }
  }

  private func heads(_ scenario: String, _ row: Row) -> [Cell] {
    [.text(scenario)] + (row.group.map { [.word(groupNames[$0])] } ?? []) + (row.tier.map { [.text($0)] } ?? [])
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
    let rowSegment = other == .segment ? row.group.map { groupNames[$0].text(in: .english) } : nil
    if let segment = rowSegment ?? bound.segment, let part = ofSegments[scenario][segment] {
      return part.value(of: bound, in: tier, ofAll: outcome)
    }
    return outcome.value(
      of: bound.metric,
      in: SliceKey(tier: tier, group: row.group, named: bound.named))
  }

  private func checked(_ session: Session) throws(Diagnostic) -> [BoundMetric] {
    var result: [BoundMetric] = []
    for (place, call) in calls.enumerated() where calls[..<place].contains(call) {
      throw Diagnostic(ShellProblem.namedTwice(call.text), at: call.span)
    }
    for call in calls {
      let metric = try session.bind(call)
      let asked: [Split] = (byTier ? [.tier] : []) + (other.map { [$0] } ?? [])
      for split in asked where !metric.metric.splits.contains(split) {
        throw Diagnostic(
          ShellProblem.metricNotSplit(call.name, by: split.rawValue, possible: metric.metric.splitNames), at: call.span)
      }
      if let other, metric.segment != nil {
        throw Diagnostic(
          ShellProblem.metricArguments(
            call.name,
            expected: Message("no segment where rows are split by \(other.rawValue)", zh: "分群以外的名称：行已按\(other.noun)拆分")),
          at: call.span)
      }
      if byTier, let other, other != .segment, metric.metric.traits.contains(.countsMembers) {
        throw Diagnostic(ComparisonProblem.splitTwice(call.name, by: other), at: call.span)
      }
      guard metric.scenario == nil else {
        throw Diagnostic(
          ShellProblem.metricArguments(
            call.name, expected: Message("no scenario here: each row is one", zh: "方案以外的名称：这里每一行就是一个方案")),
          at: call.span)
      }
      result.append(metric)
    }
    return result
  }

  func table(_ session: Session) throws(Diagnostic) -> Table {
    var table = Table("scenarios", columns: columns(difference: false))
    let bound = try checked(session)
    for (place, name) in names.enumerated() {
      for row in rows {
        var cells = heads(name, row)
        for (call, metric) in zip(calls, bound) {
          cells.append(try value(call, metric, row, of: place)?.cell ?? .none)
        }
        table.rows.append(cells)
      }
    }
    return table
  }

  func differences(_ session: Session) throws(Diagnostic) -> Table {
    let first = names.first ?? ""
    var table = Table(
      "differences", title: Message("difference from \(first)", zh: "与 \(first) 的差"),
      columns: columns(difference: true))
    let bound = try checked(session)
    for (place, name) in names.enumerated().dropFirst() {
      for row in rows {
        var cells = heads(name, row)
        for (call, metric) in zip(calls, bound) {
          let first = try value(call, metric, row, of: 0)
          let second = try value(call, metric, row, of: place)
          cells.append(first.flatMap { first in second?.difference(from: first) } ?? .none)
        }
        table.rows.append(cells)
      }
    }
    return table
  }
}

/// What can be wrong with the tables of a comparison.
enum ComparisonProblem: Problem {
  /// A figure that cannot be split by the tier and by something else too.
  case splitTwice(String, by: Split)

  var code: ErrorCode { .metric }

  var message: Message {
    switch self {
    case .splitTwice(let name, let split):
      Message(
        "\(name) cannot be split by tier and \(split.rawValue) at once",
        zh: "\(name) 不能同时按 tier 和 \(split.rawValue) 拆分")
    }
  }

  var hint: Message? {
    switch self {
    case .splitTwice(_, let split):
      Message("it can be split by tier, \(split.rawValue) alone", zh: "可以只按 tier 或只按 \(split.rawValue) 拆分")
    }
  }
}
