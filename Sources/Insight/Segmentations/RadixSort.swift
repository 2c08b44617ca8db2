/// Sorting whole numbers by their digits.
enum RadixSort {
  private static let bits = 11

  /// `values` ascending.
  static func sorted(_ values: [Int64]) -> [Int64] {
    guard values.count > 1, let least = values.min(), let most = values.max() else { return values }
    let width = 64 - UInt64(bitPattern: most &- least).leadingZeroBitCount
    var source = values
    var target = values
    var shift = 0
    while shift < width {
      pass(source.span, into: &target, shift: UInt64(shift), least: least)
      swap(&source, &target)
      shift += bits
    }
    return source
  }

  /// By one digit, those with the same digit in the order in which they stand.
  private static func pass(_ source: Swift.Span<Int64>, into target: inout [Int64], shift: UInt64, least: Int64) {
    let mask: UInt64 = 1 << UInt64(bits) - 1
    var next = [Int](repeating: 0, count: 1 << bits + 1)
    for i in source.indices { next[Int((UInt64(bitPattern: source[i] &- least) >> shift) & mask) + 1] += 1 }
    for digit in 0..<(1 << bits) { next[digit + 1] += next[digit] }
    var found = target.mutableSpan
    for i in source.indices {
      let digit = Int((UInt64(bitPattern: source[i] &- least) >> shift) & mask)
      found[next[digit]] = source[i]
      next[digit] += 1
    }
  }
}
