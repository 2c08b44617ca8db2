import Messages
import Reporting

/// Numbers counted in classes of equal width, whose bounds are round: 1, 2 or 5 times a power of ten apart.
struct Histogram {
  /// The lower bound of the first class, and how wide each is.
  let start: Int64
  let step: Int64
  private(set) var counts: [Int64]

  /// The most classes that there are.
  private static let classes: Int64 = 12

  /// Nil without numbers. `unit` is what bounds are multiples of: 100 for money in minor units.
  init?(_ values: [Int64], unit: Int64) {
    // Beyond a quarter of what can be counted, bounds and widths could not be.
    guard let lowest = values.min(), let highest = values.max(), lowest > .min / 4, highest < .max / 4 else {
      return nil
    }
    var scale = unit
    while (highest - lowest) / scale >= 5 * Histogram.classes { scale *= 10 }
    let step = [1, 2, 5, 10].map { $0 * scale }.first { (highest - lowest) / $0 < Histogram.classes } ?? 10 * scale
    let start = Histogram.floor(lowest, step)
    self.step = step
    self.start = start
    counts = Array(repeating: 0, count: Int((highest - start) / step) + 1)
    for value in values { counts[Int((value - start) / step)] += 1 }
  }

  /// The largest multiple of `step` that is not above `value`.
  private static func floor(_ value: Int64, _ step: Int64) -> Int64 {
    value / step * step - (value < 0 && value % step != 0 ? step : 0)
  }

  /// A row a class: from its lower bound on, to below the next one's.
  func table(_ cell: (Int64) -> Cell) -> Table {
    var table = Table("chart", columns: [Heading.leastOfClass, .endOfClass, .members].map { Table.Column($0) })
    for (place, count) in counts.enumerated() {
      let from = start + Int64(place) * step
      table.rows.append([cell(from), cell(from + step), .count(count)])
    }
    table.plot = Plot(.bars, labels: 2)
    return table
  }
}

extension Heading {
  fileprivate static let leastOfClass = Heading("from", Message("from", zh: "不低于"))
  fileprivate static let endOfClass = Heading("below", Message("below", zh: "低于"))
}
