/// The rows of a sheet in which merged cells have lost their values to the row that the merging starts in.
struct MergedRows: Sendable {
  /// Rows without overlap, ascending: the row that keeps the value, and the column of the merged cells, from 0.
  private var spans: [(rows: ClosedRange<Int>, source: Int, column: Int)] = []
  private var next = 0

  init(_ ranges: [CellRange]) {
    var covered = 0
    for range in ranges.sorted(by: { ($0.rows.lowerBound, $0.firstColumn) < ($1.rows.lowerBound, $1.firstColumn) }) {
      let first = max(range.rows.lowerBound + 1, covered + 1)
      guard first <= range.rows.upperBound else { continue }
      spans.append((first...range.rows.upperBound, range.rows.lowerBound, range.firstColumn))
      covered = range.rows.upperBound
    }
  }

  /// What the row has lost; rows are asked for in ascending order.
  mutating func loss(in row: Int) -> (source: Int, column: Int)? {
    while next < spans.count, spans[next].rows.upperBound < row { next += 1 }
    guard next < spans.count, spans[next].rows.contains(row) else { return nil }
    return (spans[next].source, spans[next].column)
  }
}
