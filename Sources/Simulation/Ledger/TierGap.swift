import PlanLanguage
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

/// How far a member is with a task.
public struct TaskStanding: Sendable, Equatable {
  public let name: String
  /// The first day that counts, and the last one that will count along; nil where the window rolls.
  public let start: Day
  public let end: Day?
  /// What it asks for and what is done, and the tier that it wins.
  public let gap: TierGap
}

extension CompiledRules {
  /// What is missing on `day` to the tier above `tier`; nil on the highest.
  public func gap(above tier: Int, holding window: WindowSums, _ actions: [Int64], on day: Day) -> TierGap? {
    guard tier + 1 < rules.ladder.tiers.count else { return nil }
    let next = rules.ladder.tiers[tier + 1]
    return TierGap(
      tier: tier + 1, name: next.name, needsAll: next.need == .all,
      thresholds: thresholds(of: next, holding: window, actions, on: day))
  }

  /// What `step` asks for on `day`, and what a window holds of it.
  private func thresholds(
    of next: some Thresholded, holding window: WindowSums, _ actions: [Int64], on day: Day
  ) -> [TierGap.Threshold] {
    var asked: [(TierGap.Threshold.Measure, Int64?, Int64)] = [
      (.spend, next.spend.value(on: day)?.minor, window.spend),
      (.visits, next.visits.value(on: day)?.value, window.visits),
      (.purchases, next.purchases.value(on: day)?.value, window.purchases),
      (.points, next.points.value(on: day)?.count, window.points),
    ]
    for (name, held) in zip(rules.ladder.actionNames, actions) {
      asked.append((.actions(name), next.actions[name].value(on: day)?.value, held))
    }
    return asked.compactMap { measure, asked, held in
      asked.map { TierGap.Threshold(measure: measure, asked: $0, held: held) }
    }
  }

  /// How many places a tier has; nil where it has one for everyone.
  public func places(on tier: Int) -> Int? { places?.limits[tier] }

  /// What a task asks for on `day`, and what is done of it.
  public func standing(_ count: TaskCount, on day: Day) -> TaskStanding? {
    guard let card = tasks?.cards[count.card] else { return nil }
    return TaskStanding(
      name: card.task.name, start: card.task.window.start(of: day), end: card.task.window.end(of: day),
      gap: TierGap(
        tier: card.tier, name: tiers[card.tier], needsAll: card.task.need == .all,
        thresholds: thresholds(of: card.task, holding: count.window, count.actions, on: day)))
  }
}
