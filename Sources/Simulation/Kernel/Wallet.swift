import MemberBook
import Programme
import Quantities

/// A member's points: what receipts earn, what returns take back, what expires.
struct Wallet {
  /// What one receipt did.
  struct Settlement {
    var earned: Int64 = 0
    /// What the cap kept from being issued.
    var capped: Int64 = 0
    var clawedBack: Int64 = 0
    var waived: Int64 = 0
    /// What of the points earned paid what was owed; and what a return could not take back and is owed now.
    var paid: Int64 = 0
    var owed: Int64 = 0
    /// What it adds to the points that count towards a tier: those earned less those taken back, but for what is meant
    /// to be spent only.
    var counted: Int64 = 0
  }

  private(set) var lots = Lots()
  /// What is owed, while there is no balance; and how much of it would have counted towards a tier.
  private var debt: Int64 = 0
  private var countedDebt: Int64 = 0
  /// The tick on which inactivity takes everything: counted from the last purchase, or where no count runs from the
  /// opening points or the action that brought points.
  private var inactive = Timeline.never
  private var period = Int32.min
  private var issuedInPeriod: Int64 = 0
  /// By receipt of this member, where returns name theirs: points issued, and already claimed back.
  private var issued: [Int64] = []
  private var claimed: [Int64] = []
  /// The same of the points that count towards a tier; empty where all do.
  private var counted: [Int64] = []
  private var countedClaims: [Int64] = []
  private var firstReceipt = 0
  /// By entry of the action tables: the period of the last action, and how many of that period earned.
  private var limits: [(period: Int32, used: Int64)] = []

  mutating func reset(firstReceipt: Int, _ book: Book) {
    lots.reset()
    inactive = Timeline.never
    period = Int32.min
    issuedInPeriod = 0
    self.firstReceipt = firstReceipt
    issued.removeAll(keepingCapacity: true)
    claimed.removeAll(keepingCapacity: true)
    debt = 0
    countedDebt = 0
    if !counted.isEmpty {
      counted.removeAll(keepingCapacity: true)
      countedClaims.removeAll(keepingCapacity: true)
    }
    if !limits.isEmpty { limits.removeAll(keepingCapacity: true) }
  }

  @inline(__always)
  var nextExpiry: Int32 { min(lots.nextExpiry, inactive) }

  /// What is gone at the start of `tick`.
  mutating func expire(on tick: Int32) -> Int64 {
    if tick >= inactive {
      inactive = Timeline.never
      return lots.clear()
    }
    return lots.expire(on: tick)
  }

  /// Earns the points of a purchase or takes back those of a return.
  @inline(__always)
  mutating func settle(_ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints?, _ book: Book) -> Settlement {
    guard let policy else { return Settlement() }
    var result = Settlement()
    if receipt.net > 0 {
      if !policy.inactivity.isEmpty { inactive = policy.inactivity[receipt.tick] }
      earn(receipt, tier: tier, policy, book, &result)
    } else if receipt.net < 0 {
      takeBack(receipt, tier: tier, policy, book, &result)
    }
    if !book.purchases.original.isEmpty {
      issued.append(result.earned)
      claimed.append(0)
      if policy.qualifying != nil {
        counted.append(receipt.net > 0 ? result.counted : 0)
        countedClaims.append(0)
      }
    }
    if result.paid > 0 { payCounted(&result) }
    return result
  }

  @inline(__always)
  private mutating func earn(
    _ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints, _ book: Book, _ result: inout Settlement
  ) {
    let tick = receipt.tick
    var points = policy.earning.points(for: receipt, size: receipt.net, tier: tier, book)
    issue(&points, on: tick, policy, &result)
    if let qualifying = policy.qualifying {
      result.counted = min(qualifying.points(for: receipt, size: receipt.net, tier: tier, book), result.earned)
    }
  }

  /// As far as the cap allows.
  @inline(__always)
  private mutating func issue(
    _ points: inout Int64, on tick: Int, _ policy: CompiledPoints, _ result: inout Settlement
  ) {
    if let cap = policy.cap {
      if policy.period[tick] != period {
        period = policy.period[tick]
        issuedInPeriod = 0
      }
      let allowed = min(points, cap - issuedInPeriod)
      result.capped = points - allowed
      points = allowed
      issuedInPeriod += points
    }
    result.earned = points
    result.counted = points
    guard points > 0 else { return }
    if debt > 0 { points -= pay(points, &result) }
    guard points > 0 else { return }
    lots.add(
      Lot(
        earned: Int32(tick), release: policy.release.isEmpty ? Int32(tick) : policy.release[tick],
        expiry: policy.expiry.isEmpty ? Timeline.never : policy.expiry[tick], remaining: points))
  }

  /// Points that are issued pay what is owed; answers how many.
  private mutating func pay(_ points: Int64, _ result: inout Settlement) -> Int64 {
    result.paid = min(points, debt)
    debt -= result.paid
    return result.paid
  }

  /// What counts towards a tier is what is earned less what pays, of what is owed, that would have counted.
  private mutating func payCounted(_ result: inout Settlement) {
    let paid = min(result.paid, countedDebt)
    countedDebt -= paid
    result.counted -= paid
  }

  /// Spends `points`, of which so many can be spent on `tick`.
  mutating func spend(_ points: Int64, on tick: Int32) { lots.spend(points, on: tick) }

  /// Points that are there when the data begin, as if earned the day before, on tick 0: gone on `expiry`, or where that
  /// is `never` by the policy's rule.
  mutating func open(_ points: Int64, expiry: Int32, _ policy: CompiledPoints) {
    let byRule = policy.expiry.isEmpty ? Timeline.never : policy.expiry[0]
    if expiry == Timeline.never, !policy.inactivity.isEmpty { inactive = policy.inactivity[0] }
    lots.add(Lot(earned: 0, release: 0, expiry: expiry == Timeline.never ? byRule : expiry, remaining: points))
  }

  /// Earns the points of an action, unless the limit of its period is used up.
  mutating func settle(
    _ action: ActionFacts, _ entries: [ActionTables.Entry], _ policy: CompiledPoints?
  ) -> (settlement: Settlement, isLimited: Bool) {
    let entry = entries[action.entry]
    var result = Settlement()
    guard let policy, !entry.earn.isEmpty else { return (result, false) }
    if let limit = entry.limit {
      while limits.count < entries.count { limits.append((Int32.min, 0)) }
      let period = entry.period[action.tick]
      if limits[action.entry].period != period { limits[action.entry] = (period, 0) }
      guard limits[action.entry].used < limit else { return (result, true) }
      limits[action.entry].used += 1
    }
    var points = entry.earn[action.tick]
    issue(&points, on: action.tick, policy, &result)
    if !entry.qualifies { result.counted = 0 }
    if result.paid > 0 { payCounted(&result) }
    if result.earned > 0, inactive == Timeline.never, !policy.inactivity.isEmpty {
      inactive = policy.inactivity[action.tick]
    }
    return (result, false)
  }

  private mutating func takeBack(
    _ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints, _ book: Book, _ result: inout Settlement
  ) {
    let wanted: Int64
    // What of it counted towards a tier.
    var counted: Int64
    if let origin = originalPurchase(of: receipt, book) {
      let local = origin - firstReceipt
      let share = Int128(issued[local]) * Int128(-receipt.net)
      let inProportion = policy.earning.rounding.quotient(share, Int128(book.purchases.amount[origin])) ?? .max
      wanted = min(inProportion, issued[local] - claimed[local])
      claimed[local] += wanted
      counted = wanted
      if policy.qualifying != nil {
        let share = Int128(self.counted[local]) * Int128(-receipt.net)
        let inProportion = policy.earning.rounding.quotient(share, Int128(book.purchases.amount[origin])) ?? .max
        counted = min(inProportion, self.counted[local] - countedClaims[local], wanted)
        countedClaims[local] += counted
      }
    } else {
      wanted = policy.earning.points(for: receipt, size: -receipt.net, tier: tier, book)
      counted = wanted
      if let qualifying = policy.qualifying {
        counted = min(qualifying.points(for: receipt, size: -receipt.net, tier: tier, book), wanted)
      }
    }
    result.clawedBack = lots.take(wanted)
    let missing = wanted - result.clawedBack
    result.counted = -min(counted, result.clawedBack)
    if policy.carriesDebt {
      debt += missing
      countedDebt += counted + result.counted
      result.owed = missing
    } else {
      result.waived = missing
    }
  }

  /// The purchase that a return names, where it lies earlier and was of more than 0.
  private func originalPurchase(of receipt: ReceiptFacts, _ book: Book) -> Int? {
    guard !book.purchases.original.isEmpty else { return nil }
    let origin = Int(book.purchases.original[receipt.index])
    guard origin >= firstReceipt, origin < receipt.index, book.purchases.amount[origin] > 0 else { return nil }
    return origin
  }
}
