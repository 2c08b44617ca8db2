import Programme
import Quantities

/// The tasks that win tiers, as tables.
struct TaskTables: Sendable {
  struct Card: Sendable {
    let task: TaskCard
    /// What it wins.
    let tier: Int
    /// Which of the windows it looks at.
    let window: Int
    /// By tick of completion the end, exclusive, of what it wins; empty where the ladder's `keep` says it.
    let end: [Int32]
  }

  /// In the order of the ladder, lower tiers first.
  let cards: [Card]
  /// What each asks for on each day, in the same order.
  let thresholds: ThresholdTables
  /// By window and tick: its first tick.
  let starts: [[Int32]]

  /// Nil where the ladder has no tasks.
  init?(_ ladder: Ladder, _ timeline: Timeline) {
    var windows: [TaskWindow] = []
    var cards: [Card] = []
    for (tier, step) in ladder.tiers.enumerated() {
      for task in step.tasks {
        if !windows.contains(task.window) { windows.append(task.window) }
        cards.append(
          Card(
            task: task, tier: tier, window: windows.firstIndex(of: task.window) ?? 0,
            end: task.lasts.map { lasts in timeline.table { $0 + lasts } } ?? []))
      }
    }
    guard !cards.isEmpty else { return nil }
    self.cards = cards
    thresholds = ThresholdTables(cards.map(\.task), actions: ladder.actionNames, timeline)
    starts = windows.map { window in timeline.table { window.start(of: $0) } }
  }
}
