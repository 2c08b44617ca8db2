import Analysis
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `show usage [over RANGE]`: how much of each store's sales carries a card.
struct ShowUsage: Command {
  var range: Placed<Horizon>?

  static let syntax = Syntax<ShowUsage>(
    "show usage",
    Message("Card usage by store: sales with a member as a share of all sales", zh: "各门店的用卡率：会员销售占全部销售的比例"),
    [
      .clause(
        "over", takes: Label.range, \.range,
        Message("The days that count; all of them where it is left out", zh: "计入的日期；省略时为全部"),
        offers: .ranges)
    ],
    examples: [Example("show usage over 2025", shown: 8)])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let range = try session.analyst.days(of: range ?? Placed(.history))
    let rules = try session.analyst.rules(of: Reference(Scenario.baseline))
    let outcome = try session.analyst.outcome(rules, over: range, by: .store)
    let names = ReceiptGrouping(.store, data.book, range: range).names
    let metrics = [MetricName.usage, .vipShare, .active].map { Metric($0) }
    var table = Table(
      "usage", columns: ([.store, .sales, .withMember] + metrics.map(\.heading)).map { Table.Column($0) })
    var (sales, ofMembers): (Int64, Int64) = (0, 0)
    for (group, name) in names.enumerated() {
      let spend = outcome.flow(ofGroup: group)[.spend]
      let all = spend + outcome.walkInSpend[group]
      if all == 0 && spend == 0 { continue }
      sales += all
      ofMembers += spend
      table.rows.append(
        [.word(name), .money(Money(minor: all)), .money(Money(minor: spend))]
          + metrics.map { outcome.value(of: $0, in: SliceKey(group: group)).cell })
    }
    var report = Report(verb: "show", title: Message("card usage over \(range)", zh: "用卡率，\(range)"))
    report.tables = [table]
    report.values = [
      .init(.sales, .money(Money(minor: sales))), .init(.withMember, .money(Money(minor: ofMembers))),
    ]
    report.values.append(.init(Metric(.usage).heading, outcome.value(of: .usage).cell))
    if !data.book.has(.store) {
      report.notes.append(
        Message("the data have no store column, so everything stands under (blank)", zh: "数据没有门店列，所以全部归在（空白）之下"))
    }
    if data.book.purchases.walkIns.isEmpty {
      report.notes.append(
        Message("the data have no sales without a member, so usage is 100%", zh: "数据中没有散客销售，所以用卡率是 100%"))
    }
    return .report(report)
  }
}

extension Heading {
  fileprivate static let sales = Heading("sales", Message("sales", zh: "销售额"))
  fileprivate static let withMember = Heading("with_member", Message("with member", zh: "会员销售"))
}
