internal import Messages
internal import Numerics

/// The order that lines take in the book: by member, then receipt in the order of their times, then as the input had them.
struct LineOrder: Sendable {
  /// Where in the columns the lines stand, by their place in the book; `receiptMark` is added to a receipt's first line.
  /// Merged lines are not among them.
  private(set) var lines: [UInt32]
  /// The book's pieces, the buckets with the walk-ins' last: where their lines and their receipts start.
  private(set) var lineBounds: [Int] = [0]
  private(set) var receiptBounds: [Int] = [0]
  /// Receipts by member, as in `Purchases.start`.
  private(set) var start: [UInt32] = []
  private(set) var merged = 0
  private(set) var repeated = 0

  static let receiptMark: UInt32 = 1 << 31

  var lineCount: Int { lines.count }
  var receiptCount: Int { receiptBounds.last ?? 0 }
  var hasLines: Bool { lineCount != receiptCount }
  var walkInLines: Int { lineCount - lineBounds[lineBounds.count - 2] }

  /// Takes the members out of `columns`, which are not needed any more once the lines are in order.
  init(
    of columns: inout LineColumns, members: Int, duplicates: Duplicates, job: Job
  ) throws(Diagnostic) {
    let buckets = Array(1..<columns.buckets.count) + [0]
    let counts = columns.buckets.lineCounts
    var bounds = [0]
    for bucket in buckets { bounds.append((bounds.last ?? 0) + counts[bucket]) }
    let sorted: [BucketSort.Result]
    do {
      let columns = columns
      (lines, sorted) = try job.fill(bounds) { piece, rows in
        var sort = BucketSort(columns, bucket: buckets[piece], members: members, duplicates)
        return sort.write(&rows)
      }
    }
    columns.member = []
    start.reserveCapacity(members + 1)
    for result in sorted {
      lineBounds.append((lineBounds.last ?? 0) + result.lines)
      var receipts = receiptBounds.last ?? 0
      for count in result.receipts {
        start.append(UInt32(receipts))
        receipts += Int(count)
      }
      receiptBounds.append(receipts)
      merged += result.merged
      repeated += result.repeated
    }
    if merged > 0 { close(bounds) }
  }

  /// Closes the gaps that merged lines left at the ends of the pieces that started at `bounds`.
  private mutating func close(_ bounds: [Int]) {
    for piece in 0..<(bounds.count - 1) {
      let (from, to) = (bounds[piece], lineBounds[piece])
      for i in 0..<(lineBounds[piece + 1] - to) { lines[to + i] = lines[from + i] }
    }
    lines.removeLast(merged)
  }
}
