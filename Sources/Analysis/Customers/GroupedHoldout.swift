public import CustomerModels
import MemberBook
public import Messages
public import Quantities

/// How well the models forecast each group of members, fitted to that group alone.
public struct GroupedHoldout {
  /// One group.
  public struct Row {
    /// What the group is called.
    public let name: String
    /// How many of the group had bought by the calibration day.
    public let members: Int
    /// Nil where the group has too few who came back for models of its own.
    public let comparison: HoldoutComparison?
  }

  /// What members are grouped by.
  public let split: FitSplit
  /// The models, in the order asked for.
  public let kinds: [ModelKind]
  /// The largest first.
  public let rows: [Row]
}

extension Analyst {
  /// The same as `holdout`, group by group of `split`.
  /// - Throws: also where the data do not have what members are grouped by.
  public func groupedHoldout(
    by split: FitSplit, of kinds: [ModelKind], calibration: Day, through last: Day
  ) throws(Diagnostic) -> GroupedHoldout {
    let book = try loaded().book
    let groups = try FitGroups(split, book)
    let all = try MemberSummaries(book, through: calibration, job: job)
    var rows: [GroupedHoldout.Row] = []
    for (group, name) in groups.names.enumerated() {
      let own = all.only { groups.groups[$0] == Int32(group) }
      let table = own.table
      guard table.members > 0 else { continue }
      let comparison =
        table.repeatBuyers < CustomersProblem.fewestRepeatBuyers
        ? nil
        : try HoldoutComparison(kinds, of: own, in: book, calibration: calibration, through: last, job: job)
      rows.append(GroupedHoldout.Row(name: name, members: table.members, comparison: comparison))
    }
    return GroupedHoldout(
      split: split, kinds: kinds,
      rows: rows.enumerated().sorted { ($1.element.members, $0.offset) < ($0.element.members, $1.offset) }
        .map(\.element))
  }
}
