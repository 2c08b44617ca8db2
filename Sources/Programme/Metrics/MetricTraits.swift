/// What commands must know of a metric besides its unit.
public struct MetricTraits: OptionSet, Sendable {
  /// A bit for each trait.
  public let rawValue: Int

  /// The traits whose bits are set.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// It goes by how long the range is: it adds up what happens, or asks who came within that time.
  public static let goesByLength = MetricTraits(rawValue: 1)
  /// It counts members, each once in a row, so that rows of a tier and of another split at once have no figure.
  public static let countsMembers = MetricTraits(rawValue: 1 << 1)
  /// It is a share of all members, also where it is asked of a segment.
  public static let isOfAllMembers = MetricTraits(rawValue: 1 << 2)
  /// It would be another without a points policy, though it is not counted in points.
  public static let turnsOnPoints = MetricTraits(rawValue: 1 << 3)
  /// It is told only by an outcome that accounts are attached to.
  public static let needsAccounts = MetricTraits(rawValue: 1 << 4)
  /// It is known only where the margin of every sale is.
  public static let needsMargin = MetricTraits(rawValue: 1 << 5)
  /// It holds the range against the equal one just before.
  public static let looksBack = MetricTraits(rawValue: 1 << 6)
  /// It is known only where the data say who referred whom.
  public static let needsReferrers = MetricTraits(rawValue: 1 << 7)
}

/// What of the plan can be named in a metric's brackets, besides tiers, segments and scenarios.
public enum MetricArgument: Sendable {
  /// A benefit or a coupon.
  case benefit
  case budget
  case goal

  /// Whether it is called by the period that it is for.
  public var isNamedByPeriod: Bool {
    switch self {
    case .benefit: false
    case .budget, .goal: true
    }
  }
}

extension Programme {
  /// What there is to be named so.
  public func names(of argument: MetricArgument) -> [String] {
    switch argument {
    case .benefit: benefits.map(\.name) + coupons.map(\.name)
    case .budget: budgets.map(\.name)
    case .goal: goals.map(\.name)
    }
  }
}
