/// Bytes of UTF-8 text in memory that someone else keeps. (`SourceSpan` alone would be the place in a source.)
public typealias ByteSpan = Span<UInt8>

/// A text in 64 bits: the text itself where it is short, else a hash of it.
///
/// - 0: the blank text.
/// - Tag 1 in the top four bits: 1...15 ASCII digits, their count in the next four bits, their value below.
/// - Tag 2: at most 7 other bytes, their count in the next four bits, the bytes below, first byte lowest.
/// - Top bit set: the upper 63 bits of a hash; texts must then be compared too.
public struct TextKey: Hashable, Sendable {
  /// The text itself where it is short, else its hash.
  public let word: UInt64

  /// `word` is one that `TextKey` made.
  @inlinable public init(word: UInt64) { self.word = word }

  /// A text of `count` digits, 1...15, that stand for `value`.
  @inlinable public init(digits value: UInt64, count: Int) {
    word = 1 << 60 | UInt64(truncatingIfNeeded: count) << 56 | value
  }

  /// The key of a text in UTF-8.
  @inlinable public init(_ text: ByteSpan) {
    let count = text.count
    if count <= 15 {
      var value: UInt64 = 0
      var i = 0
      while i < count {
        let digit = text[i] &- 0x30
        if digit > 9 { break }
        value = value &* 10 &+ UInt64(digit)
        i &+= 1
      }
      if i == count {
        self = count == 0 ? .blank : TextKey(digits: value, count: count)
        return
      }
    }
    if count <= 7 {
      var value: UInt64 = 0
      for i in 0..<count { value |= UInt64(text[i]) << UInt64(i &* 8) }
      word = 2 << 60 | UInt64(count) << 56 | value
      return
    }
    word = stableHash(text, seed: 0x9E37_79B9_7F4A_7C15) | 1 << 63
  }

  /// That of the blank text.
  @inlinable public static var blank: TextKey { TextKey(word: 0) }

  /// Whether the key holds the text itself, so that equal keys are equal texts.
  @inlinable public var isExact: Bool { word >> 63 == 0 }

  /// Appends the text that an exact key holds.
  func appendText(to bytes: inout [UInt8]) {
    let count = Int(word >> 56 & 0xF)
    switch word >> 60 {
    case 1:
      var scale: UInt64 = 1
      for _ in 1..<count { scale *= 10 }
      var rest = word & 0x00FF_FFFF_FFFF_FFFF
      for _ in 0..<count {
        bytes.append(UInt8(truncatingIfNeeded: rest / scale) + 0x30)
        rest %= scale
        scale /= 10
      }
    case 2: for i in 0..<count { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(i * 8))) }
    default: break
    }
  }
}

/// A stable 64-bit hash by multiply and fold, in the manner of wyhash (Wang Yi, 2019): the same on every machine.
@inlinable public func stableHash(_ text: ByteSpan, seed: UInt64) -> UInt64 {
  var state = folded(seed, UInt64(text.count) ^ 0xA076_1D64_78BD_642F)
  var word: UInt64 = 0
  for i in 0..<text.count {
    word |= UInt64(text[i]) << UInt64((i & 7) &* 8)
    if i & 7 == 7 {
      state = folded(state ^ word, 0xE703_7ED1_A0B4_28DB)
      word = 0
    }
  }
  return folded(state ^ word, seed | 1)
}

/// The two halves of the 128-bit product, one on the other, kept apart from the zero that would swallow the rest.
@inlinable public func folded(_ one: UInt64, _ other: UInt64) -> UInt64 {
  let product = one.multipliedFullWidth(by: other)
  return product.high ^ product.low ^ (one &+ 0x8EBC_6AF0_9C88_C6E3)
}
