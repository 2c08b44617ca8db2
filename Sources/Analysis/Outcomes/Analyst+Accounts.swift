import MemberBook
public import Messages
import Programme
public import Quantities
public import Simulation

extension Analyst {
  /// The accounts of the months that `range` touches, with the outcome they belong to.
  /// - Throws: without a points policy, and for data too long to be accounted for.
  public mutating func accountedOutcome(
    of scenario: Reference, over range: DayRange, at span: SourceSpan?
  ) throws(Diagnostic) -> Outcome {
    let rules = try rules(of: scenario)
    guard rules.points != nil else { throw Diagnostic(AccountsProblem.noPoints, at: span) }
    let first = try loaded(at: span).book.firstDay
    guard VintageTable.covers(first, through: range.last) else {
      let months = VintageTable.monthCount(from: first, through: range.last)
      throw Diagnostic(AccountsProblem.tooManyMonths(months, limit: VintageTable.monthLimit), at: span)
    }
    return try outcome(rules, over: range, accounts: true)
  }

  /// Which months are accounted for, where `range` says something else.
  public func monthNotes(_ range: DayRange, _ months: [PointsAccounts.Month]) -> [Message] {
    var notes: [Message] = []
    let first = range.first.firstOfMonth
    if first < range.first, let data = dataset?.book.firstDay, data < range.first {
      notes.append(
        Message("accounts are kept by calendar months: these begin on \(first)", zh: "账目按自然月记：从 \(first) 开始"))
    }
    if let last = months.last?.last, last < last.firstOfNextMonth - 1 {
      notes.append(
        Message(
          "the last month is accounted for through \(last); estimates rest on whole months",
          zh: "最后一个月记到 \(last)；估计只用完整的月份"))
    }
    return notes
  }

  /// What the estimates of accounts rest on.
  public func accountNotes(_ outcome: Outcome) -> [Message] {
    guard let last = outcome.accountMonths.last else { return [] }
    var notes: [Message] = []
    if let shortage = last.estimate.shortage {
      notes.append(
        .sentence(
          shortage.reason(by: last.last),
          Message(
            ", so whatever is outstanding counts as going to be redeemed, and breakage is what has expired",
            zh: "，所以未用的积分都按将会兑换计，失效只计已过期的"), separator: .empty))
    } else if let short = outcome.accountMonths.last(where: { $0.estimate.shortage != nil }) {
      notes.append(
        Message(
          "through \(short.name) there was too little to estimate redemption by; the first estimate after it moves what "
            + "was booked before",
          zh: "到 \(short.name) 为止数据太少，无法估计兑换；之后的第一次估计会调整以前所记的金额"))
    }
    if last.accrual != nil, last.deferral == nil {
      notes.append(
        Message(
          "deferred revenue needs `value`, what a point buys", zh: "递延收入需要 `value`，即一积分可抵多少钱"))
    }
    return notes
  }
}

extension UltimateRedemption.Shortage {
  fileprivate func reason(by day: Day) -> Message {
    switch self {
    case .noRedemption: Message("no point was redeemed by \(day)", zh: "到 \(day) 没有积分被兑换")
    case .noLastAge:
      Message(
        "points do not expire by their age: no month's points are seen to their end",
        zh: "积分不按获得时间过期：没有哪个月的积分看得到最终结果")
    case .fewVintages(let found, let needed):
      Message(
        "by \(day) the points of \(counted(found, "month")) were seen to their end, and an estimate takes \(needed)",
        zh: "到 \(day) 只有 \(found) 个月的积分看得到最终结果，而估计需要 \(needed) 个月")
    }
  }
}
