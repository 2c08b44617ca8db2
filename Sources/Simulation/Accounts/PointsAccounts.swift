public import Programme
public import Quantities

/// A programme's points month by month, as they would be booked: each month's end knows what had happened by then, and
/// nothing later.
public struct PointsAccounts: Sendable, Equatable {
  public struct Month: Sendable, Equatable {
    /// The last day that is accounted for: the month's last, or where history ends.
    public let last: Day
    public var opening: Int64 = 0
    public var issued: Int64 = 0
    public var redeemed: Int64 = 0
    public var expired: Int64 = 0
    public var clawedBack: Int64 = 0
    public var outstanding: Int64 = 0
    public let estimate: UltimateRedemption
    /// Nil where the policy says neither cost nor value.
    public var accrual: CostAccrual.Movement?
    /// Nil where the policy does not say what a point buys.
    public var deferral: DeferredRevenue.Movement?

    /// `2025-07`
    public var name: String { String(last.description.prefix(7)) }

    /// All points so far, less clawed back, and how many of them will not have been redeemed in the end.
    public var points: Int64 { estimate.points.reduce(0, +) }
    public var breakage: Int64 {
      points - Int64(clamping: (estimate.expected.reduce(0, +) + 500) / 1000)
    }
  }

  /// From the first month of the data.
  public private(set) var months: [Month] = []
  /// Of the points redeemed, those by assumed behaviour.
  public let assumed: Int64

  /// By the expiry, cost and value of `policy`; `table` goes through `last`.
  public init(_ table: VintageTable, _ policy: PointsPolicy, through last: Day) {
    assumed = table.assumed
    let vintages = CumulativeVintages(table)
    let starts = (0..<table.monthCount).map { table.firstMonth.adding(months: $0) }
    let lastAges = starts.map { policy.expire.lastAge(earnedIn: $0) }
    let accrual = (policy.cost ?? policy.value).map { CostAccrual(costPerPoint: $0.perPoint) }
    var sales = policy.value.map { VintageSales(value: CostAccrual(costPerPoint: $0.perPoint)) }
    for (index, start) in starts.enumerated() {
      let end = start.firstOfNextMonth - 1
      let estimate = UltimateRedemption(vintages, lastAges: lastAges, by: index, isWhole: end <= last)
      var month = Month(last: min(end, last), estimate: estimate)
      let before = months.last
      var redeemed: Int64 = 0
      for vintage in vintages.vintages(by: index) {
        month.redeemed += table.points(.redeemed, of: vintage, in: index)
        month.expired += table.points(.expired, of: vintage, in: index)
        month.clawedBack += table.points(.clawedBack, of: vintage, in: index)
        redeemed += vintages.redeemed(vintage, by: index)
      }
      month.opening = before?.outstanding ?? table.issued[0]
      month.issued = table.issued[index + 1]
      month.outstanding = month.opening + month.issued - month.redeemed - month.expired - month.clawedBack
      month.accrual = accrual?.movement(
        from: before?.estimate, to: estimate, redeemed: redeemed, before: redeemed - month.redeemed)
      month.deferral = sales?.close(index, vintages, estimate)
      months.append(month)
    }
  }

  /// The months that `range` touches.
  public func months(of range: DayRange) -> ArraySlice<Month> {
    let first = months.firstIndex { $0.last >= range.first } ?? months.count
    let end = months.lastIndex { $0.last.firstOfMonth <= range.last }.map { $0 + 1 } ?? 0
    return months[min(first, end)..<end]
  }
}

/// The allocations of every month's sales, and how far each is recognised.
private struct VintageSales {
  /// What points buy, by the thousandth.
  let value: CostAccrual
  private var sales: [(revenue: DeferredRevenue, points: Int64, progress: DeferredRevenue.Progress)] = []

  init(value: CostAccrual) { self.value = value }

  /// Brings in `month`'s sales and answers how all of them moved in it.
  mutating func close(
    _ month: Int, _ vintages: CumulativeVintages, _ estimate: UltimateRedemption
  ) -> DeferredRevenue.Movement {
    var total = DeferredRevenue.Movement()
    for (earned, sale) in sales.enumerated() {
      let now = progress(of: earned, sale.revenue, points: sale.points, by: month, vintages, estimate)
      total.add(sale.revenue.movement(from: sale.progress, to: now))
      sales[earned].progress = now
    }
    let price = vintages.table.sales[month]
    let revenue = DeferredRevenue(
      price: price, goods: price, points: value.cost(ofThousandths: estimate.expected[month + 1]))
    let points = vintages.netIssued(month + 1, by: month)
    let now = progress(of: month, revenue, points: points, by: month, vintages, estimate)
    total.add(revenue.movement(from: nil, to: now))
    sales.append((revenue, points, now))
    return total
  }

  /// How far a month's sales are recognised, of points that were `points` when they were allocated.
  private func progress(
    of earned: Int, _ revenue: DeferredRevenue, points: Int64, by month: Int, _ vintages: CumulativeVintages,
    _ estimate: UltimateRedemption
  ) -> DeferredRevenue.Progress {
    let taken = points - vintages.netIssued(earned + 1, by: month)
    return DeferredRevenue.Progress(
      redeemed: vintages.redeemed(earned + 1, by: month), expected: estimate.expected[earned + 1],
      returned: points > 0 ? rounded(Int128(revenue.allocated) * Int128(taken), Int128(points)) : 0)
  }
}
