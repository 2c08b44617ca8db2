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
  }

  private(set) var lots = Lots()
  /// The tick on which inactivity takes everything.
  private var inactive = Timeline.never
  private var period = Int32.min
  private var issuedInPeriod: Int64 = 0
  /// By receipt of this member, where returns name theirs: points issued, and already claimed back.
  private var issued: [Int64] = []
  private var claimed: [Int64] = []
  private var firstReceipt = 0

  mutating func reset(firstReceipt: Int, _ book: Book) {
    lots.reset()
    inactive = Timeline.never
    period = Int32.min
    issuedInPeriod = 0
    self.firstReceipt = firstReceipt
    issued.removeAll(keepingCapacity: true)
    claimed.removeAll(keepingCapacity: true)
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
    }
    return result
  }

  @inline(__always)
  private mutating func earn(
    _ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints, _ book: Book, _ result: inout Settlement
  ) {
    let tick = receipt.tick
    var points = policy.earning.points(for: receipt, size: receipt.net, tier: tier, book)
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
    guard points > 0 else { return }
    lots.add(
      Lot(
        earned: Int32(tick), release: policy.release.isEmpty ? Int32(tick) : policy.release[tick],
        expiry: policy.expiry.isEmpty ? Timeline.never : policy.expiry[tick], remaining: points))
  }

  private mutating func takeBack(
    _ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints, _ book: Book, _ result: inout Settlement
  ) {
    let wanted: Int64
    if let origin = originalPurchase(of: receipt, book) {
      let local = origin - firstReceipt
      let share = Int128(issued[local]) * Int128(-receipt.net)
      let inProportion = policy.earning.rounding.quotient(share, Int128(book.purchases.amount[origin])) ?? .max
      wanted = min(inProportion, issued[local] - claimed[local])
      claimed[local] += wanted
    } else {
      wanted = policy.earning.points(for: receipt, size: -receipt.net, tier: tier, book)
    }
    result.clawedBack = lots.take(wanted)
    result.waived = wanted - result.clawedBack
  }

  /// The purchase that a return names, where it lies earlier and was of more than 0.
  private func originalPurchase(of receipt: ReceiptFacts, _ book: Book) -> Int? {
    guard !book.purchases.original.isEmpty else { return nil }
    let origin = Int(book.purchases.original[receipt.index])
    guard origin >= firstReceipt, origin < receipt.index, book.purchases.amount[origin] > 0 else { return nil }
    return origin
  }
}
