/// A partition of all lines by member into buckets: each holds the lines of so few members that it can be sorted within a
/// core's cache. Bucket 0 is the walk-ins', bucket 1 + m / `size` that of member m.
///
/// The columns hold batch after batch, and every batch is laid out bucket by bucket, in the order of the input within
/// each. So a bucket is one run of lines in every batch:
///
///     | batch 0: bucket 0, bucket 1, … | batch 1: bucket 0, bucket 1, … | …
///
/// A batch knows only the buckets of the members seen so far; later batches may have more.
struct MemberBuckets: Sendable {
  /// How many members share a bucket.
  static let size = 2048

  /// For batch after batch, where in the columns each of its buckets starts, and where the last one ends.
  private var starts: [UInt32] = []
  /// Where a batch's entries stand in `starts`; one more than there are batches.
  private var batches: [Int] = [0]

  /// How many buckets there are so far.
  private(set) var count = 1

  static func bucket(of member: UInt32) -> Int { member == LineColumns.walkIn ? 0 : 1 + Int(member) / size }

  /// A member's number within its bucket.
  static func offset(of member: UInt32) -> UInt16 {
    member == LineColumns.walkIn ? 0 : UInt16(truncatingIfNeeded: Int(member) % size)
  }

  /// How many members bucket `bucket` has when there are `total` of them; the walk-ins count as one.
  static func memberCount(of bucket: Int, total: Int) -> Int {
    bucket == 0 ? 1 : min(size, total - (bucket - 1) * size)
  }

  /// Adds a batch whose lines are these members', `total` members being known so far, to stand in the columns from `base`
  /// on. Answers the batch's lines in the order that its buckets give them: a counting sort.
  mutating func add(_ batch: [UInt32], total: Int, at base: Int) -> [UInt32] {
    count = (total + MemberBuckets.size - 1) / MemberBuckets.size + 1
    var next = [UInt32](repeating: 0, count: count + 1)
    for member in batch { next[MemberBuckets.bucket(of: member) + 1] += 1 }
    for bucket in 0..<count { next[bucket + 1] += next[bucket] }
    for place in next { starts.append(UInt32(base) + place) }
    batches.append(starts.count)
    var order = [UInt32](repeating: 0, count: batch.count)
    for (line, member) in batch.enumerated() {
      let bucket = MemberBuckets.bucket(of: member)
      order[Int(next[bucket])] = UInt32(truncatingIfNeeded: line)
      next[bucket] &+= 1
    }
    return order
  }

  /// Calls `body` with the bucket's places in the columns, batch by batch.
  func forEachRun(of bucket: Int, _ body: (Range<Int>) -> Void) {
    for batch in 0..<(batches.count - 1) where batches[batch] + bucket + 1 < batches[batch + 1] {
      let entry = batches[batch] + bucket
      body(Int(starts[entry])..<Int(starts[entry + 1]))
    }
  }

  /// How many lines each bucket holds.
  var lineCounts: [Int] {
    var counts = [Int](repeating: 0, count: count)
    for batch in 0..<(batches.count - 1) {
      for (bucket, entry) in (batches[batch]..<(batches[batch + 1] - 1)).enumerated() {
        counts[bucket] += Int(starts[entry + 1]) - Int(starts[entry])
      }
    }
    return counts
  }
}
