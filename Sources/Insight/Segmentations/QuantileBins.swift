/// Values cut into bins of about equally many members. Equal values share a bin, and the bins are as even as that allows:
/// of all ways to cut, one with the least sum of squared sizes, which is the least variance; of several such the one
/// whose cuts are lowest from the top down.
public struct QuantileBins: Sendable, Equatable {
  /// The lowest value of each bin but the first, ascending: a value's bin is how many of them it reaches.
  public let cuts: [Int64]
  public var count: Int { cuts.count + 1 }

  /// `values` ascend and differ; `cumulative[i]` is how many members have a value below `values[i]`, and the last one
  /// how many there are. There are fewer bins than asked for where there are fewer values.
  init(_ values: [Int64], cumulative: [Int], into wanted: Int) {
    let bins = min(wanted, values.count)
    guard bins > 1 else {
      cuts = []
      return
    }
    cuts = QuantileBins.places(cumulative, bins).map { values[$0] }
  }

  /// Of each value, as `histogram[value - lowest]`, how many members have it.
  init(histogram: [Int], lowest: Int64 = 0, into wanted: Int) {
    var values: [Int64] = []
    var cumulative = [0]
    var below = 0
    for (place, count) in histogram.enumerated() where count > 0 {
      values.append(lowest + Int64(place))
      below += count
      cumulative.append(below)
    }
    self.init(values, cumulative: cumulative, into: wanted)
  }

  /// Of every member's value, ascending.
  init(sorted: [Int64], into wanted: Int) {
    var values: [Int64] = []
    var cumulative: [Int] = []
    values.reserveCapacity(sorted.count)
    cumulative.reserveCapacity(sorted.count + 1)
    let span = sorted.span
    for place in span.indices where place == 0 || span[place] != span[place - 1] {
      values.append(span[place])
      cumulative.append(place)
    }
    cumulative.append(sorted.count)
    self.init(values, cumulative: cumulative, into: wanted)
  }

  @inline(__always)
  func bin(of value: Int64) -> Int {
    var bin = 0
    for cut in cuts where value >= cut { bin += 1 }
    return bin
  }
}

extension QuantileBins {
  /// Where each bin but the first begins, as places in `cumulative`.
  ///
  /// A first solution bounds how far any better one's cuts can lie from their even places: with d the differences of
  /// bin sizes from the mean, Σd = 0 and Σd² ≤ Δ, the first j of them sum to √(Δ·j(k−j)/k) at most. Among the places
  /// within that, dynamic programming finds the best; the cost of a bin is convex in its size, so that the best
  /// beginning of the last bin moves one way only (Knuth, Acta Informatica 1, 1971), and each row takes n log n.
  private static func places(_ cumulative: [Int], _ bins: Int) -> [Int] {
    let total = cumulative[cumulative.count - 1]
    let nearest = nearestPlaces(cumulative, bins)
    let squares = zip([0] + nearest, nearest + [cumulative.count - 1]).reduce(0) { sum, bin in
      let size = cumulative[bin.1] - cumulative[bin.0]
      return sum + size * size
    }
    // A little more than the bound, for the square root is not exact.
    let excess = max(0, Double(squares) - Double(total) * Double(total) / Double(bins)) + 1
    let reach = (excess * Double(bins) / 4).squareRoot() * 1.001 + 2
    let candidates = (1..<bins).map { cut -> Range<Int> in
      let even = Double(total) * Double(cut) / Double(bins)
      // So many values lie before it, and so many after it, at least.
      let most = cumulative.count - 1 - (bins - cut)
      let low = min(max(place(of: Int((even - reach).rounded(.down)), in: cumulative), cut), most)
      let high = min(place(of: Int((even + reach).rounded(.up)), in: cumulative), most)
      return low..<max(high, low) + 1
    }
    var row = BinRow(first: cumulative, candidates[0])
    var rows = [row]
    for range in candidates.dropFirst() {
      row = BinRow(after: row, cumulative, range)
      rows.append(row)
    }
    var last = BinRow(after: row, cumulative, cumulative.count - 1..<cumulative.count).origins[0]
    var places = [last]
    for row in rows.reversed().dropLast() {
      last = row.origins[last - row.range.lowerBound]
      places.append(last)
    }
    return places.reversed()
  }

  /// For each cut the place nearest to where it would lie, moved so that no bin is empty.
  private static func nearestPlaces(_ cumulative: [Int], _ bins: Int) -> [Int] {
    let total = cumulative[cumulative.count - 1]
    var places: [Int] = []
    for cut in 1..<bins {
      let even = total * cut / bins
      var at = place(of: even, in: cumulative)
      if at > 0, even - cumulative[at - 1] <= cumulative[at] - even { at -= 1 }
      let least = (places.last ?? 0) + 1
      places.append(min(max(at, least), cumulative.count - 1 - (bins - cut)))
    }
    return places
  }

  /// The first place whose cumulative count is `count` or more; the last where none is.
  private static func place(of count: Int, in cumulative: [Int]) -> Int {
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] < count { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The least sums of squares of the bins that end at each place of a range, and where the last of those bins begins.
private struct BinRow {
  let range: Range<Int>
  private(set) var sums: [Int]
  private(set) var origins: [Int]

  /// One bin.
  init(first cumulative: [Int], _ range: Range<Int>) {
    self.range = range
    sums = range.map { cumulative[$0] * cumulative[$0] }
    origins = range.map { _ in 0 }
  }

  /// One bin more than `row`.
  init(after row: BinRow, _ cumulative: [Int], _ range: Range<Int>) {
    self.range = range
    sums = [Int](repeating: .max, count: range.count)
    origins = [Int](repeating: row.range.lowerBound, count: range.count)
    fill(range, from: row.range, row, cumulative)
  }

  private mutating func fill(_ ends: Range<Int>, from starts: Range<Int>, _ row: BinRow, _ cumulative: [Int]) {
    guard !ends.isEmpty else { return }
    let end = (ends.lowerBound + ends.upperBound) / 2
    var best = (sum: Int.max, origin: starts.lowerBound)
    for start in starts.lowerBound..<min(starts.upperBound, end) {
      let before = row.sums[start - row.range.lowerBound]
      guard before < .max else { continue }
      let size = cumulative[end] - cumulative[start]
      let sum = before + size * size
      if sum < best.sum { best = (sum, start) }
    }
    sums[end - range.lowerBound] = best.sum
    origins[end - range.lowerBound] = best.origin
    fill(ends.lowerBound..<end, from: starts.lowerBound..<best.origin + 1, row, cumulative)
    fill(end + 1..<ends.upperBound, from: best.origin..<starts.upperBound, row, cumulative)
  }
}
