import Insight
import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `show members [of SEGMENT] [where CONDITION] [top N by spend]`: who spent, came or bought most.
struct ShowMembers: Command {
  var segment: Reference?
  var condition: SegmentCondition?
  var top: Count?
  var measure: MemberMeasure?

  static let syntax = Syntax<ShowMembers>(
    "show members",
    Message("Members by what they spent, came or bought in all of the data", zh: "按全部数据中的消费额、到店次数或购买笔数列出会员"),
    [
      .clause(
        "of", Label.segment, \.segment, Message("Those of a segment only", zh: "只列某个分群的会员"), .objects("segment")),
      .clause(
        "where", Label.condition, \.condition,
        Message("Those only that it holds of, as in a segment's definition", zh: "只列符合条件的会员，写法与分群的定义相同")),
      .clause("top", Label.number, \.top, Message("How many; 20 where it is left out", zh: "多少名；省略时为 20")),
      .clause(
        "by", Label.metric, \.measure, Message("spend, visits or purchases", zh: "spend、visits 或 purchases"),
        .words(MemberMeasure.candidates)),
    ],
    examples: [
      Example("show members top 3 by spend", shown: 6), Example("show members of 送礼客 top 3 by visits", shown: 6),
      Example("show members where visits in last 90d >= 5 top 3", shown: 6),
    ])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.loaded()
    let rules = try session.programme.rules(of: Scenario.baseline)
    let range = try session.days(of: Placed(.history))
    let outcome = try session.outcome(rules, over: range)
    let ranking = measure ?? .spend
    let isChosen = try chosen(in: &session)
    let chosen = MemberFigures.all(of: data.book, in: range).filter { isChosen($0.member) }
    let rows = chosen.sorted { one, other in
      one.value(of: ranking) != other.value(of: ranking)
        ? one.value(of: ranking) > other.value(of: ranking)
        : data.book.members.id(of: one.member) < data.book.members.id(of: other.member)
    }
    let limit = Int(clamping: top?.value ?? 20)
    var report = Report(
      verb: "show",
      title: .sentence(
        segment.map { Message("members of \($0.text)", zh: "\($0.text) 的会员") } ?? Message("members", zh: "会员"),
        Message(" over \(range), by \(ranking.rawValue)", zh: "，\(range)，按\(ranking.heading.title)排列"),
        separator: .empty))
    let last = Heading("last_purchase", Message("last purchase", zh: "最近购买"))
    var table = Table(
      "members", columns: [.member, .tier, .spend, .visits, .purchases, last].map { Table.Column($0) })
    for row in rows.prefix(limit) {
      table.rows.append([
        .text(data.book.members.id(of: row.member)), .text(outcome.tiers[Int(outcome.finalTiers[row.member])]),
        .money(Money(minor: row.spend)), .count(row.visits), .count(row.purchases), .day(row.last),
      ])
    }
    report.tables = [table]
    let idle = (0..<data.book.members.count).count(where: isChosen) - rows.count
    if idle > 0, segment != nil || condition != nil {
      report.notes = [
        Message(
          "\(counted(idle, "member")) without a receipt stand in no row", zh: "\(grouped(Int64(idle))) 名没有小票的会员未列出")
      ]
    }
    if rows.count > limit {
      let all = grouped(Int64(rows.count))
      report.notes.append(
        Message("\(limit) of \(all) members; `top N` lists more", zh: "\(all) 名会员中的 \(limit) 名；`top N` 列出更多"))
    }
    return .report(report)
  }

  /// Whether a member is among those asked for.
  private func chosen(in session: inout Session) throws(Diagnostic) -> (Int) -> Bool {
    var conditions = [condition].compactMap(\.self)
    if let segment { conditions.append(.segment(SegmentName(segment.text, at: segment.span))) }
    guard !conditions.isEmpty else { return { _ in true } }
    for condition in conditions { if let fault = session.segmentFault(in: condition) { throw fault } }
    let sets = try session.memberSets(conditions)
    return { member in conditions.indices.allSatisfy { sets.contains(member, in: $0) } }
  }
}

/// `show member ID`: where one member stands.
struct ShowMember: Command {
  var member = Reference("")

  static let syntax = Syntax<ShowMember>(
    "show member",
    Message("Where one member stands: tier, window, points, what is missing", zh: "一名会员的现状：等级、考察期、积分、还差什么"),
    [.argument(Label.id, \.member, .memberID, .members)], examples: [Example("show member V0000106", shown: 8)])

  func run(in session: inout Session) throws -> Answer {
    var explain = ExplainMember()
    explain.member = member
    guard case .report(var report) = try explain.run(in: &session) else { return .nothing }
    report.verb = "show"
    report.tables.removeAll { $0.name == "ledger" }
    report.notes.append(
      Message(
        "`explain member \(member.text)` shows how this came about", zh: "`explain member \(member.text)` 说明这是怎么来的"))
    return .report(report)
  }
}

extension MemberMeasure {
  var heading: Heading {
    switch self {
    case .spend: .spend
    case .visits: .visits
    case .purchases: .purchases
    }
  }
}
