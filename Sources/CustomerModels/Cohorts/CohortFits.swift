import MemberBook
public import Messages
public import Numerics

/// A model for each group of members, and one for all of them.
///
/// A group with fewer than `fewest` repeat buyers is too small to tell its parameters: all such groups share one fit,
/// *the rest*. Where the rest together is too small as well, or is one group alone, it takes the fit of all members.
public struct CohortFits: Sendable {
  /// Repeat buyers that a group needs for a fit of its own.
  public static let fewest = 100

  /// A group with a customer in it.
  public struct Cohort: Sendable {
    /// The group's number.
    public let group: Int
    /// How many customers it has.
    public let members: Int
    /// How many bought again.
    public let repeatBuyers: Int
    /// Whose fit it uses.
    public let source: Source
  }

  /// Whose fit a group uses.
  public enum Source: Sendable, Equatable {
    case own
    /// Shared by all small groups.
    case rest
    /// Of all members.
    case all
  }

  /// Of all members, those without a group included.
  public let all: ModelFit
  /// Of the small groups together; nil where there are none or too few.
  public let rest: ModelFit?
  /// Groups with a customer in them, ascending.
  public let cohorts: [Cohort]
  private let own: [Int: ModelFit]

  /// `groups` is each member's group, a small number from 0; below 0 for one without any. A group with fewer than
  /// `fewest` repeat buyers is pooled.
  /// - Throws: a `FittingProblem`, or `.interrupted`.
  public init(
    _ kind: ModelKind, to members: MemberSummaries, by groups: [Int32], fewest: Int = CohortFits.fewest,
    job: Job = .unattended
  ) throws(Diagnostic) {
    all = try ModelFit(kind, to: members.table, job: job)
    var keys = [[UInt64]](repeating: [], count: Int(groups.max() ?? -1) + 1)
    for member in 0..<min(members.count, groups.count) where members.isCustomer(member) && groups[member] >= 0 {
      keys[Int(groups[member])].append(members.key(of: member))
    }
    var own: [Int: ModelFit] = [:]
    var small: [(group: Int, table: SummaryTable)] = []
    var cohorts: [Cohort] = []
    for (group, words) in keys.enumerated() where !words.isEmpty {
      let table = SummaryTable(keys: words)
      let isSmall = table.repeatBuyers < max(fewest, 1)
      if isSmall { small.append((group, table)) } else { own[group] = try ModelFit(kind, to: table, job: job) }
      cohorts.append(
        Cohort(
          group: group, members: table.members, repeatBuyers: table.repeatBuyers, source: isSmall ? .rest : .own))
    }
    let pooled = SummaryTable(keys: small.flatMap { keys[$0.group] })
    let isShared = small.count > 1 && pooled.repeatBuyers >= max(fewest, 1)
    rest = isShared ? try ModelFit(kind, to: pooled, job: job) : nil
    self.cohorts = cohorts.map { cohort in
      cohort.source == .rest && !isShared
        ? Cohort(
          group: cohort.group, members: cohort.members, repeatBuyers: cohort.repeatBuyers, source: .all)
        : cohort
    }
    self.own = own
  }

  /// The fit that a group uses.
  public func fit(of group: Int) -> ModelFit {
    if let fit = own[group] { return fit }
    return cohorts.contains { $0.group == group && $0.source == .rest } ? rest ?? all : all
  }
}

extension MemberSummaries {
  func key(of member: Int) -> UInt64 {
    SummaryKey(repeats[member], lastDays[member], observedDays[member]).word
  }
}
