import Programme
import Quantities

// Tasks that win a tier (rule T8): judged where qualification is judged, after each purchase and action.

extension ReferenceMember {
  /// Of the tasks that what was done so far completes on `day`, the one of the highest tier, and of those the one whose
  /// tier lasts longest, with the first day that it does not cover any more.
  func taskWon(on day: Day) -> (tier: Int, end: Day)? {
    var won: (tier: Int, end: Day)?
    for (index, tier) in rules.ladder.tiers.enumerated() {
      for task in tier.tasks
      where isMet(task, by: sums(from: firstDay(of: task.window, at: day), through: day), on: day) {
        guard let end = task.lasts.map({ referenceDay(day, plus: $0) }) ?? termEnd(from: day, atReview: false) else {
          continue
        }
        if let best = won, best.tier > index || (best.tier == index && best.end >= end) { continue }
        won = (index, end)
      }
    }
    return won
  }

  private func firstDay(of window: TaskWindow, at day: Day) -> Day {
    switch window {
    case .rolling(let length): return referenceDay(day, minus: length) + 1
    case .calendar(let period):
      var first = day
      while share(period, first - 1, day) { first = first - 1 }
      return first
    }
  }

  /// Without terms the tier of a task is the least one while it lasts.
  func leastTierOfTasks(on day: Day) -> Int {
    wonByTasks.filter { day < $0.end }.map(\.tier).max() ?? 0
  }
}
