import Messages
import Reporting
import Simulation

/// What paid memberships brought, what of it is deferred, and what renewals may bring.
struct MembershipTable {
  let outcome: Outcome

  init(_ outcome: Outcome) { self.outcome = outcome }

  var table: Table {
    var table = Table(
      "memberships", title: Message("paid memberships", zh: "付费会员"),
      columns: [
        Heading("membership", Message("membership", zh: "付费会员")), Heading("sold", Message("sold", zh: "售出")), .fees,
        Heading("opening", Message("deferred before", zh: "期初递延")),
        Heading("revenue", Message("revenue", zh: "收入")), Heading("deferred", Message("deferred", zh: "递延")),
        Heading("due", Message("terms due", zh: "到期数")),
        Heading("renewals_low", Message("renewals low", zh: "续费（低）")),
        Heading("renewals", Message("renewals", zh: "预计续费")),
        Heading("renewals_high", Message("renewals high", zh: "续费（高）")),
      ].map { Table.Column($0) })
    table.rows = outcome.memberships.map {
      [
        .text($0.name), .count($0.sold), .money($0.fees), .money($0.opening), .money($0.revenue), .money($0.deferred),
        .count($0.due), .money($0.low), .money($0.expected), .money($0.high),
      ]
    }
    return table
  }
}
