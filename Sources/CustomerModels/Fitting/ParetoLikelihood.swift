internal import Glibc
internal import Messages
internal import Numerics

/// ln L of Pareto/NBD and its exact gradient by (ln r, ln α, ln s, ln β).
///
/// A member either left between the last purchase and T, an integral over the time of leaving, or is alive. The integral
/// from a time on depends on the repeats and that time alone, and is computed once for each such pair.
struct ParetoLikelihood: Objective {
  let times: GroupedTimes
  /// The distinct pairs of run and time of a row's last purchase, and of its time observed.
  private let last: TimePairs
  private let observed: TimePairs

  var dimension: Int { 4 }
  var hessianStep: Double { 1e-4 }

  init(_ times: GroupedTimes) {
    self.times = times
    last = TimePairs(times, times.last)
    observed = TimePairs(times, times.observed)
  }

  /// ln L and its derivatives by r, α, s and β.
  private struct Sums {
    var value = 0.0
    var r = 0.0
    var alpha = 0.0
    var s = 0.0
    var beta = 0.0
  }

  /// The integrals over the time of leaving, by pair of `last` and of `observed`.
  private struct Integrals: Sendable {
    let sinceLast: [ParetoIntegral]
    let sinceEnd: [ParetoIntegral]
  }

  func evaluate(_ logs: [Double], _ job: Job) throws(Diagnostic) -> ObjectiveValue {
    let model = ParetoModel(parameters: logs.map { exp($0) })
    let integrals = Integrals(
      sinceLast: try last.values(job) { x, time in ParetoIntegral(model, repeats: x, from: time) },
      sinceEnd: try observed.values(job) { x, time in ParetoIntegral(model, repeats: x, from: time) })
    let parts = try job.map(times.chunks) { chunk in
      var sums = Sums()
      for (run, rows) in times.runs(inChunk: chunk) {
        add(rows, repeats: times.runs[run].repeats, model, integrals, to: &sums)
      }
      return sums
    }
    var total = Sums()
    for part in parts {
      total.value += part.value
      total.r += part.r
      total.alpha += part.alpha
      total.s += part.s
      total.beta += part.beta
    }
    return ObjectiveValue(
      value: total.value,
      gradient: [model.r * total.r, model.alpha * total.alpha, model.s * total.s, model.beta * total.beta])
  }

  private func add(
    _ rows: Range<Int>, repeats: Double, _ model: ParetoModel, _ integrals: Integrals, to sums: inout Sums
  ) {
    let shape = model.r + repeats
    var all = 0.0
    for row in rows {
      let n = times.members[row]
      let weeks = times.weeks[Int(times.observed[row])]
      let (buying, staying) = (log(model.alpha + weeks), log(model.beta + weeks))
      let left = integrals.sinceLast[Int(last.pair[row])]
      let later = integrals.sinceEnd[Int(observed.pair[row])]
      let alive = -shape * buying - model.s * staying
      // Left at any time since the last purchase, or alive at T, which counts leaving later once too often.
      let top = max(left.log, alive)
      let (one, two, three) = (exp(left.log - top), exp(alive - top), exp(later.log - top))
      let whole = one + two - three
      all += n
      sums.value += n * (top + log(whole))
      let share = n / whole
      sums.r += share * (one * left.r - two * buying - three * later.r)
      sums.alpha += share * (one * left.alpha - two * shape / (model.alpha + weeks) - three * later.alpha)
      sums.s += share * (one * left.s - two * staying - three * later.s)
      sums.beta += share * (one * left.beta - two * model.s / (model.beta + weeks) - three * later.beta)
    }
    sums.value += all * model.logConstant(repeats)
    sums.r += all * (digamma(shape) - digamma(model.r) + log(model.alpha))
    sums.alpha += all * model.r / model.alpha
    sums.s += all * log(model.beta)
    sums.beta += all * model.s / model.beta
  }
}
