/// The changes of one member's tier, in order. It begins on the entry tier.
@safe
struct TierPath: ~Copyable {
  struct Change {
    /// How many of the member's receipts come before it: the place of the first one on the new tier.
    let receipts: Int
    let tick: Int32
    /// The tier that is held from then on.
    let tier: Int32
  }

  private var changes: UnsafeMutablePointer<Change>
  private var room: Int
  private(set) var count = 0

  init(room: Int = 64) {
    self.room = room
    unsafe changes = .allocate(capacity: room)
  }

  deinit { unsafe changes.deallocate() }

  /// Forgets everything, for the next member.
  @inline(__always) mutating func reset() { count = 0 }

  @inline(__always)
  mutating func change(to tier: Int, on tick: Int32, after receipts: Int) {
    if count == room { grow() }
    unsafe changes[count] = Change(receipts: receipts, tick: tick, tier: Int32(truncatingIfNeeded: tier))
    count &+= 1
  }

  @inline(never)
  private mutating func grow() {
    let wider = UnsafeMutablePointer<Change>.allocate(capacity: 2 * room)
    unsafe wider.moveInitialize(from: changes, count: count)
    unsafe changes.deallocate()
    unsafe changes = wider
    room *= 2
  }

  /// The change at `place` below `count`; nothing is checked.
  @inline(__always) subscript(place: Int) -> Change { unsafe changes[place] }
}
