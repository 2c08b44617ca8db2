internal import Quantities

extension Members {
  /// Makes sure that no two members have the same stable key, for they would meet the same luck.
  func checkKeys() throws(Diagnostic) {
    guard let (one, other) = Members.clash((0..<count).map { stableKey(of: $0) }) else { return }
    throw Diagnostic(BookProblem.sameKey(id(of: one), id(of: other)))
  }

  /// The first two places with the same key; nil where all keys differ. Open addressing over the keys; 0 is free, and a
  /// key of 0 counts as 1.
  static func clash(_ keys: [UInt64]) -> (Int, Int)? {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for (place, given) in keys.enumerated() {
      let key = max(given, 1)
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while slots[slot] != 0 {
        if slots[slot] == key, let first = keys.firstIndex(where: { max($0, 1) == key }) { return (first, place) }
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = key
    }
    return nil
  }
}
