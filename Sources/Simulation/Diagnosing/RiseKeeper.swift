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

  mutating func begin(_ member: Int) {
    self.member = member
    store = 0
    begun = found.rises.map(\.count)
    found.firstAbove.append(.max)
  }

  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
    switch event {
    case .receipt(let receipt, _): store = stores.isEmpty ? 0 : stores[receipt.index]
    case .expired(let points, _):
      for (place, range) in ranges.enumerated() where range.contains(walk.tick) {
        found.expired[place][Int(store)] += points
      }
    case .changed(let from, let to, _):
      stands(on: to, tick: walk.tick)
      if to > from { rises(on: walk.tick) }
    case .imported(_, let to): stands(on: to, tick: walk.tick)
    case .clawback, .owed, .paid, .redeemed, .action, .gave, .received, .opened, .reviewed, .missed: break
    }
  }

  private mutating func rises(on tick: Int) {
    let rise = TierRises.Rise(member: Int32(clamping: member), store: store)
    for (place, range) in ranges.enumerated() where range.contains(tick) {
      if !found.rises[place][begun[place]...].contains(rise) { found.rises[place].append(rise) }
    }
  }

  private mutating func stands(on tier: Int, tick: Int) {
    if tier > 0, found.firstAbove[found.firstAbove.count - 1] == .max {
      found.firstAbove[found.firstAbove.count - 1] = Int32(clamping: tick)
    }
  }
}
