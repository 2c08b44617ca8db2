/// Points earned by one receipt that have not been spent, clawed back or lost yet.
public struct Lot: Sendable, Equatable {
  public var earned: Int32
  public var release: Int32
  /// `Timeline.never` where the lot itself does not expire.
  public var expiry: Int32
  public var remaining: Int64
}

/// A member's lots in the order they are spent: first to expire, then oldest. Since a later day never expires earlier,
/// that is the order in which they were earned, but for opening points, whose expiry day is given.
struct Lots: Sendable {
  var lots: [Lot] = []
  var head = 0
  var balance: Int64 = 0
  /// What the last spending took, lot by lot.
  var parts: [LotPart] = []

  mutating func reset() {
    lots.removeAll(keepingCapacity: true)
    head = 0
    balance = 0
  }

  @inline(__always)
  mutating func add(_ lot: Lot) {
    if let last = lots.last, last.expiry > lot.expiry {
      insert(lot)
    } else {
      lots.append(lot)
    }
    balance += lot.remaining
  }

  /// Before what expires later.
  @inline(never)
  private mutating func insert(_ lot: Lot) {
    let place = lots[head...].firstIndex { $0.expiry > lot.expiry } ?? lots.count
    lots.insert(lot, at: place)
  }

  /// When the next lot expires.
  @inline(__always)
  var nextExpiry: Int32 { head < lots.count ? lots[head].expiry : Timeline.never }

  /// Takes out the lots that are gone at the start of `tick` and answers their points.
  @inline(__always)
  mutating func expire(on tick: Int32) -> Int64 {
    var gone: Int64 = 0
    while head < lots.count && lots[head].expiry <= tick {
      gone += lots[head].remaining
      head += 1
    }
    balance -= gone
    return gone
  }

  /// Takes out the lots without an expiry day of their own, which stand last, and answers their points.
  mutating func clearUndated() -> Int64 {
    var gone: Int64 = 0
    while head < lots.count, let last = lots.last, last.expiry == Timeline.never {
      gone += last.remaining
      lots.removeLast()
    }
    balance -= gone
    return gone
  }

  /// Takes up to `wanted` points in spending order, released and pending alike, and answers how many there were.
  mutating func take(_ wanted: Int64) -> Int64 {
    var missing = wanted
    while missing > 0 && head < lots.count {
      let taken = min(missing, lots[head].remaining)
      lots[head].remaining -= taken
      missing -= taken
      if lots[head].remaining == 0 { head += 1 }
    }
    balance -= wanted - missing
    return wanted - missing
  }

  /// What is left, in spending order.
  var remaining: ArraySlice<Lot> { lots[head...] }

  /// What was taken from the front since the lots were `before`; of each lot, `remaining` says how much.
  func taken(since before: [Lot]) -> [Lot] {
    let left = remaining
    let whole = max(before.count - left.count, 0)
    var taken = before.prefix(whole).filter { $0.remaining > 0 }
    if whole < before.count, let first = left.first, before[whole].remaining > first.remaining {
      var part = before[whole]
      part.remaining -= first.remaining
      taken.append(part)
    }
    return taken
  }
}
