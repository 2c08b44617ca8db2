import Analysis
import MemberBook
import Messages
import Numerics
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `moves A B over RANGE`: where each member ends under either scenario.
struct Moves: Command {
  var scenarios = NamePair()
  var range = Placed(Horizon.history)
  var top: Count?

  static let syntax = Syntax<Moves>(
    "moves",
    Message(
      "Who ends on a higher or lower tier under the second scenario than under the first",
      zh: "哪些会员在第二个方案下的等级高于或低于第一个方案"), aliases: [Alias(zh: "变动")],
    [
      .argument(Message(verbatim: "A B"), \.scenarios, Message("Two scenarios", zh: "两个方案"), offers: .scenarios),
      .required(
        "over", takes: Label.range, \.range,
        Message("Tiers are compared at the end of it, spend is added up within it", zh: "比较区间结束时的等级，累计区间内的消费额"),
        offers: .ranges
      ),
      .clause(
        "top", takes: Label.number, \.top,
        Message("How many of those who move are listed; 20 where it is left out", zh: "列出多少名变动的会员；省略时为 20")),
    ],
    examples: [Example("moves baseline 提高门槛 over last 6mo", shown: 8)])

  func run(in session: inout Session) throws -> Answer {
    guard scenarios.names.count == 2 else {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message("exactly two scenarios", zh: "正好两个方案"), of: "moves", usage: Moves.syntax.usage),
        at: scenarios.names.last?.span)
    }
    let rules = try scenarios.names.map { try session.analyst.rules(of: $0) }
    let range = try session.analyst.days(of: range)
    let outcomes = try rules.enumerated().map { place, rules throws(Diagnostic) in
      try session.analyst.part(place, of: 4) { analyst throws(Diagnostic) in try analyst.outcome(rules, over: range) }
    }
    let data = try session.analyst.loaded()
    let migration = Migration(from: outcomes[0], to: outcomes[1], in: data.book, over: range)
    let costs = try session.analyst.part(1, of: 2) { analyst throws(Diagnostic) in
      try analyst.costs(of: migration, rules, over: range)
    }
    session.job.tell(1, of: 1)
    let names = scenarios.names.map(\.text).joined(separator: " → ")
    var report = Report(verb: "moves", title: Message("\(names) over \(range)", zh: "\(names)，\(range)"))
    report.tables = [matrix(migration, costs)]
    let limit = Int(clamping: top?.value ?? 20)
    if !migration.movers.isEmpty { report.tables.append(list(migration, limit: limit, data)) }
    let up = migration.movers.count { $0.to > $0.from && $0.isComparable }
    report.values = [
      .init(.moved, .count(Int64(migration.movers.count))),
      .init(.up, .count(Int64(up))),
      .init(.down, .count(Int64(migration.movers.count { $0.to < $0.from && $0.isComparable }))),
      .init(.spendOfMoved, .money(Money(minor: migration.movers.reduce(0) { $0 + $1.spend }))),
    ]
    let moving = migration.cells.indices.filter { place in
      let cell = migration.cells[place]
      return migration.fromTiers[cell.from] != migration.toTiers[cell.to]
    }
    report.values += costs.totals(of: moving)
    if migration.fromTiers != migration.toTiers {
      report.notes.append(
        Message(
          "the two scenarios have different ladders, so nobody moves up or down", zh: "两个方案的等级体系不同，所以没有升降之分"))
    }
    if migration.movers.count > limit {
      report.notes.append(
        Message(
          "\(limit) of \(migration.movers.count) who move are listed, those who spent most; `top N` lists more",
          zh: "\(migration.movers.count) 名变动的会员中列出消费最多的 \(limit) 名；`top N` 列出更多"))
    }
    return .report(report)
  }

  private func matrix(_ migration: Migration, _ costs: MigrationCosts) -> Table {
    var table = Table("moves", columns: [.from, .to, .members, .spend].map { Table.Column($0) } + costs.columns)
    table.chartedAs = .heat
    for (place, cell) in migration.cells.enumerated() {
      table.rows.append(
        [
          .text(migration.fromTiers[cell.from]), .text(migration.toTiers[cell.to]), .count(cell.members),
          .money(Money(minor: cell.spend)),
        ] + costs.cells(place))
    }
    return table
  }

  private func list(_ migration: Migration, limit: Int, _ data: Dataset) -> Table {
    var table = Table(
      "members", title: Message("who moves, by spend in the range", zh: "变动的会员，按区间内消费额"),
      columns: [.member, .from, .to, .spend].map { Table.Column($0) })
    for mover in migration.movers.prefix(limit) {
      table.rows.append([
        .text(data.book.members.id(of: mover.member)), .text(migration.fromTiers[mover.from]),
        .text(migration.toTiers[mover.to]), .money(Money(minor: mover.spend)),
      ])
    }
    return table
  }
}

extension Heading {
  fileprivate static let moved = Heading("moved", Message("moved", zh: "变动人数"))
  fileprivate static let up = Heading("up", Message("up", zh: "升级"))
  fileprivate static let down = Heading("down", Message("down", zh: "降级"))
  fileprivate static let spendOfMoved = Heading("spend_of_moved", Message("spend of moved", zh: "变动会员的消费额"))
}
