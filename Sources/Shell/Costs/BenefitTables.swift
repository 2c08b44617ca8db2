import Messages
import Programme
import Quantities
import Reporting
import Simulation

/// What each benefit cost by tier and bearer, and for programs by month too.
struct BenefitTables {
  private let outcome: Outcome
  private let lines: [BenefitCostLine]

  init(_ outcome: Outcome) {
    self.outcome = outcome
    lines = outcome.benefitLines
  }

  /// A row of a table: what one bearer has of a benefit and tier.
  private struct Row {
    let benefit: String
    let tier: String
    let bearer: Bearer
    let isMoney: Bool
    var units: Int64 = 0
    var borne: Int64 = 0
    var fees: Int64 = 0

    func isSame(_ other: Row) -> Bool {
      benefit == other.benefit && tier == other.tier && bearer == other.bearer
    }

    init(_ line: BenefitCostLine, _ part: BenefitCostLine.Part) {
      (benefit, tier, isMoney, bearer) = (line.benefit, line.tier, line.isMoney, part.bearer)
      add(line, part)
    }

    mutating func add(_ line: BenefitCostLine, _ part: BenefitCostLine.Part) {
      units += line.units
      borne += part.amount.minor
      // What members pay is said once a line.
      if part.bearer == line.parts.first?.bearer { fees += line.fees.minor }
    }

    /// The cells behind the benefit, tier and month: what others bear is no cost of the house.
    var cells: [Cell] {
      [
        .word(bearer.title), isMoney ? .money(Money(minor: units)) : .count(units), .money(Money(minor: borne)),
        .money(bearer.isHouse ? Money(minor: borne) : .zero), .money(Money(minor: fees)),
      ]
    }
  }

  var tables: [Table] {
    guard !lines.isEmpty else { return couponTable }
    let rows = rows
    let isShared = rows.contains { $0.bearer != .headOffice }
    let othersPay = rows.contains { !$0.bearer.isHouse }
    var table = Table(
      "benefits", title: Message("what benefits cost", zh: "权益的成本"),
      columns: [
        Table.Column(.benefit), Table.Column(.tier), Table.Column(.bearer, isShown: isShared),
        Table.Column(Heading("units", Message("possible units", zh: "可能的数量"))),
        Table.Column(.borne, isShown: othersPay), Table.Column(.cost, isShown: !othersPay),
        Table.Column(.fees, isShown: rows.contains { $0.fees != 0 }),
      ])
    table.rows = rows.map { [.text($0.benefit), .text($0.tier)] + $0.cells }
    table.trends = trends(of: rows)
    var months = Table(
      "benefit_months",
      columns: [
        .benefit, .tier, .month, .bearer, Heading("units", Message("units", zh: "数量")), .borne, .cost, .fees,
      ].map { Table.Column($0) })
    months.shownRows = 0
    for line in lines {
      for part in line.parts {
        months.rows.append([.text(line.benefit), .text(line.tier), .text(line.month)] + Row(line, part).cells)
      }
    }
    return [table, months] + couponTable
  }

  /// What coupons came to, and what those that are open may still cost.
  private var couponTable: [Table] {
    let coupons = outcome.couponLines
    guard !coupons.isEmpty else { return [] }
    var table = Table(
      "coupons", title: Message("what coupons come to", zh: "优惠券"),
      columns: [
        .coupon, .tier, Heading("issued", Message("issued", zh: "发放")),
        Heading("redeemed", Message("redeemed", zh: "核销")),
        Heading("cost_low", Message("cost low", zh: "成本（低）")), .cost,
        Heading("cost_high", Message("cost high", zh: "成本（高）")),
        Heading("exposure", Message("exposure", zh: "敞口")),
      ].map { Table.Column($0) })
    table.rows = coupons.map {
      [
        .text($0.coupon), .text($0.tier), .count($0.count[.issued]), $0.isReal ? .count($0.count[.redeemed]) : .none,
        .money($0.low), .money($0.cost), .money($0.high), .money($0.exposure),
      ]
    }
    return [table]
  }

  /// One a benefit, tier and bearer, in the order of their definitions.
  private var rows: [Row] {
    var rows: [Row] = []
    for item in outcome.costing.items {
      for tier in outcome.tiers {
        var own: [Row] = []
        for line in lines where line.benefit == item.name && line.tier == tier {
          for part in line.parts {
            let row = Row(line, part)
            if let place = own.firstIndex(where: row.isSame) { own[place].add(line, part) } else { own.append(row) }
          }
        }
        rows += own
      }
    }
    return rows
  }

  /// What each row's bearer had of it month by month; nil where there is one month only.
  private func trends(of rows: [Row]) -> Table.Trends? {
    let months = Set(lines.map(\.month)).sorted()
    guard let first = months.first, let last = months.last, first != last else { return nil }
    return Table.Trends(
      Message(verbatim: "\(first)..\(last)"),
      rows.map { row in
        months.map { month in
          let found = lines.filter { $0.benefit == row.benefit && $0.tier == row.tier && $0.month == month }
          let parts = found.flatMap(\.parts).filter { $0.bearer == row.bearer }
          return .money(Money(minor: parts.reduce(0) { $0 + $1.amount.minor }))
        }
      })
  }
}

extension Heading {
  static let bearer = Heading("bearer", Message("bearer", zh: "承担方"))
  static let fees = Heading("fees", Message("fees", zh: "收费"))
  static let coupon = Heading("coupon", Message("coupon", zh: "优惠券"))
  static let borne = Heading("borne", Message("borne", zh: "承担金额"))
}
