import MemberBook
import Quantities

/// Adds up members' purchases stretch by stretch: a stretch is a run of them on the same tier.
struct PlainTally {
  private(set) var totals: PlainTotals
  private let tierCount: Int
  private let range: PlainDays
  private let quantities: ReceiptQuantities
  private let earning: PlainEarning
  /// Of the present member: the first receipt within the range, and the first whose points have not expired.
  private var within = 0
  private var oldest = 0
  /// Whether they bought in the equal range just before, and the tier on the eve of the range, where another came after.
  private var wasActive = false
  private var eveTier = -1

  init(_ rules: CompiledRules, _ earning: PlainEarning, _ book: Book, _ range: PlainDays) {
    tierCount = rules.tiers.count
    totals = PlainTotals(tierCount: tierCount)
    self.range = range
    self.earning = earning
    quantities = ReceiptQuantities(book)
  }

  /// Adds a member, by number in the book, who went `path`.
  mutating func add(_ member: Int, _ sums: borrowing RunningSums, _ path: TierPath) {
    begin(sums)
    var (tier, stretch) = (0, 0)
    for change in path.changes {
      add(stretch..<change.receipts, tier: tier, through: change.tick, sums)
      turn(from: tier, to: change.tier, on: change.tick)
      (tier, stretch) = (change.tier, change.receipts)
    }
    add(stretch..<sums.count, tier: tier, through: range.last, sums)
    end(member, tier: tier, sums)
  }

  @inline(__always)
  private mutating func begin(_ sums: borrowing RunningSums) {
    wasActive = range.hasEarlier(sums)
    eveTier = -1
    within = 0
    sums.advance(&within, to: range.first)
    oldest = 0
  }

  /// The receipts `stretch` on `tier`, and what expires on it, up to the start of `tick`.
  private mutating func add(_ stretch: Range<Int>, tier: Int, through tick: Int32, _ sums: borrowing RunningSums) {
    let split = min(max(within, stretch.lowerBound), stretch.upperBound)
    take(stretch.lowerBound..<split, into: tier, sums)
    take(split..<stretch.upperBound, into: tierCount + tier, sums)
    guard earning.expires else { return }
    if range.first > 1 { totals.cells[tier].expired += expired(at: min(range.first - 1, tick), sums) }
    totals.cells[tierCount + tier].expired += expired(at: tick, sums)
  }

  /// The points that expire up to the start of `tick`, and are there yet.
  @inline(__always)
  private mutating func expired(at tick: Int32, _ sums: borrowing RunningSums) -> Int64 {
    let before = oldest
    earning.expire(&oldest, at: tick, sums)
    return sums.issued(before, oldest)
  }

  @inline(__always)
  private mutating func take(_ receipts: Range<Int>, into place: Int, _ sums: borrowing RunningSums) {
    guard !receipts.isEmpty else { return }
    let (from, to) = (receipts.lowerBound, receipts.upperBound)
    var cell = PlainTotals.Cell()
    cell.purchases = Int64(to - from)
    cell.spend = sums.spend(from, to)
    cell.visits = sums.visits(from, to)
    if quantities.areKnown { for receipt in receipts { cell.quantity += quantities[sums.first + receipt] } }
    if earning.earns { cell.issued = sums.issued(from, to) }
    if earning.isCapped { cell.capped = sums.kept(from, to) }
    totals.cells[place].add(cell)
  }

  /// The tier changes on `tick`.
  @inline(__always)
  private mutating func turn(from held: Int, to tier: Int, on tick: Int32) {
    let isWithin = tick >= range.first
    if isWithin && eveTier < 0 { eveTier = held }
    let place = (isWithin ? tierCount : 0) + held
    if tier > held { totals.cells[place].upgrades += 1 } else { totals.cells[place].downgrades += 1 }
  }

  @inline(__always)
  private mutating func end(_ member: Int, tier: Int, _ sums: borrowing RunningSums) {
    let isActive = within < sums.count
    if wasActive { totals.retention[eveTier < 0 ? tier : eveTier].count(isActive) }
    var stock = Stock()
    stock.members = 1
    stock.active = isActive ? 1 : 0
    stock.repeating = sums.visits(within, sums.count) > 1 ? 1 : 0
    stock.referrals = range.referrals(by: member)
    stock.outstanding = earning.earns ? sums.issued(oldest, sums.count) : 0
    totals.stocks[tier].add(stock)
    totals.notYetJoined += sums.count > 0 ? 0 : 1
    totals.finalTiers.append(UInt8(truncatingIfNeeded: tier))
  }
}
