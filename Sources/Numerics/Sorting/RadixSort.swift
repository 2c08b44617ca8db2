/// Sorting whole numbers by their digits, and finding one by its rank.
public enum RadixSort {
  private static let bits = 11

  /// `values` ascending.
  public static func sorted(_ values: [Int64]) -> [Int64] {
    guard values.count > 1, let (least, width) = spread(values.span) else { return values }
    if width <= 32 {
      // Half the memory to move.
      let keys = values.map { UInt32(truncatingIfNeeded: $0 &- least) }
      return sorted(keys, width: width).map { Int64($0) &+ least }
    }
    return sorted(values.map { UInt64(bitPattern: $0 &- least) }, width: width).map {
      Int64(bitPattern: $0) &+ least
    }
  }

  /// `words` ascending.
  public static func sorted(_ words: [UInt64]) -> [UInt64] {
    guard let least = words.min(), let most = words.max() else { return words }
    let width = 64 - (most - least).leadingZeroBitCount
    return sorted(words.map { $0 &- least }, width: width).map { $0 &+ least }
  }

  /// The least value, and how many bits the others are above it at most.
  private static func spread(_ values: Span<Int64>) -> (least: Int64, width: Int)? {
    guard values.count > 0 else { return nil }
    var (least, most) = (values[0], values[0])
    for i in values.indices {
      least = min(least, values[i])
      most = max(most, values[i])
    }
    return (least, 64 - UInt64(bitPattern: most &- least).leadingZeroBitCount)
  }

  private static func sorted<Key: FixedWidthInteger & UnsignedInteger>(_ keys: [Key], width: Int) -> [Key] {
    var source = keys
    var target = keys
    var shift = 0
    while shift < width {
      pass(source.span, into: &target, shift: shift)
      swap(&source, &target)
      shift += bits
    }
    return source
  }

  /// By one digit, those with the same digit in the order in which they stand.
  private static func pass<Key: FixedWidthInteger & UnsignedInteger>(
    _ source: Span<Key>, into target: inout [Key], shift: Int
  ) {
    let mask: Key = 1 << Key(bits) - 1
    let shift = Key(shift)
    var places = [Int](repeating: 0, count: 1 << bits + 1)
    var next = places.mutableSpan
    for i in source.indices { next[Int(truncatingIfNeeded: source[i] &>> shift & mask) &+ 1] &+= 1 }
    for digit in 0..<(1 << bits) { next[digit + 1] += next[digit] }
    var found = target.mutableSpan
    for i in source.indices {
      let digit = Int(truncatingIfNeeded: source[i] &>> shift & mask)
      found[next[digit]] = source[i]
      next[digit] &+= 1
    }
  }

  /// The value that stands at `rank`, from 0, were `values` sorted. `rank` is below their count.
  ///
  /// They are counted by their highest bits; only those that share the ones looked for are sorted.
  public static func value(at rank: Int, of values: [Int64]) -> Int64 {
    guard values.count > 4096, let (least, width) = spread(values.span), width > 16 else {
      return sorted(values)[rank]
    }
    let shift = UInt64(width - 16)
    let span = values.span
    var counts = [Int](repeating: 0, count: 1 << 16)
    for i in span.indices { counts[Int(UInt64(bitPattern: span[i] &- least) &>> shift)] += 1 }
    var below = 0
    var bucket = 0
    while below + counts[bucket] <= rank {
      below += counts[bucket]
      bucket += 1
    }
    var same: [Int64] = []
    same.reserveCapacity(counts[bucket])
    for i in span.indices where Int(UInt64(bitPattern: span[i] &- least) &>> shift) == bucket { same.append(span[i]) }
    return sorted(same)[rank - below]
  }
}
