import Insight
import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `show members [of SEGMENT] [where CONDITION] [top N by spend]`: who spent, came or bought most, or is worth most.
struct ShowMembers: Command {
  var segment: Reference?
  var condition: SegmentCondition?
  var top: Count?
  var measure: MemberMeasure?

  static let syntax = Syntax<ShowMembers>(
    "show members",
    Message(
      "Members by what they spent, came or bought in all of the data, or by what the customer model expects of them",
      zh: "按全部数据中的消费额、到店次数或购买笔数，或按顾客模型的预期列出会员"),
    [
      .clause(
        "of", Label.segment, \.segment, Message("Those of a segment only", zh: "只列某个分群的会员"), .objects("segment")),
      .clause(
        "where", Label.condition, \.condition,
        Message("Those only that it holds of, as in a segment's definition", zh: "只列符合条件的会员，写法与分群的定义相同")),
      .clause("top", Label.number, \.top, Message("How many; 20 where it is left out", zh: "多少名；省略时为 20")),
      .clause(
        "by", Label.metric, \.measure,
        Message(
          "spend, visits or purchases; value, p_alive or expected_purchases by the customer model",
          zh: "spend、visits、purchases；或按顾客模型的 value、p_alive、expected_purchases"),
        .words(MemberMeasure.candidates)),
    ],
    examples: [
      Example("show members top 3 by spend", shown: 6), Example("show members top 3 by value", shown: 6),
      Example("show members of 送礼客 top 3 by visits", shown: 6),
      Example("show members where visits in last 90d >= 5 top 3", shown: 6),
    ])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.loaded()
    let rules = try session.programme.rules(of: Scenario.baseline)
    let range = try session.days(of: Placed(.history))
    let outcome = try session.outcome(rules, over: range)
    let ranking = measure ?? .spend
    let isChosen = try chosen(in: &session)
    var figures = MemberFigures.all(of: data.book, in: range).filter { isChosen($0.member) }
    var title = Message(
      "\(who) over \(range), by \(ranking.heading.title)", zh: "\(who)，\(range)，按\(ranking.heading.title)排列")
    var notes: [Message] = []
    if ranking.declaration.isForecast {
      let (outlook, margin) = (try session.outlook(), try session.marginShare())
      figures = figures.expected(outlook, margin)
      let meaning = outlook.meaning(of: ranking, margin)
      title = Message("\(who) by \(meaning)", zh: "\(who)，按\(meaning)")
      notes = [outlook.source]
    }
    let ranked = figures.map { (figures: $0, value: $0.value(of: ranking)) }.sorted { one, other in
      one.value != other.value
        ? one.value > other.value
        : data.book.members.id(of: one.figures.member) < data.book.members.id(of: other.figures.member)
    }
    let limit = Int(clamping: top?.value ?? 20)
    var report = Report(verb: "show", title: title)
    let last = Heading("last_purchase", Message("last purchase", zh: "最近购买"))
    let shown = MemberMeasure.allCases.filter {
      ranking.declaration.isForecast ? $0.declaration.isForecast || $0 == .spend : !$0.declaration.isForecast
    }
    var table = Table(
      "members", columns: ([.member, .tier] + shown.map(\.heading) + [last]).map { Table.Column($0) })
    for (row, _) in ranked.prefix(limit) {
      table.rows.append(
        [
          .text(data.book.members.id(of: row.member)), .text(outcome.tiers[Int(outcome.finalTiers[row.member])]),
        ] + shown.map { $0.declaration.cell(row.value(of: $0)) } + [.day(row.last)])
    }
    report.tables = [table]
    let idle = (0..<data.book.members.count).count(where: isChosen) - ranked.count
    if idle > 0, segment != nil || condition != nil {
      notes.append(
        Message(
          "\(counted(idle, "member")) without a receipt stand in no row", zh: "\(grouped(Int64(idle))) 名没有小票的会员未列出"))
    }
    if ranked.count > limit {
      let all = grouped(Int64(ranked.count))
      notes.append(
        Message("\(limit) of \(all) members; `top N` lists more", zh: "\(all) 名会员中的 \(limit) 名；`top N` 列出更多"))
    }
    report.notes = notes
    return .report(report)
  }

  private var who: Message {
    segment.map { Message("members of \($0.text)", zh: "\($0.text) 的会员") } ?? Message("members", zh: "会员")
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
