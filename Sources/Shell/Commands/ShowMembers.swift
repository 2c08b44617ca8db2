import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `show members [top N by spend]`: who spent, came or bought most.
struct ShowMembers: Command {
  var top: Count?
  var measure: MemberMeasure?

  static let syntax = Syntax<ShowMembers>(
    "show members", "Members by what they spent, came or bought in all of the data",
    [
      .clause("top", "N", \.top, "How many; 20 where it is left out"),
      .clause("by", "METRIC", \.measure, "spend, visits or purchases", .words(MemberMeasure.candidates)),
    ],
    examples: [Example("show members top 3 by spend", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.loaded()
    let rules = try session.programme.rules(of: Scenario.baseline)
    let range = try session.days(of: Placed(.history))
    let outcome = try session.outcome(rules, over: range)
    let ranking = measure ?? .spend
    let rows = MemberFigures.all(of: data.book, in: range).sorted { one, other in
      one.value(of: ranking) != other.value(of: ranking)
        ? one.value(of: ranking) > other.value(of: ranking)
        : data.book.members.id(of: one.member) < data.book.members.id(of: other.member)
    }
    let limit = Int(clamping: top?.value ?? 20)
    var report = Report(verb: "show", title: "members over \(range), by \(ranking.rawValue)")
    var table = Table(
      "members", columns: ["member", "tier", "spend", "visits", "purchases", "last_purchase"].map { Table.Column($0) })
    for row in rows.prefix(limit) {
      table.rows.append([
        .text(data.book.members.id(of: row.member)), .text(outcome.tiers[Int(outcome.finalTiers[row.member])]),
        .money(Money(minor: row.spend)), .count(row.visits), .count(row.purchases), .day(row.last),
      ])
    }
    report.tables = [table]
    if rows.count > limit { report.notes = ["\(limit) of \(grouped(Int64(rows.count))) members; `top N` lists more"] }
    return .report(report)
  }
}

/// `show member ID`: where one member stands.
struct ShowMember: Command {
  var member = Reference("")

  static let syntax = Syntax<ShowMember>(
    "show member", "Where one member stands: tier, window, points, what is missing",
    [.argument("ID", \.member, "The member's id", .members)], examples: [Example("show member V0000106", shown: 8)])

  func run(in session: inout Session) throws -> Answer {
    var explain = ExplainMember()
    explain.member = member
    guard case .report(var report) = try explain.run(in: &session) else { return .nothing }
    report.verb = "show"
    report.tables.removeAll { $0.name == "ledger" }
    report.notes.append("`explain member \(member.text)` shows how this came about")
    return .report(report)
  }
}
