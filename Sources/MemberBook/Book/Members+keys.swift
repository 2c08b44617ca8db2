internal import Messages
internal import Numerics

extension Members {
  /// Makes sure that no two members have the same stable key, for they would meet the same luck.
  func checkKeys(_ job: Job) throws(Diagnostic) {
    let pieces = Members.pieces
    let bounds = (0...pieces).map { $0 * count / pieces }
    let keys = try job.fill(bounds, of: UInt64.self) { piece, keys in
      for i in keys.indices { keys[i] = stableKey(of: bounds[piece] + i) }
    }.values
    guard try job.map(pieces, { Members.hasClash(keys, piece: $0) }).contains(true),
      let (one, other) = Members.clash(keys)
    else { return }
    throw Diagnostic(BookProblem.sameKey(id(of: one), id(of: other)))
  }

  /// Keys are looked at in so many pieces, by their lowest bits, each small enough for a core's cache. A power of 2.
  static let pieces = 16

  /// Whether two of the keys that belong to `piece` are the same. Open addressing; 0 is free, and a key of 0 counts as
  /// the piece's highest.
  static func hasClash(_ keys: [UInt64], piece: Int) -> Bool {
    let keys = keys.span
    let mask = UInt64(pieces - 1)
    var mine = 0
    for i in keys.indices where keys[i] & mask == UInt64(piece) { mine += 1 }
    var size = 16
    while size < mine * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    for i in keys.indices where keys[i] & mask == UInt64(piece) {
      let key = keys[i] == 0 ? ~mask : keys[i]
      var slot = Int(truncatingIfNeeded: key >> 4) & (size - 1)
      while slots[slot] != 0 {
        if slots[slot] == key { return true }
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = key
    }
    return false
  }

  /// The first two places with the same key; nil where all keys differ.
  static func clash(_ keys: [UInt64]) -> (Int, Int)? {
    var first: [UInt64: Int] = [:]
    for (place, key) in keys.enumerated() {
      if let before = first.updateValue(place, forKey: key) { return (before, place) }
    }
    return nil
  }
}
