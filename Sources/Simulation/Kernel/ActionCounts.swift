/// How many actions of each kind that the ladder asks for a window holds.
struct ActionCounts: Sendable {
  private var events: [(tick: Int32, counter: Int)] = []
  private var head = 0
  /// By counter.
  private(set) var held: [Int64]

  init(counters: Int) { held = [Int64](repeating: 0, count: counters) }

  /// Forgets everything, for the next member.
  mutating func reset() {
    events.removeAll(keepingCapacity: true)
    head = 0
    for counter in held.indices { held[counter] = 0 }
  }

  mutating func add(_ counter: Int, on tick: Int32) {
    events.append((tick, counter))
    held[counter] += 1
  }

  /// Lets the days before `first` fall out.
  mutating func drop(before first: Int32) {
    while head < events.count && events[head].tick < first {
      held[events[head].counter] -= 1
      head += 1
    }
  }
}

/// Thresholds of which some ask for actions.
struct ActionQualifier: TierQualifier {
  private let tables: ThresholdTables
  private var counts: ActionCounts

  init(_ tables: ThresholdTables) {
    self.tables = tables
    counts = ActionCounts(counters: tables.counterCount)
  }

  mutating func highest(above floor: Int, by sums: WindowSums, on tick: Int) -> Int {
    let base = Int(tables.epoch[tick]) * tables.tierCount
    return QualificationRule.highest(upTo: tables.tierCount - 1, above: floor) { tier in
      tables.areMet(base + tier, tables.thresholds[base + tier], by: sums, counts.held)
    }
  }

  func meets(_ tier: Int, by sums: WindowSums, on tick: Int) -> Bool {
    let place = Int(tables.epoch[tick]) * tables.tierCount + tier
    return tables.areMet(place, tables.thresholds[place], by: sums, counts.held)
  }

  var held: [Int64] { counts.held }
  mutating func reset() { counts.reset() }
  mutating func count(_ counter: Int, on tick: Int32) { counts.add(counter, on: tick) }
  mutating func drop(before first: Int32) { counts.drop(before: first) }
}
