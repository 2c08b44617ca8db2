import PlanLanguage
import Programme
import Quantities

/// Decides which tier a window qualifies for.
protocol TierQualifier: SendableMetatype {
  /// The highest tier above `floor` that `sums` qualify for on `tick`; `floor` where none does.
  mutating func highest(above floor: Int, by sums: WindowSums, on tick: Int) -> Int
  /// Whether `sums` meet what `tier` asks for on `tick`.
  mutating func meets(_ tier: Int, by sums: WindowSums, on tick: Int) -> Bool
  /// The actions in the window that the ladder counts, by counter.
  var held: [Int64] { get }
  /// A new member comes.
  mutating func reset()
  /// An action was done.
  mutating func count(_ counter: Int, on tick: Int32)
  /// The days before `first` leave the window.
  mutating func drop(before first: Int32)
}

/// Where no tier asks for actions there is nothing to count.
extension TierQualifier {
  var held: [Int64] { [] }
  @inline(__always) mutating func reset() {}
  @inline(__always) mutating func count(_ counter: Int, on tick: Int32) {}
  @inline(__always) mutating func drop(before first: Int32) {}
}

/// What each tier asks for on each day.
struct ThresholdTables: Sendable, TierQualifier {
  /// A tier's thresholds on the days of one epoch. Where one is not set it holds the value that leaves the others to
  /// decide: never met where any is enough, always met where all are needed.
  struct Thresholds: Sendable, Equatable {
    var spend: Int64
    var visits: Int64
    var purchases: Int64
    var points: Int64
    var needsAll: Bool

    init(_ tier: some Thresholded, on day: Day) {
      let unset: Int64 = tier.need == .all ? .min : .max
      spend = tier.spend.value(on: day)?.minor ?? unset
      visits = tier.visits.value(on: day)?.value ?? unset
      purchases = tier.purchases.value(on: day)?.value ?? unset
      points = tier.points.value(on: day)?.count ?? unset
      needsAll = tier.need == .all
      // All of nothing would be met by everyone: a tier whose thresholds are all out of force cannot be reached.
      let asksForActions = tier.actions.values.contains { $0.value.value(on: day) != nil }
      if needsAll && !asksForActions && spend == unset && visits == unset && purchases == unset && points == unset {
        spend = .max
      }
    }

    /// What a threshold holds that is not set: the value that leaves the others to decide.
    @inline(__always) var unset: Int64 { needsAll ? .min : .max }

    /// Whether what is met or not decides, see `QualificationRule`.
    @inline(__always) func isDecided(_ isMet: Bool) -> Bool {
      QualificationRule.decides(isMet: isMet, needsAll: needsAll)
    }

    @inline(__always) func areMet(by sums: WindowSums) -> Bool {
      if needsAll {
        return sums.spend >= spend && sums.visits >= visits && sums.purchases >= purchases && sums.points >= points
      }
      return sums.spend >= spend || sums.visits >= visits || sums.purchases >= purchases || sums.points >= points
    }
  }

  /// By epoch and tier, an epoch being a run of days without a change.
  let thresholds: [Thresholds]
  /// The epoch of each tick.
  let epoch: [UInt16]
  /// The ticks on which an epoch begins, but for the first.
  let boundaries: [Int32]
  let tierCount: Int
  /// How many kinds of actions the ladder asks for; and by epoch, tier and kind how many of it, where a threshold that
  /// is not set leaves the others to decide as above.
  let counterCount: Int
  private let actions: [Int64]

  init(_ ladder: Ladder, _ timeline: Timeline) { self.init(ladder.tiers, actions: ladder.actionNames, timeline) }

  /// Of `steps`, by their places; `names` are the actions that are counted.
  init(_ steps: [some Thresholded], actions names: [String], _ timeline: Timeline) {
    tierCount = steps.count
    let changes = steps.flatMap(\.boundaries)
    let ticks = Set(changes.map { timeline.tick($0) }).filter { (1..<timeline.count).contains($0) }.sorted()
    var epoch: [UInt16] = []
    var next = 0
    for tick in 0..<timeline.count {
      while next < ticks.count && ticks[next] <= tick { next += 1 }
      epoch.append(UInt16(truncatingIfNeeded: next))
    }
    self.epoch = epoch
    boundaries = ticks.map { Int32($0) }
    thresholds = ([0] + ticks).flatMap { tick in steps.map { Thresholds($0, on: timeline.day(tick)) } }
    counterCount = names.count
    actions = ([0] + ticks).flatMap { tick in
      steps.flatMap { tier in
        names.map { name in
          tier.actions[name].value(on: timeline.day(tick))?.value ?? (tier.need == .all ? .min : .max)
        }
      }
    }
  }

  /// Whether `thresholds`, which are those at `place` but for one perhaps, and its actions are met.
  func areMet(_ place: Int, _ thresholds: Thresholds, by sums: WindowSums, _ held: [Int64]) -> Bool {
    var isMet = thresholds.areMet(by: sums)
    for counter in 0..<counterCount where !thresholds.isDecided(isMet) {
      isMet = held[counter] >= actions[place * counterCount + counter]
    }
    return isMet
  }

  func meets(_ tier: Int, by sums: WindowSums, on tick: Int) -> Bool {
    thresholds[Int(epoch[tick]) * tierCount + tier].areMet(by: sums)
  }

  /// Whether anything is other on `tick` than the day before.
  func change(on tick: Int) -> Bool {
    let (before, after) = (Int(epoch[tick - 1]) * tierCount, Int(epoch[tick]) * tierCount)
    let isSame = (0..<tierCount).allSatisfy { thresholds[before + $0] == thresholds[after + $0] }
    return !isSame
      || (0..<tierCount * counterCount).contains {
        actions[before * counterCount + $0] != actions[after * counterCount + $0]
      }
  }

  @inline(__always) func highest(above floor: Int, by sums: WindowSums, on tick: Int) -> Int {
    let base = Int(epoch[tick]) * tierCount
    return QualificationRule.highest(upTo: tierCount - 1, above: floor) { thresholds[base + $0].areMet(by: sums) }
  }
}
