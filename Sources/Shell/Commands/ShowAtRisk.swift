import Analysis
import CustomerModels
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `show at risk [top 20] [over last 12mo]`: who is slipping away, and what would be saved.
struct ShowAtRisk: Command {
  var top: Count?
  var range: Placed<Horizon>?

  static let syntax = Syntax<ShowAtRisk>(
    "show at risk",
    Message(
      "Members who are slipping away: P(alive) fell by 10 points and more in 90 days, or they stay away for longer than nine "
        + "in ten of their own gaps; first those with most to save, value if alive × the fall of P(alive)",
      zh: "正在流失的会员：留存概率 90 天内下降 10 个百分点以上，或离店时间超过自己九成的购买间隔；按可挽回价值排列：留存时的价值 × 留存概率的降幅"),
    [
      .clause("top", takes: Label.number, \.top, Message("How many; 20 where it is left out", zh: "多少名；省略时为 20")),
      .clause(
        "over", takes: Label.range, \.range,
        Message(
          "They bought within it and are looked at on its last day; last 12mo where it is left out",
          zh: "会员在其中购买过，按它的最后一天评估；省略时为 last 12mo"), offers: .ranges),
    ],
    examples: [Example("show at risk top 3", shown: 8), "show at risk top 5 over last 6mo"])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let range = try session.analyst.days(of: range ?? Placed(.last(.months(12))))
    let risk = try session.analyst.atRisk(over: range)
    guard risk.buyers > 0 else { throw Diagnostic(CustomersProblem.noMembers(range), at: self.range?.span) }
    let limit = Int(clamping: top?.value ?? 20)
    let reasons = try session.analyst.riskReasons(over: range)
    var report = Report(
      verb: "show",
      title: Message(
        "at risk on \(range.last), of \(counted(risk.buyers, "member")) who bought over \(range)",
        zh: "\(range.last) 正在流失的会员，\(range) 购买过的共 \(grouped(Int64(risk.buyers))) 名"))
    report.tables = [table(risk.candidates.prefix(limit), data.book, through: range.last, reasons)]
    report.values = [
      .init(.atRisk, .count(Int64(risk.candidates.count))),
      .init(.falling, .count(Int64(risk.candidates.count { $0.isFalling }))),
      .init(.late, .count(Int64(risk.candidates.count { $0.isLate }))),
      .init(.stake, .money(Money(minor: Int64(nearest: risk.candidates.reduce(0) { $0 + $1.stake } * 100)))),
    ]
    report.notes = [
      Message(
        "at stake: the value if alive × (P(alive) \(AtRisk.span) days before − now); usual: nine in ten gaps were shorter",
        zh: "可挽回：留存时的价值 ×（\(AtRisk.span) 天前的留存概率 − 现在的）；惯常：九成的购买间隔不超过它"),
      .sentence(risk.outlook.meaning(of: .value, risk.margin), risk.outlook.source, separator: Message(", ", zh: "，")),
      Message(
        "reasons: what happened from \(AtRisk.span) days before the last purchase until they were due again; associations, "
          + "not causes", zh: "原因：末次购买前 \(AtRisk.span) 天到本该再来之日之间发生的事；是关联，不是因果"),
    ]
    if risk.outlook.model == .nbd {
      report.notes.append(
        Message(
          "NBD holds nobody to have left, so that members' own rhythm alone tells, and nothing counts as at stake",
          zh: "NBD 视为无人流失，所以只看会员自身的节奏，可挽回价值都为 0"))
    }
    if risk.candidates.count > limit {
      let all = grouped(Int64(risk.candidates.count))
      report.notes.append(
        Message("\(limit) of \(all) members; `top N` lists more", zh: "\(all) 名会员中的 \(limit) 名；`top N` 列出更多"))
    }
    return .report(report)
  }

  private func table(
    _ rows: some Sequence<AtRisk.Candidate>, _ book: Book, through last: Day, _ reasons: RiskReasons
  ) -> Table {
    var table = Table(
      "at_risk",
      columns: [
        .init(.member), .init(.last), .init(.gap), .init(.usual), .init(.before), .init(.now),
        .init(.valueIfAlive), .init(.stake), .init(.why, wraps: true),
      ])
    for row in rows {
      table.rows.append([
        .text(book.members.id(of: row.member)), .day(last - row.gap), .count(Int64(row.gap)),
        row.usual < 0 ? .none : .count(Int64(row.usual)), .estimate(row.before, .share), .estimate(row.now, .share),
        .money(Money(minor: Int64(nearest: row.valueIfAlive * 100))),
        .money(Money(minor: Int64(nearest: row.stake * 100))),
        .word(.sentence(reasons.of(row.member, usual: row.usual), separator: Message("; ", zh: "；"))),
      ])
    }
    return table
  }
}

extension Heading {
  fileprivate static let last = Heading("last_purchase", Message("last", zh: "末次购买"))
  fileprivate static let gap = Heading("gap", Message("gap", zh: "间隔"))
  fileprivate static let usual = Heading("usual_gap", Message("usual", zh: "惯常"))
  fileprivate static let before = Heading("p_alive_before", Message("before", zh: "此前"))
  fileprivate static let now = Heading("p_alive", Message("now", zh: "现在"))
  fileprivate static let valueIfAlive = Heading("value_if_alive", Message("if alive", zh: "留存价值"))
  fileprivate static let stake = Heading("at_stake", Message("at stake", zh: "可挽回"))
  fileprivate static let atRisk = Heading("at_risk", Message("at risk", zh: "正在流失"))
  fileprivate static let falling = Heading("falling", Message("P(alive) falling", zh: "留存概率下降"))
  fileprivate static let late = Heading("late", Message("past their rhythm", zh: "超出自身节奏"))
}
