/// Why points left a lot without being spent.
enum LotLoss: Sendable {
  case expired, clawedBack
}

extension Lots {
  /// What was taken from the front since the lots were `before`; of each lot, `remaining` says how much.
  func gone(since before: [Lot]) -> [Lot] {
    let left = remaining
    let whole = max(before.count - left.count, 0)
    var gone = before.prefix(whole).filter { $0.remaining > 0 }
    if whole < before.count, let first = left.first, before[whole].remaining > first.remaining {
      var part = before[whole]
      part.remaining -= first.remaining
      gone.append(part)
    }
    return gone
  }
}
