/// What a redemption took of one lot.
public struct LotPart: Sendable, Equatable {
  /// When the lot was earned; 0, the day before the data, for opening points.
  public var earned: Int32
  public var points: Int64
}

extension Lots {
  /// The points that can be spent on `tick`. Their lots lie anywhere: opening points are released whatever expires before
  /// them.
  func released(on tick: Int32) -> Int64 {
    var sum: Int64 = 0
    for lot in lots[head...] where lot.release <= tick { sum += lot.remaining }
    return sum
  }

  /// Takes `wanted` points, of which so many are released on `tick`, in spending order; `parts` says from which lots.
  mutating func spend(_ wanted: Int64, on tick: Int32) {
    parts.removeAll(keepingCapacity: true)
    var missing = wanted
    var place = head
    while missing > 0 && place < lots.count {
      let taken = lots[place].release <= tick ? min(missing, lots[place].remaining) : 0
      if taken > 0 {
        lots[place].remaining -= taken
        missing -= taken
        parts.append(LotPart(earned: lots[place].earned, points: taken))
      }
      place += 1
    }
    while head < lots.count && lots[head].remaining == 0 { head += 1 }
    balance -= wanted - missing
  }
}
