/// What one member's task windows hold, and the tiers that completed tasks won where there are no terms.
struct TaskProgress: Sendable {
  let tables: TaskTables
  private var windows: [Window]
  private var counts: [ActionCounts]
  /// By tier: the first tick on which it is no least tier any more.
  private var leastUntil: [Int32]

  init(_ tables: TaskTables, tierCount: Int) {
    self.tables = tables
    windows = tables.starts.map { _ in Window() }
    counts = tables.starts.map { _ in ActionCounts(counters: tables.thresholds.counterCount) }
    leastUntil = [Int32](repeating: 0, count: tierCount)
  }

  /// Forgets everything, for the next member.
  mutating func reset() {
    for window in windows.indices {
      windows[window].reset()
      counts[window].reset()
    }
    for tier in leastUntil.indices { leastUntil[tier] = 0 }
  }

  /// Adds a receipt or an action of the day `tick`.
  mutating func add(tick: Int, net: Int64, purchases: Int32, points: Int64, counter: Int? = nil) {
    settle(on: tick)
    for window in windows.indices {
      windows[window].add(tick: Int32(tick), net: net, purchases: purchases, points: points)
      if let counter { counts[window].add(counter, on: Int32(tick)) }
    }
  }

  /// Lets the windows end on `tick`.
  mutating func settle(on tick: Int) {
    for window in windows.indices {
      let first = tables.starts[window][tick]
      windows[window].drop(before: first)
      counts[window].drop(before: first)
    }
  }

  func isComplete(_ card: Int, on tick: Int) -> Bool {
    let thresholds = tables.thresholds
    let place = Int(thresholds.epoch[tick]) * thresholds.tierCount + card
    let window = tables.cards[card].window
    return thresholds.areMet(place, thresholds.thresholds[place], by: windows[window].sums, counts[window].held)
  }

  /// What the window of a task holds.
  func count(of card: Int) -> TaskCount {
    let window = tables.cards[card].window
    return TaskCount(card: card, window: windows[window].sums, actions: counts[window].held)
  }

  // MARK: tiers without terms

  /// `tier` is the least one until `end`.
  mutating func hold(_ tier: Int, until end: Int32) { leastUntil[tier] = max(leastUntil[tier], end) }

  func leastTier(on tick: Int) -> Int { leastUntil.lastIndex { $0 > Int32(tick) } ?? 0 }

  /// When the next least tier ends after `tick`.
  func nextEnd(after tick: Int) -> Int32 { leastUntil.filter { $0 > Int32(tick) }.min() ?? Timeline.never }
}

/// What of a task is done.
public struct TaskCount: Sendable, Equatable {
  /// Which of the ladder's tasks, in its order.
  public let card: Int
  /// What the task's window holds.
  public let window: WindowSums
  public let actions: [Int64]
}
