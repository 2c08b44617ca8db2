import Programme

/// A balance of points, and what belongs to it whoever earns and spends: a member's, or a pool's.
struct PointsBalance: Sendable {
  var lots = Lots()
  /// What is owed, while there is no balance; and how much of it would have counted towards a tier.
  var debt: Int64 = 0
  var countedDebt: Int64 = 0
  /// The tick on which inactivity takes everything: counted from the last purchase, or where no count runs from the
  /// opening points or the action that brought points.
  var inactive = Timeline.never
  /// What was given to others, and in which calendar year.
  var given: Int64 = 0
  var givenIn = Int.min

  mutating func reset() {
    lots.reset()
    inactive = Timeline.never
    debt = 0
    countedDebt = 0
    givenIn = .min
  }

  @inline(__always)
  var nextExpiry: Int32 { min(lots.nextExpiry, inactive) }

  /// Whether `lot` is gone at the start of `tick`: on its own day, or where it has none by inactivity.
  func expires(_ lot: Lot, on tick: Int32) -> Bool {
    lot.expiry == Timeline.never ? tick >= inactive : lot.expiry <= tick
  }

  /// What is gone at the start of `tick`.
  mutating func expire(on tick: Int32) -> Int64 {
    let gone = lots.expire(on: tick)
    guard tick >= inactive else { return gone }
    inactive = Timeline.never
    return gone + lots.clearUndated()
  }
}

/// What of a member's points is never shared: the cap, the limits of actions, what each receipt issued.
struct PointsCard: Sendable {
  var period = Int32.min
  var issuedInPeriod: Int64 = 0
  /// By receipt of this member, where returns name theirs: points issued, and already claimed back.
  var issued: [Int64] = []
  var claimed: [Int64] = []
  /// The same of the points that count towards a tier; empty where all do.
  var counted: [Int64] = []
  var countedClaims: [Int64] = []
  var firstReceipt = 0
  /// By entry of the action tables: the period of the last action, and how many of that period earned.
  var limits: [(period: Int32, used: Int64)] = []

  mutating func reset(firstReceipt: Int) {
    period = Int32.min
    issuedInPeriod = 0
    self.firstReceipt = firstReceipt
    issued.removeAll(keepingCapacity: true)
    claimed.removeAll(keepingCapacity: true)
    if !counted.isEmpty {
      counted.removeAll(keepingCapacity: true)
      countedClaims.removeAll(keepingCapacity: true)
    }
    if !limits.isEmpty { limits.removeAll(keepingCapacity: true) }
  }
}
