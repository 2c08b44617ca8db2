import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting

/// `show pareto [over RANGE]`: how much of the spend the best members bring.
struct ShowPareto: Command {
  var range: Placed<Horizon>?

  static let syntax = Syntax<ShowPareto>(
    "show pareto",
    Message(
      "How the spend is spread over the members who bought: what the best bring, and the Gini coefficient",
      zh: "消费额在有购买的会员中如何分布：最好的会员带来多少，以及基尼系数"),
    [
      .clause(
        "over", takes: Label.range, \.range,
        Message("The days that count; all of them where it is left out", zh: "计入的日期；省略时为全部"),
        offers: .ranges)
    ],
    examples: [Example("show pareto over 2025", shown: 14)])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let range = try session.analyst.days(of: range ?? Placed(.history))
    let summary = try MemberSummary(data.book, over: range, nil, session.job)
    let pareto = Pareto(SpendRanking(summary))
    var report = Report(
      verb: "show", title: Message("spend over \(range), best members first", zh: "消费额，\(range)，最好的会员在前"))
    var table = Table("pareto", columns: [.topShare, .members, .spend, .spendShare].map { Table.Column($0) })
    for (tenth, spend) in pareto.tenths.enumerated() {
      table.rows.append([
        .share(part: Int64(tenth + 1), whole: 10), .count(Pareto.members(ofTenth: tenth + 1, of: pareto.members)),
        .money(Money(minor: spend)), .share(part: spend, whole: pareto.spend),
      ])
    }
    table.bar = 3
    report.tables = [table]
    report.values = [
      .init(.members, .count(pareto.members)), .init(.spend, .money(Money(minor: pareto.spend))),
      .init(.topFifth, .share(part: pareto.topFifth, whole: pareto.spend)),
    ]
    report.values += pareto.bringing.flatMap { mark in
      [
        Report.Value(
          Heading(
            "members_bringing_\(mark.percent)",
            Message("members who bring \(mark.percent)%", zh: "带来 \(mark.percent)% 的会员")), .count(mark.members)),
        Report.Value(
          Heading(
            "share_bringing_\(mark.percent)", Message("share who bring \(mark.percent)%", zh: "带来 \(mark.percent)% 的占比")
          ),
          .share(part: mark.members, whole: pareto.members)),
      ]
    }
    if let gini = pareto.giniTenThousandths {
      report.values.append(.init(.gini, .quotient(numerator: gini, denominator: 10_000)))
    }
    if pareto.negative > 0 {
      report.notes.append(
        Message(
          "\(counted(Int(pareto.negative), "member")) brought back more than they bought, which counts below 0",
          zh: "\(grouped(pareto.negative)) 名会员退货多于购买，按负数计"))
    }
    return .report(report)
  }
}

extension Heading {
  fileprivate static let topShare = Heading("top", Message("top", zh: "前"))
  fileprivate static let topFifth = Heading("top_20_share", Message("top 20% bring", zh: "前 20% 带来"))
  fileprivate static let gini = Heading("gini", Message("Gini", zh: "基尼系数"))
}
