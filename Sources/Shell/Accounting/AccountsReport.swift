import Messages
import Quantities
import Reporting
import Simulation

/// The accounts of some months as tables: all of it for programs, and its three parts for people.
struct AccountsReport {
  let months: [PointsAccounts.Month]

  /// A figure of a month; whether it adds up over months, or stands as it was at the last one's end, or the first's
  /// beginning.
  private struct Column: Sendable {
    enum Total: Sendable { case sum, first, last }
    let heading: Heading
    let total: Total
    let cell: @Sendable (PointsAccounts.Month) -> Cell
  }

  private static func points(
    _ heading: Heading, _ total: Column.Total, _ value: @escaping @Sendable (PointsAccounts.Month) -> Int64
  )
    -> Column
  {
    Column(heading: heading, total: total) { .points(value($0)) }
  }

  private static func accrual(
    _ heading: Heading, _ total: Column.Total, _ value: @escaping @Sendable (CostAccrual.Movement) -> Int64
  ) -> Column {
    Column(heading: heading, total: total) { month in
      month.accrual.map { .money(Money(minor: value($0))) } ?? .none
    }
  }

  private static func deferral(
    _ heading: Heading, _ total: Column.Total, _ value: @escaping @Sendable (DeferredRevenue.Movement) -> Int64
  ) -> Column {
    Column(heading: heading, total: total) { month in
      month.deferral.map { .money(Money(minor: value($0))) } ?? .none
    }
  }

  private static let pointColumns = [
    points(Heading("points_opening", Message("opening", zh: "期初")), .first) { $0.opening },
    points(Heading("points_issued", Message("issued", zh: "发放")), .sum) { $0.issued },
    points(Heading("points_redeemed", Message("redeemed", zh: "兑换")), .sum) { $0.redeemed },
    points(Heading("points_expired", Message("expired", zh: "过期")), .sum) { $0.expired },
    points(Heading("points_clawed_back", Message("clawed back", zh: "扣回")), .sum) { $0.clawedBack },
    points(Heading("points_outstanding", Message("outstanding", zh: "余额")), .last) { $0.outstanding },
    Column(heading: Heading("breakage", Message("breakage", zh: "失效率")), total: .last) {
      .share(part: $0.breakage, whole: $0.points)
    },
  ]

  private static let accrualColumns = [
    accrual(Heading("liability_opening", Message("opening", zh: "期初")), .first) { $0.opening },
    accrual(Heading("accrued", Message("accrued", zh: "计提")), .sum) { $0.accrued },
    accrual(Heading("used", Message("used", zh: "使用")), .sum) { $0.used },
    accrual(Heading("released", Message("released", zh: "转回")), .sum) { $0.released },
    accrual(Heading("liability", Message("liability", zh: "积分负债")), .last) { $0.closing },
  ]

  private static let deferralColumns = [
    deferral(Heading("deferred_opening", Message("opening", zh: "期初")), .first) { $0[.opening] },
    deferral(Heading("allocated", Message("allocated", zh: "分摊")), .sum) { $0[.allocated] },
    deferral(Heading("returned", Message("returned", zh: "退货冲回")), .sum) { $0[.returned] },
    deferral(Heading("recognised", Message("recognised", zh: "兑换确认")), .sum) { $0[.recognised] },
    deferral(Heading("trued_up", Message("trued up", zh: "估计变更")), .sum) { $0[.truedUp] },
    deferral(Heading("deferred_revenue", Message("deferred revenue", zh: "递延收入")), .last) { $0[.closing] },
  ]

  private static let all = pointColumns + accrualColumns + deferralColumns

  var tables: [Table] {
    var whole = table("accounts", .empty, AccountsReport.all)
    whole.shownRows = 0
    var tables = [whole, table("points", Message("points", zh: "积分"), AccountsReport.pointColumns)]
    if months.contains(where: { $0.accrual != nil }) {
      tables.append(
        table("cost_accrual", Message("cost accrual", zh: "成本计提"), AccountsReport.accrualColumns))
    }
    if months.contains(where: { $0.deferral != nil }) {
      tables.append(
        table("deferral", Message("deferred revenue", zh: "递延收入"), AccountsReport.deferralColumns))
    }
    return tables
  }

  /// Over all months: movements added up, balances as they stood.
  var values: [Report.Value] {
    guard let first = months.first, let last = months.last else { return [] }
    return AccountsReport.all.map { column in
      let cell: Cell =
        switch column.total {
        case .first: column.cell(first)
        case .last: column.cell(last)
        case .sum: months.dropFirst().reduce(column.cell(first)) { $0.adding(column.cell($1)) }
        }
      return Report.Value(column.heading, cell)
    }
  }

  private func table(_ name: String, _ title: Message, _ columns: [Column]) -> Table {
    var table = Table(name, title: title, columns: ([Heading.month] + columns.map(\.heading)).map { Table.Column($0) })
    table.rows = months.map { month in [.text(month.name)] + columns.map { $0.cell(month) } }
    return table
  }
}

extension Cell {
  /// The sum of two movements of one kind.
  fileprivate func adding(_ other: Cell) -> Cell {
    switch (self, other) {
    case (.points(let one), .points(let other)): .points(one + other)
    case (.money(let one), .money(let other)): .money(Money(minor: one.minor + other.minor))
    default: self
    }
  }
}
