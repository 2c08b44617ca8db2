import Testing

/// Seeds of random cases in portions: each is one argument of a test, so that cores share them, and a portion that fails
/// can be run by itself.
struct Seeds: Sequence, Sendable, CustomTestStringConvertible {
  let range: Range<UInt64>

  /// `range` in portions of `count`; the last may be smaller.
  static func portions(of range: Range<UInt64>, each count: UInt64) -> [Seeds] {
    stride(from: range.lowerBound, to: range.upperBound, by: Int(count)).map {
      Seeds(range: $0..<Swift.min($0 + count, range.upperBound))
    }
  }

  func makeIterator() -> Range<UInt64>.Iterator { range.makeIterator() }

  var testDescription: String { "seeds \(range.lowerBound)..<\(range.upperBound)" }
}
