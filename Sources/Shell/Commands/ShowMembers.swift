import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `show members [top N by spend]`: who spent, came or bought most.
struct ShowMembers: Command {
  var top: Count?
  var measure: Measure?

  enum Measure: String, PhrasedChoice {
    case spend, visits, purchases
  }

  static let syntax = Syntax<ShowMembers>(
    "show members", "Members by what they spent, came or bought in all of the data",
    [
      .clause("top", "N", \.top, "How many; 20 where it is left out"),
      .clause("by", "METRIC", \.measure, "spend, visits or purchases", .words(["spend", "visits", "purchases"])),
    ],
    examples: ["show members top 20 by spend"])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.loaded()
    let rules = try session.programme.rules(of: Scenario.baseline)
    let range = try session.days(of: Placed(.history))
    let outcome = try session.outcome(rules, over: range)
    let purchases = data.book.purchases
    var rows: [(member: Int, spend: Int64, visits: Int64, purchases: Int64, last: Day)] = []
    for member in 0..<data.book.members.count {
      let receipts = purchases.range(of: member).filter { range.contains(purchases.day($0)) }
      guard let last = receipts.last else { continue }
      let byDay = Dictionary(grouping: receipts) { purchases.dayOffset[$0] }
      rows.append(
        (
          member, receipts.reduce(0) { $0 + purchases.amount[$1] },
          Int64(byDay.values.count { $0.reduce(0) { $0 + purchases.amount[$1] } > 0 }),
          Int64(receipts.count { purchases.amount[$0] >= 0 }), purchases.day(last)
        ))
    }
    func rank(_ row: (member: Int, spend: Int64, visits: Int64, purchases: Int64, last: Day)) -> Int64 {
      switch measure ?? .spend {
      case .spend: row.spend
      case .visits: row.visits
      case .purchases: row.purchases
      }
    }
    rows.sort { one, other in
      rank(one) != rank(other)
        ? rank(one) > rank(other) : data.book.members.id(of: one.member) < data.book.members.id(of: other.member)
    }
    let limit = Int(clamping: top?.value ?? 20)
    var report = Report(verb: "show", title: "members over \(range), by \((measure ?? .spend).rawValue)")
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
    [.argument("ID", \.member, "The member's id", .members)], examples: ["show member 1873"])

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
