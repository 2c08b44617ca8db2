public import Programme
public import Quantities

/// What benefits, points and goods cost: enough to turn an outcome's counts into money.
public struct Costing: Sendable, Equatable {
  public let items: [CostItem]
  /// The catalogue.
  public let rewards: [Reward]
  /// What coupons come to besides their cost; their items stand behind the benefits'.
  public let coupons: [CouponTerms]
  let firstCoupon: Int
  public let budgets: [Budget]
  public let goals: [Goal]
  public let range: DayRange
  /// The months of the range, `2017-07`, in order.
  public let months: [String]
  let tierCount: Int
  /// What a point costs when it is spent, in major units; nil where the policy says neither cost nor value.
  let pointCost: Ratio?
  let hasPoints: Bool
  /// Whether every sale's margin is known, from line costs or an assumption.
  public let knowsMargin: Bool

  init(_ rules: Rules, _ benefits: CompiledBenefits, range: DayRange, tierCount: Int, knowsMargin: Bool) {
    items =
      rules.benefits.map { CostItem($0) }
      + zip(rules.coupons, benefits.coupons).map { CostItem($0, isReal: $1.isReal) }
    coupons = zip(rules.coupons, benefits.coupons).map { CouponTerms($0, isReal: $1.isReal) }
    rewards = rules.points?.rewards ?? []
    firstCoupon = rules.benefits.count
    budgets = rules.budgets
    goals = rules.goals
    self.range = range
    months = Costing.months(of: range)
    self.tierCount = tierCount
    // Without a points policy there are no points to cost anything.
    pointCost = rules.points.map { ($0.cost ?? $0.value)?.perPoint } ?? .zero
    hasPoints = rules.points != nil
    self.knowsMargin = knowsMargin
  }

  /// The months that a range touches.
  static func months(of range: DayRange) -> [String] {
    var names: [String] = []
    var day = range.first.firstOfMonth
    while day <= range.last {
      names.append(String(day.description.prefix(7)))
      day = day.firstOfNextMonth
    }
    return names
  }

  var cellCount: Int { items.count * months.count * tierCount }
  func cell(_ item: Int, _ month: Int, _ tier: Int) -> Int { (item * months.count + month) * tierCount + tier }

  /// The cells of an item and month, by tier.
  func cells(_ item: Int, _ month: Int) -> Range<Int> { cell(item, month, 0)..<cell(item, month + 1, 0) }

  /// What `points` cost when they are spent, in minor units; nil where a point has no cost.
  func cost(ofPoints points: Int64) -> Int64? {
    pointCost.map { rounded(Int128(points) * Int128($0.numerator) * 100, Int128($0.denominator)) }
  }
}
