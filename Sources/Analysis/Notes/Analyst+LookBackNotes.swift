import MemberBook
public import Messages
public import Programme
public import Quantities
public import Simulation

extension Analyst {
  /// What a reader must know of figures that hold a range against the one before, or go by who referred whom.
  public func comingNotes(on bound: [BoundMetric], over range: DayRange, by split: Split? = nil) -> [Message] {
    let asked = bound.filter { $0.metric.identity == .goalsMissed }
    return comingNotes(on: Set(bound.map(\.metric.identity)), over: range, by: split)
      + asked.compactMap { missingGoal($0.goal, over: range) }
  }

  /// The same, of metrics by their names.
  public func comingNotes(on metrics: Set<MetricName>, over range: DayRange, by split: Split? = nil) -> [Message] {
    guard let data = dataset else { return [] }
    var notes: [Message] = []
    if !metrics.isDisjoint(with: [.retention, .churn]) { notes.append(earlierNote(data, range, split)) }
    if metrics.contains(.referralsPerMember) { notes += referralNotes(data) }
    return notes
  }

  private func earlierNote(_ data: Dataset, _ range: DayRange, _ split: Split?) -> Message {
    let start = data.book.firstDay
    let earlier = range.earlier
    let isMonthly = split == .month
    let before = isMonthly ? range.months.first.map(\.monthBefore) ?? earlier : earlier
    if before.last < start {
      return isMonthly
        ? Message(
          "nothing is known of \(before), before the data start, so retention and churn of the first month are unknown",
          zh: "数据开始之前的 \(before) 一无所知，所以首月的留存率和流失率未知")
        : Message(
          "nothing is known of \(before), before the data start on \(start), so retention and churn are unknown",
          zh: "数据从 \(start) 开始，之前的 \(before) 一无所知，所以留存率和流失率未知")
    }
    if before.first < start {
      return Message(
        "retention and churn look back to \(before), of which the data know the days from \(start) on only",
        zh: "留存率和流失率与 \(before) 比较，而数据只有从 \(start) 起的日期")
    }
    return isMonthly
      ? Message(
        "retention and churn hold each month against the same days of the month before", zh: "留存率和流失率把每月与上月的相同日期比较")
      : Message("retention and churn look back to \(before)", zh: "留存率和流失率与 \(before) 比较")
  }

  private func referralNotes(_ data: Dataset) -> [Message] {
    guard let referrals = data.history.referrals else {
      return [
        Message(
          "the data name no referrers, so referrals_per_member is unknown; a members file may have a column `referrer`",
          zh: "数据没有推荐人，所以人均推荐数未知；会员文件可以有一列 `推荐人`")
      ]
    }
    guard referrals.strays > 0 else { return [] }
    return [
      Message(
        "\(counted(referrals.strays, "member")) \(referrals.strays == 1 ? "names" : "name") a referrer who is no other "
          + "member's id, and \(referrals.strays == 1 ? "does" : "do") not count as referred",
        zh: "\(grouped(Int64(referrals.strays))) 名会员的推荐人不是其他会员的编号，不计入推荐")
    ]
  }
}
