internal import Messages
internal import Numerics

/// The distinct pairs of repeats and a time in a table.
struct TimePairs: Sendable {
  private static let chunk = 256

  let repeats: [Double]
  let weeks: [Double]
  /// Each row's pair.
  let pair: [Int32]

  /// `time` is a row's number among the distinct times.
  init(_ times: GroupedTimes, _ time: [Int32]) {
    var repeats: [Double] = []
    var weeks: [Double] = []
    var pair = [Int32](repeating: 0, count: times.count)
    var known = [Int32](repeating: -1, count: times.weeks.count)
    for run in times.runs {
      let first = repeats.count
      for row in run.rows {
        let i = Int(time[row])
        // What an earlier run noted is below this one's first pair.
        if known[i] < first {
          known[i] = Int32(repeats.count)
          repeats.append(run.repeats)
          weeks.append(times.weeks[i])
        }
        pair[row] = known[i]
      }
    }
    (self.repeats, self.weeks, self.pair) = (repeats, weeks, pair)
  }

  /// `value` of every pair.
  /// - Throws: `.interrupted`.
  func values<Value: Sendable>(
    _ job: Job, _ value: @Sendable (_ repeats: Double, _ weeks: Double) -> Value
  ) throws(Diagnostic) -> [Value] {
    try job.mapChunks(repeats.count, of: TimePairs.chunk) { value(repeats[$0], weeks[$0]) }
  }
}
