/// A summary table laid out for summing: members by their repeats, and times by their numbers among the distinct ones,
/// so that logarithms of times and gamma functions of repeats are taken once each, not once a member.
struct GroupedTimes: Sendable {
  /// Rows with the same number of repeats.
  struct Run: Sendable {
    let repeats: Double
    let rows: Range<Int>
  }

  static let chunk = 4096

  let runs: [Run]
  /// The distinct times in weeks, ascending.
  let weeks: [Double]
  /// The number in `weeks` of each row's last purchase, and of its time observed.
  let last: [Int32]
  let observed: [Int32]
  /// How many members each row stands for.
  let members: [Double]

  var count: Int { members.count }
  var chunks: Int { (count + GroupedTimes.chunk - 1) / GroupedTimes.chunk }

  init(_ table: SummaryTable) {
    let most = Int(max(table.lastDays.max() ?? 0, table.observedDays.max() ?? 0))
    var number = [Int32](repeating: -1, count: most + 1)
    for day in table.lastDays { number[Int(day)] = 0 }
    for day in table.observedDays { number[Int(day)] = 0 }
    var weeks: [Double] = []
    for day in 0...most where number[day] == 0 {
      number[day] = Int32(weeks.count)
      weeks.append(CustomerSummary.weeks(Int32(day)))
    }
    self.weeks = weeks
    last = table.lastDays.map { number[Int($0)] }
    observed = table.observedDays.map { number[Int($0)] }
    members = table.counts.map(Double.init)
    var runs: [Run] = []
    var start = 0
    while start < table.count {
      var end = start
      while end < table.count && table.repeats[end] == table.repeats[start] { end += 1 }
      runs.append(Run(repeats: Double(table.repeats[start]), rows: start..<end))
      start = end
    }
    self.runs = runs
  }

  /// The runs' parts within a chunk.
  func runs(inChunk chunk: Int) -> [(run: Int, rows: Range<Int>)] {
    let rows = chunk * GroupedTimes.chunk..<min((chunk + 1) * GroupedTimes.chunk, count)
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].rows.upperBound <= rows.lowerBound { low = middle + 1 } else { high = middle }
    }
    var found: [(Int, Range<Int>)] = []
    while low < runs.count && runs[low].rows.lowerBound < rows.upperBound {
      found.append((low, runs[low].rows.clamped(to: rows)))
      low += 1
    }
    return found
  }
}
