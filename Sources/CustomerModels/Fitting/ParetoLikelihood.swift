internal import Glibc
internal import MemberBook
internal import Quantities

/// ln L of Pareto/NBD and its gradient by (ln r, ln α, ln s, ln β), by central differences. The two hypergeometric
/// functions of a row depend on its repeats and one time each, and are computed once for each such pair.
struct ParetoLikelihood: Objective {
  let times: GroupedTimes
  /// The distinct pairs of run and time of a row's last purchase, and of its time observed.
  private let lastPairs: Pairs
  private let observedPairs: Pairs

  var dimension: Int { 4 }
  var hessianStep: Double { 3e-3 }
  private static let step = 1e-4

  init(_ times: GroupedTimes) {
    self.times = times
    lastPairs = Pairs(times, times.last)
    observedPairs = Pairs(times, times.observed)
  }

  func evaluate(_ logs: [Double], _ workers: Workers) throws(Diagnostic) -> Evaluation {
    let value = try value(logs, workers)
    var gradient: [Double] = []
    for i in 0..<dimension {
      var point = logs
      point[i] += ParetoLikelihood.step
      let above = try self.value(point, workers)
      point[i] = logs[i] - ParetoLikelihood.step
      let below = try self.value(point, workers)
      gradient.append((above - below) / (2 * ParetoLikelihood.step))
    }
    return Evaluation(value: value, gradient: gradient)
  }

  private func value(_ logs: [Double], _ workers: Workers) throws(Diagnostic) -> Double {
    let model = ParetoModel(parameters: logs.map { exp($0) })
    let left = try lastPairs.values(workers) { x, time in model.logLeft(x, last: time) }
    let stays = try observedPairs.values(workers) { x, time in model.logStays(x, observed: time) }
    let constants = times.runs.map { model.logConstant($0.repeats) }
    let parts = try workers.map(times.chunks) { chunk in
      var sum = 0.0
      for (run, rows) in times.runs(inChunk: chunk) {
        var all = 0.0
        for row in rows {
          let one = left[Int(lastPairs.pair[row])]
          let other = stays[Int(observedPairs.pair[row])]
          sum += times.members[row] * (max(one, other) + log1p(exp(-abs(one - other))))
          all += times.members[row]
        }
        sum += all * constants[run]
      }
      return sum
    }
    return parts.reduce(0, +)
  }

  /// Distinct pairs of repeats and a time.
  private struct Pairs: Sendable {
    private static let chunk = 256

    let repeats: [Double]
    let weeks: [Double]
    /// Each row's pair.
    let pair: [Int32]

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

    func values(
      _ workers: Workers, _ value: @Sendable (_ repeats: Double, _ weeks: Double) -> Double
    ) throws(Diagnostic) -> [Double] {
      let parts = try workers.map((repeats.count + Pairs.chunk - 1) / Pairs.chunk) { chunk in
        (chunk * Pairs.chunk..<min((chunk + 1) * Pairs.chunk, repeats.count)).map { value(repeats[$0], weeks[$0]) }
      }
      return parts.flatMap(\.self)
    }
  }
}
