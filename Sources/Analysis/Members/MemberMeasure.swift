public import Messages
public import PlanLanguage
import Simulation

/// A figure of each member, by which members are ranked and drawn.
public enum MemberMeasure: String, PhrasedChoice {
  case spend, visits, purchases, value
  case alive = "p_alive"
  case expectedPurchases = "expected_purchases"

  /// What it is called in other languages.
  public var aliases: [Alias] {
    switch self {
    case .spend, .visits, .purchases: Metric.named(rawValue)?.aliases ?? []
    case .value: [Alias(zh: "价值")]
    case .alive: [Alias(zh: "留存概率")]
    case .expectedPurchases: [Alias(zh: "预期购买")]
    }
  }
}
