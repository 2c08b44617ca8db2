/// Puts the lines of one bucket in the book's order: by member, then by day and time where every line is a receipt of its
/// own, else by receipt. Equal lines are merged or counted on the way.
///
/// A counting sort separates the members; then each member's few lines are sorted by themselves, unless they are in order
/// already, as in most inputs. All that is touched for one bucket fits a core's cache.
///
/// Throughout, `rows` has an entry for each line of the bucket: its row in the columns. It is sorted in place. Once members
/// are separated, those of the member with offset o stand at `bounds[o]..<bounds[o + 1]`, in the order of the input. Where
/// lines are merged the rest moves up, so that in the end the first `Result.lines` entries count and the others do not.
struct BucketSort {
  /// What came of a bucket.
  struct Result: Sendable {
    /// Without those that were merged.
    var lines = 0
    /// How many receipts each of its members has, by offset.
    var receipts: [UInt32] = []
    /// Lines that equalled an earlier one, and were merged with it or kept.
    var merged = 0
    var repeated = 0
  }

  private let columns: LineColumns
  private let duplicates: Duplicates
  private let bucket: Int
  private var result = Result()
  /// One more entry than the bucket has members; see above.
  private var bounds: [Int]

  /// `members` is the number of members in all.
  init(_ columns: LineColumns, bucket: Int, members: Int, _ duplicates: Duplicates) {
    (self.columns, self.bucket, self.duplicates) = (columns, bucket, duplicates)
    bounds = Array(repeating: 0, count: MemberBuckets.memberCount(of: bucket, total: members) + 1)
  }

  /// Fills `rows`, as in `LineOrder.lines`.
  mutating func write(_ rows: inout MutableSpan<UInt32>) -> Result {
    separateMembers(&rows)
    if columns.receipt.count > 0 {
      groupReceipts(&rows)
    } else {
      if !columns.isInOrder { sortByTime(&rows) }
      findRepeats(&rows)
    }
    return result
  }

  /// The counting sort: the lines by member, each member's in the order of the input.
  private mutating func separateMembers(_ rows: inout MutableSpan<UInt32>) {
    let columns = columns
    let offsets = columns.member.span
    var next = bounds
    columns.buckets.forEachRun(of: bucket) { run in
      for row in run { next[Int(offsets[row]) &+ 1] &+= 1 }
    }
    for offset in 1..<next.count { next[offset] += next[offset - 1] }
    bounds = next
    columns.buckets.forEachRun(of: bucket) { run in
      for row in run {
        let offset = Int(offsets[row])
        rows[next[offset]] = UInt32(truncatingIfNeeded: row)
        next[offset] &+= 1
      }
    }
  }

  /// Sorts each member's lines by receipt, receipts by day and earliest time.
  private mutating func groupReceipts(_ rows: inout MutableSpan<UInt32>) {
    let columns = columns
    var builder = ReceiptBuilder(duplicates)
    var written = 0
    for offset in 0..<(bounds.count - 1) {
      builder.group(rows, bounds[offset]..<bounds[offset + 1], columns)
      written = builder.write(to: &rows, from: written)
      result.receipts.append(UInt32(builder.count))
    }
    (result.lines, result.merged, result.repeated) = (written, builder.merged, builder.repeated)
  }

  /// Sorts each member's lines by day and time.
  private func sortByTime(_ rows: inout MutableSpan<UInt32>) {
    let (days, seconds) = (columns.day.span, columns.second.span)
    var work: [(moment: Int64, row: UInt32)] = []
    for offset in 0..<(bounds.count - 1) {
      work.removeAll(keepingCapacity: true)
      var isSorted = true
      for i in bounds[offset]..<bounds[offset + 1] {
        let row = Int(rows[i])
        let moment = Int64(days[row]) << 32 | Int64(seconds.isEmpty ? 0 : seconds[row])
        if let last = work.last, last.moment > moment { isSorted = false }
        work.append((moment, rows[i]))
      }
      if isSorted { continue }
      work.sort { ($0.moment, $0.row) < ($1.moment, $1.row) }
      for (i, entry) in work.enumerated() { rows[bounds[offset] + i] = entry.row }
    }
  }

  /// Counts the lines that equal an earlier one of the same member and day; drops them where they are to be merged.
  private mutating func findRepeats(_ rows: inout MutableSpan<UInt32>) {
    let columns = columns
    let days = columns.day.span
    var kept = 0
    for offset in 0..<(bounds.count - 1) {
      let first = kept
      var start = bounds[offset]
      while start < bounds[offset + 1] {
        let day = days[Int(rows[start])]
        var end = start + 1
        while end < bounds[offset + 1], days[Int(rows[end])] == day { end &+= 1 }
        kept = keep(start..<end, of: &rows, at: kept, columns)
        start = end
      }
      result.receipts.append(UInt32(kept - first))
    }
    result.lines = kept
  }

  /// Moves one member's lines of one day up to `place`, without those that are merged. Answers the place after them.
  @inline(__always)
  private mutating func keep(
    _ range: Range<Int>, of rows: inout MutableSpan<UInt32>, at place: Int, _ columns: LineColumns
  ) -> Int {
    if range.count > 1, mayRepeat(rows, range, columns.amount.narrow.span) {
      return keepUnequal(range, of: &rows, at: place, columns)
    }
    if place < range.lowerBound { for i in range { rows[place + i - range.lowerBound] = rows[i] } }
    return place + range.count
  }

  private mutating func keepUnequal(
    _ range: Range<Int>, of rows: inout MutableSpan<UInt32>, at place: Int, _ columns: LineColumns
  ) -> Int {
    var group: [UInt32] = []
    for i in range { group.append(rows[i]) }
    let drops = repeats(among: group[...], columns)
    if duplicates == .merge {
      for drop in drops.reversed() { group.remove(at: drop) }
      result.merged += drops.count
    } else {
      result.repeated += drops.count
    }
    for (offset, row) in group.enumerated() { rows[place + offset] = row }
    return place + group.count
  }

  /// Whether two of the lines in `range` may be equal, for their amounts are, or there are so many that one would not look.
  private func mayRepeat(
    _ rows: borrowing MutableSpan<UInt32>, _ range: Range<Int>, _ amounts: Span<Int32>
  ) -> Bool {
    if range.count > 8 { return true }
    for i in range.dropFirst() {
      let amount = amounts[Int(rows[i])]
      for other in range.lowerBound..<i where amounts[Int(rows[other])] == amount { return true }
    }
    return false
  }
}
