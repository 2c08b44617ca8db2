import Programme
public import Quantities

/// How far a member is from a tier: what each of its thresholds asks for, and what the window holds.
public struct TierGap: Sendable, Equatable {
  public struct Threshold: Sendable, Equatable {
    public enum Measure: Sendable, Hashable {
      case spend, visits, purchases, points
      /// Of that name.
      case actions(String)

      /// As the threshold is written.
      public var name: String {
        switch self {
        case .spend: "spend"
        case .visits: "visits"
        case .purchases: "purchases"
        case .points: "points"
        case .actions(let name): "actions(\(spelled(name: name)))"
        }
      }
    }

    public let measure: Measure
    /// In minor units for spend, else a count.
    public let asked: Int64
    public let held: Int64

    public var missing: Int64 { max(0, asked - held) }
  }

  public let tier: Int
  public let name: String
  public let needsAll: Bool
  public let thresholds: [Threshold]
}

extension CompiledRules {
  /// What is missing on `day` to the tier above `tier`; nil on the highest.
  public func gap(above tier: Int, holding window: WindowSums, _ actions: [Int64], on day: Day) -> TierGap? {
    guard tier + 1 < rules.ladder.tiers.count else { return nil }
    let next = rules.ladder.tiers[tier + 1]
    var asked: [(TierGap.Threshold.Measure, Int64?, Int64)] = [
      (.spend, next.spend.value(on: day)?.minor, window.spend),
      (.visits, next.visits.value(on: day)?.value, window.visits),
      (.purchases, next.purchases.value(on: day)?.value, window.purchases),
      (.points, next.points.value(on: day)?.count, window.points),
    ]
    for (name, held) in zip(rules.ladder.actionNames, actions) {
      asked.append((.actions(name), next.actions[name].value(on: day)?.value, held))
    }
    return TierGap(
      tier: tier + 1, name: next.name, needsAll: next.need == .all,
      thresholds: asked.compactMap { measure, asked, held in
        asked.map { TierGap.Threshold(measure: measure, asked: $0, held: held) }
      })
  }
}
