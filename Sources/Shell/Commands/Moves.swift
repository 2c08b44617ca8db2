import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `moves A B over RANGE`: where each member ends under either scenario.
struct Moves: Command {
  var scenarios = References()
  var range = Placed(Horizon.history)
  var top: Count?

  static let syntax = Syntax<Moves>(
    "moves", "Who ends on a higher or lower tier under the second scenario than under the first",
    [
      .argument("A B", \.scenarios, "Two scenarios", .scenarios),
      .required("over", "RANGE", \.range, "Tiers are compared at the end of it, spend is added up within it", .ranges),
      .clause("top", "N", \.top, "How many of those who move are listed; 20 where it is left out"),
    ],
    examples: ["moves baseline 提高门槛 over last 6mo"])

  func run(in session: inout Session) throws -> Answer {
    guard scenarios.names.count == 2 else {
      throw Diagnostic(
        ShellProblem.missing("exactly two scenarios", of: "moves", usage: Moves.syntax.usage),
        at: scenarios.names.last?.span)
    }
    let rules = try scenarios.names.map { try session.rules(of: $0) }
    let range = try session.days(of: range)
    let outcomes = try rules.enumerated().map { place, rules throws(Diagnostic) in
      try session.part(place, of: 2) { session throws(Diagnostic) in try session.outcome(rules, over: range) }
    }
    let data = try session.loaded()
    let migration = Migration(from: outcomes[0], to: outcomes[1], in: data.book, over: range)
    var report = Report(
      verb: "moves", title: scenarios.names.map(\.text).joined(separator: " → ") + " over \(range)")
    report.tables = [matrix(migration)]
    let limit = Int(clamping: top?.value ?? 20)
    if !migration.movers.isEmpty { report.tables.append(list(migration, limit: limit, data)) }
    let up = migration.movers.count { $0.to > $0.from && $0.isComparable }
    report.values = [
      .init("moved", .count(Int64(migration.movers.count))),
      .init("up", .count(Int64(up))),
      .init("down", .count(Int64(migration.movers.count { $0.to < $0.from && $0.isComparable }))),
      .init("spend_of_moved", .money(Money(minor: migration.movers.reduce(0) { $0 + $1.spend }))),
    ]
    if migration.fromTiers != migration.toTiers {
      report.notes.append("the two scenarios have different ladders, so nobody moves up or down")
    }
    if migration.movers.count > limit {
      report.notes.append(
        "\(limit) of \(migration.movers.count) who move are listed, those who spent most; `top N` lists more")
    }
    return .report(report)
  }

  private func matrix(_ migration: Migration) -> Table {
    var table = Table("moves", columns: ["from", "to", "members", "spend"].map { Table.Column($0) })
    table.chartedAs = .heat
    for cell in migration.cells {
      table.rows.append([
        .text(migration.fromTiers[cell.from]), .text(migration.toTiers[cell.to]), .count(cell.members),
        .money(Money(minor: cell.spend)),
      ])
    }
    return table
  }

  private func list(_ migration: Migration, limit: Int, _ data: Dataset) -> Table {
    var table = Table(
      "members", title: "who moves, by spend in the range",
      columns: ["member", "from", "to", "spend"].map { Table.Column($0) })
    for mover in migration.movers.prefix(limit) {
      table.rows.append([
        .text(data.book.members.id(of: mover.member)), .text(migration.fromTiers[mover.from]),
        .text(migration.toTiers[mover.to]), .money(Money(minor: mover.spend)),
      ])
    }
    return table
  }
}
