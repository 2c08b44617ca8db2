import MemberBook
import Numerics
import Testing

@testable import Insight

@Suite("Bins as even as ties allow") struct QuantileTests {
  /// The least sum of squared bin sizes over every way to cut values with these counts into `bins` that are not empty.
  private func leastSquares(_ counts: [Int], bins: Int) -> Int {
    if bins == 1 {
      let all = counts.reduce(0, +)
      return all * all
    }
    var best = Int.max
    for first in 1...(counts.count - bins + 1) {
      let size = counts[..<first].reduce(0, +)
      best = min(best, size * size + leastSquares(Array(counts[first...]), bins: bins - 1))
    }
    return best
  }

  @Test(arguments: 0..<300) func `against every way to cut`(seed: Int) {
    var dice = Dice(seed: UInt64(seed))
    let distinct = dice.int(1...9)
    // One value may have nearly everybody.
    let heavy = dice.int(0...distinct)
    let counts = (0..<distinct).map { $0 == heavy ? dice.int(1...400) : dice.int(1...dice.pick([2, 30])) }
    let values = (0..<distinct).map { Int64($0 * 7 - 20) }
    let sorted = zip(values, counts).flatMap { Array(repeating: $0, count: $1) }
    let bins = QuantileBins(sorted: sorted, into: 5)
    #expect(bins.count == min(5, distinct))
    var sizes = [Int](repeating: 0, count: bins.count)
    for value in sorted { sizes[bins.bin(of: value)] += 1 }
    #expect(sizes.allSatisfy { $0 > 0 })
    #expect(sizes.reduce(0) { $0 + $1 * $1 } == leastSquares(counts, bins: bins.count), "\(counts) → \(sizes)")
    var histogram = [Int](repeating: 0, count: distinct * 7)
    for value in sorted { histogram[Int(value + 20)] += 1 }
    #expect(QuantileBins(histogram: histogram, lowest: -20, into: 5) == bins)
    #expect(QuantileBins(sorted: RadixSort.sorted(sorted.shuffled(with: &dice)), into: 5) == bins)
  }

  @Test func `many different values, some of them heavy, and none`() {
    var dice = Dice(seed: 4)
    let spread = (0..<10_000).map { _ in Int64(dice.int(-5...9_000_000)) }
    let bins = QuantileBins(sorted: RadixSort.sorted(spread), into: 5)
    var sizes = [Int](repeating: 0, count: 5)
    for value in spread { sizes[bins.bin(of: value)] += 1 }
    #expect(sizes.allSatisfy { abs($0 - 2_000) < 10 })
    #expect(QuantileBins(sorted: [], into: 5).cuts == [])
    #expect(QuantileBins(histogram: [], into: 5).cuts == [])
  }

  @Test func `sorting by digits`() {
    var dice = Dice(seed: 9)
    for count in [0, 1, 2, 3, 700, 9_000] {
      for scale in [1, 3_000, 1 << 40] {
        let values = (0..<count).map { _ in Int64(dice.int(-scale...scale)) }
        #expect(RadixSort.sorted(values) == values.sorted())
        if let last = values.indices.last {
          let rank = dice.int(0...last)
          #expect(RadixSort.value(at: rank, of: values) == values.sorted()[rank])
        }
      }
    }
    #expect(RadixSort.sorted([Int64.max, .min, 0]) == [.min, 0, .max])
    #expect(RadixSort.sorted([UInt64.max, 0, .max - 1, 7]) == [0, 7, .max - 1, .max])
  }
}

extension [Int64] {
  fileprivate func shuffled(with dice: inout Dice) -> [Int64] {
    var copy = self
    for place in stride(from: count - 1, to: 0, by: -1) { copy.swapAt(place, dice.int(0...place)) }
    return copy
  }
}
