import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `show members [of SEGMENT] [where CONDITION] [top N by spend]`: who spent, came or bought most, is worth most, or has the
/// best score.
struct ShowMembers: Command {
  var segment: Reference?
  var condition: SegmentCondition?
  var top: Count?
  var ranking: MemberRanking?

  static let syntax = Syntax<ShowMembers>(
    "show members",
    Message(
      "Members by what they spent, came or bought in all of the data, by what the customer model expects of them, or by a score",
      zh: "按全部数据中的消费额、到店次数或购买笔数，按顾客模型的预期，或按评分列出会员"),
    [
      .clause(
        "of", takes: Label.segment, \.segment, Message("Those of a segment or tag only", zh: "只列某个分群或标签的会员"),
        offers: .conditions),
      .clause(
        "where", takes: Label.condition, \.condition,
        Message("Those only that it holds of, as in a segment's definition", zh: "只列符合条件的会员，写法与分群的定义相同")),
      .clause("top", takes: Label.number, \.top, Message("How many; 20 where it is left out", zh: "多少名；省略时为 20")),
      .clause(
        "by", takes: Label.metric, \.ranking,
        Message(
          "spend, visits or purchases; value, p_alive or expected_purchases by the customer model; or a score",
          zh: "spend、visits、purchases；按顾客模型的 value、p_alive、expected_purchases；或一个评分"),
        offers: .rankings),
    ],
    examples: [
      Example("show members top 3 by spend", shown: 6), Example("show members top 3 by value", shown: 6),
      Example("show members of 送礼客 top 3 by visits", shown: 6),
      Example("show members where visits in last 90d >= 5 top 3", shown: 6),
      Example("show members by 好客 top 3", shown: 6),
    ])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let rules = try session.programme.rules(of: Scenario.baseline)
    let range = try session.analyst.days(of: Placed(.history))
    let outcome = try session.analyst.outcome(rules, over: range)
    if case .score(let name)? = ranking { return try scored(by: session.analyst.score(name), outcome, in: &session) }
    var ranking = MemberMeasure.spend
    if case .measure(let measure)? = self.ranking { ranking = measure }
    let isChosen = try chosen(in: &session)
    var figures = MemberFigures.all(of: data.book, in: range).filter { isChosen($0.member) }
    var title = Message(
      "\(who) over \(range), by \(ranking.heading.title)", zh: "\(who)，\(range)，按\(ranking.heading.title)排列")
    var notes: [Message] = []
    if ranking.declaration.isForecast {
      let (outlook, margin) = (try session.analyst.outlook(), try session.analyst.marginShare())
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
    let shown = MemberMeasure.allCases.filter {
      ranking.declaration.isForecast ? $0.declaration.isForecast || $0 == .spend : !$0.declaration.isForecast
    }
    var table = Table(
      "members", columns: ([.member, .tier] + shown.map(\.heading) + [.lastPurchase]).map { Table.Column($0) })
    for (row, _) in ranked.prefix(limit) {
      table.rows.append(
        [
          .text(data.book.members.id(of: row.member)), .text(outcome.tiers[Int(outcome.finalTiers[row.member])]),
        ] + shown.map { $0.declaration.cell(row.value(of: $0)) } + [row.last.map { .day($0) } ?? .none])
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

  /// Everyone by a score, those without a purchase too.
  private func scored(by score: Score, _ outcome: Outcome, in session: inout Session) throws(Diagnostic) -> Answer {
    let data = try session.analyst.loaded()
    let scores = try session.analyst.memberScores(score)
    let isChosen = try chosen(in: &session)
    let figures = MemberFigures.all(of: data.book, in: try session.analyst.days(of: Placed(.history)))
    let byMember = Dictionary(uniqueKeysWithValues: figures.map { ($0.member, $0) })
    let ranked = (0..<data.book.members.count).filter(isChosen).sorted { one, other in
      scores.points[one] != scores.points[other]
        ? scores.points[one] > scores.points[other] : data.book.members.id(of: one) < data.book.members.id(of: other)
    }
    let limit = Int(clamping: top?.value ?? 20)
    var report = Report(
      verb: "show",
      title: Message(
        "\(who) by \(score.name) at \(session.analyst.asOf(data))",
        zh: "\(who)，按\(score.name)，截至 \(session.analyst.asOf(data))"))
    var table = Table(
      "members",
      columns: [.member, .tier, Heading("score", Message(verbatim: score.name)), .spend, .visits, .lastPurchase].map {
        Table.Column($0)
      })
    for member in ranked.prefix(limit) {
      let figures = byMember[member]
      table.rows.append([
        .text(data.book.members.id(of: member)), .text(outcome.tiers[Int(outcome.finalTiers[member])]),
        // Of 100, to the tenth.
        .quotient(numerator: scores.points[member] * 100, denominator: scores.whole),
        figures.map { .money(Money(minor: $0.spend)) } ?? .none, figures.map { .count($0.visits) } ?? .none,
        figures?.last.map { .day($0) } ?? .none,
      ])
    }
    report.tables = [table]
    let parts = score.calls.map { "\($0.weight.text(in: session.notation)) \($0.call.text(in: session.notation))" }
    report.notes = [
      Message(
        "weighted mean of percentile ranks among all members, 0 to 100: \(parts.joined(separator: ", "))",
        zh: "全部会员中百分位名次的加权平均，0 到 100：\(parts.joined(separator: "，"))")
    ]
    if ranked.count > limit {
      let all = grouped(Int64(ranked.count))
      report.notes.append(
        Message("\(limit) of \(all) members; `top N` lists more", zh: "\(all) 名会员中的 \(limit) 名；`top N` 列出更多"))
    }
    return .report(report)
  }

  private var who: Message {
    segment.map { Message("members of \($0.text)", zh: "\($0.text) 的会员") } ?? Message("members", zh: "会员")
  }

  /// Whether a member is among those asked for.
  private func chosen(in session: inout Session) throws(Diagnostic) -> (Int) -> Bool {
    var conditions = [condition].compactMap(\.self)
    if let segment { conditions.append(.segment(ConditionName(segment.text, at: segment.span))) }
    guard !conditions.isEmpty else { return { _ in true } }
    for condition in conditions { if let fault = session.analyst.segmentFault(in: condition) { throw fault } }
    let sets = try session.analyst.memberSets(conditions)
    return { member in conditions.indices.allSatisfy { sets.contains(member, in: $0) } }
  }
}

extension Heading {
  fileprivate static let lastPurchase = Heading("last_purchase", Message("last purchase", zh: "最近购买"))
}
