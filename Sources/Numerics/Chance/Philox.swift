/// Philox4x32-10, a counter-based generator (Salmon, Moraes, Dror & Shaw, SC 2011, "Parallel random numbers: as easy as
/// 1, 2, 3"): the same key and counter give the same four words on any machine and in any order.
public enum Philox {
  /// The four words of `counter` under `key`, after ten rounds.
  @inlinable public static func block(
    key: (UInt32, UInt32), counter: (UInt32, UInt32, UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    var (k0, k1) = key
    var (c0, c1, c2, c3) = counter
    for round in 0..<10 {
      if round > 0 {
        k0 &+= 0x9E37_79B9
        k1 &+= 0xBB67_AE85
      }
      let p0 = UInt64(0xD251_1F53) &* UInt64(c0)
      let p1 = UInt64(0xCD9E_8D57) &* UInt64(c2)
      (c0, c1, c2, c3) = (
        UInt32(truncatingIfNeeded: p1 >> 32) ^ c1 ^ k0, UInt32(truncatingIfNeeded: p1),
        UInt32(truncatingIfNeeded: p0 >> 32) ^ c3 ^ k1, UInt32(truncatingIfNeeded: p0)
      )
    }
    return (c0, c1, c2, c3)
  }
}

/// Random numbers keyed by what they are for, never drawn from a shared stream, so that slicing the work cannot change
/// a result.
public struct KeyedChance: Sendable {
  /// The user's seed: another one, another luck.
  public let seed: UInt32
  /// What the numbers are for, so that each purpose has luck of its own.
  public let purpose: UInt32

  /// The key of all words for this seed and purpose.
  @inlinable public init(seed: UInt32, purpose: UInt32) {
    self.seed = seed
    self.purpose = purpose
  }

  /// Two independent 64-bit words for `subject` (a member), `step` and `draw`.
  @inlinable public func words(subject: UInt64, step: UInt32, draw: UInt32) -> (UInt64, UInt64) {
    let block = Philox.block(
      key: (seed, purpose),
      counter: (UInt32(truncatingIfNeeded: subject), UInt32(truncatingIfNeeded: subject >> 32), step, draw))
    return (UInt64(block.0) | UInt64(block.1) << 32, UInt64(block.2) | UInt64(block.3) << 32)
  }
}

/// `word` as a number in (0, 1): its upper 52 bits, at the middle of their cell.
@inlinable public func unitInterval(_ word: UInt64) -> Double {
  (Double(word >> 12) + 0.5) * 0x1p-52
}
