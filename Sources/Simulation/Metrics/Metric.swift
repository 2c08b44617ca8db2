public import Messages
public import Programme
public import Quantities

/// How a figure that managers name is computed from an outcome, and where it can be split.
public struct Metric: Sendable {
  /// Its declaration.
  public let identity: MetricName
  /// What tables can split it by.
  public let splits: Set<Split>
  private let compute: @Sendable (OutcomePart) -> MetricValue

  init(_ identity: MetricName, by splits: Set<Split>, _ compute: @escaping @Sendable (OutcomePart) -> MetricValue) {
    self.identity = identity
    // What each member's tier tells apart, any set of members does.
    self.splits = splits.contains(.tier) ? splits.union([.segment]) : splits
    self.compute = compute
  }

  public var name: String { identity.rawValue }
  /// What commands must know of it.
  public var traits: MetricTraits { identity.facts.traits }
  /// What of the plan can be named in its brackets.
  public var takes: MetricArgument? { identity.facts.takes }
  /// What people read: the name, with blanks for its underscores, in their language.
  public var title: Message { identity.title }
  /// What may be typed for the name in Chinese: the title, and what else managers say.
  public var aliases: [Alias] { [Alias(zh: identity.facts.chinese)] + identity.facts.aliases }
  public var summary: Message { identity.facts.summary }

  /// Its value, from the counters of a part of an outcome.
  public func value(of part: OutcomePart) -> MetricValue { compute(part) }
  public var unit: MetricUnit { identity.facts.unit }
}

/// A metric's exact value.
public enum MetricValue: Sendable, Equatable {
  case count(Int64)
  case points(Int64)
  case money(Money)
  case share(part: Int64, whole: Int64)
  /// Minor units ÷ a count.
  case average(Money, per: Int64)
  case quotient(Int64, over: Int64)
  /// What it would need is not known, such as a margin.
  case unknown

  /// As an exact fraction, money in major units; nil where it is undefined.
  public var ratio: Ratio? {
    switch self {
    case .count(let value), .points(let value): Ratio(value)
    case .money(let money): money.major
    case .share(let part, let whole), .quotient(let part, let whole): Ratio(part, over: whole)
    case .average(let money, let count): Ratio(money.minor, over: count)?.divided(by: Ratio(100))
    case .unknown: nil
    }
  }

  /// Whether it says nothing: nothing was counted, or what it would be a share of is not there.
  public var isEmpty: Bool {
    switch self {
    case .count(let value), .points(let value): value == 0
    case .money(let money): money == .zero
    case .share(_, let whole), .quotient(_, let whole): whole == 0
    case .average(_, let count): count == 0
    case .unknown: true
    }
  }
}

/// Which part of an outcome is asked for.
public struct SliceKey: Sendable, Hashable {
  public var tier: Int?
  public var group: Int?
  /// Of the benefits, budgets or goals, whichever the metric takes, the one called so.
  public var named: String?

  public init(tier: Int? = nil, group: Int? = nil, named: String? = nil) {
    self.tier = tier
    self.group = group
    self.named = named
  }
}

extension Outcome {
  /// The metric's value for a part of the outcome.
  public func value(of name: MetricName, in key: SliceKey = SliceKey()) -> MetricValue {
    value(of: Metric(name), in: key)
  }

  /// The metric's value for a part of the outcome.
  public func value(of metric: Metric, in key: SliceKey = SliceKey()) -> MetricValue {
    metric.value(of: OutcomePart(self, key))
  }
}
