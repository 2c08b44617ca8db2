import MemberBook
import Programme

/// Notes when members rise and where their points expire.
struct RiseKeeper: ReplayObserver {
  private(set) var found: TierRises
  private let ranges: [ClosedRange<Int>]
  private let stores: [UInt16]
  private var member = 0
  /// Of the present member's last receipt.
  private var store: UInt16 = 0
  /// By range: how many rises were noted before the present member's.
  private var begun: [Int]

  init(_ ranges: [ClosedRange<Int>], _ book: Book) {
    self.ranges = ranges
    stores = book.purchases.store
    found = TierRises(ranges: ranges.count, stores: book.stores.count)
    begun = [Int](repeating: 0, count: ranges.count)
  }

  mutating func begin(member: Int) {
    self.member = member
    store = 0
    begun = found.rises.map(\.count)
    found.firstAbove.append(.max)
  }

  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState) {
    store = stores.isEmpty ? 0 : stores[receipt.index]
  }

  mutating func expired(_ points: Int64, tick: Int, tier: Int) {
    for (place, range) in ranges.enumerated() where range.contains(tick) {
      found.expired[place][Int(store)] += points
    }
  }

  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {
    stands(on: to, tick: tick)
    guard to > from else { return }
    let rise = TierRises.Rise(member: Int32(clamping: member), store: store)
    for (place, range) in ranges.enumerated() where range.contains(tick) {
      if !found.rises[place][begun[place]...].contains(rise) { found.rises[place].append(rise) }
    }
  }

  mutating func imported(from: Int, to: Int, tick: Int, walk: WalkState) { stands(on: to, tick: tick) }

  private mutating func stands(on tier: Int, tick: Int) {
    if tier > 0, found.firstAbove[found.firstAbove.count - 1] == .max {
      found.firstAbove[found.firstAbove.count - 1] = Int32(clamping: tick)
    }
  }

  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int) {}
  mutating func owes(_ points: Int64, since receipt: ReceiptFacts, tier: Int) {}
  mutating func paid(_ points: Int64, by occasion: Redemption.Occasion, tier: Int) {}
  mutating func action(
    _ action: ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, walk: WalkState
  ) {}
  mutating func opened(_ points: Int64, tier: Int, walk: WalkState) {}
  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {}
}
