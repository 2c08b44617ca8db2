internal import Glibc
internal import Messages
internal import Numerics

/// ln L of BG/NBD or MBG/NBD and its exact gradient by (ln r, ln α, ln a, ln b). What depends on the number of repeats
/// alone is computed once a number, and logarithms of times once a time: a row of the table costs one exponential.
struct BetaGeometricLikelihood: Objective {
  let times: GroupedTimes
  /// See `BetaGeometric.first`.
  let first: Double

  var dimension: Int { 4 }
  var hessianStep: Double { 1e-4 }

  private struct Parameters {
    let r, alpha, a, b: Double

    init(_ logs: [Double]) { (r, alpha, a, b) = (exp(logs[0]), exp(logs[1]), exp(logs[2]), exp(logs[3])) }
  }

  /// What is computed once for all rows at one set of parameters.
  private struct Terms: Sendable {
    /// By run of `times`.
    let runs: [RunTerms]
    /// ln(α + t) and 1 ÷ (α + t), by time of `times.weeks`.
    let logTimes: [Double]
    let inverses: [Double]
  }

  /// What a row's terms take from its number of repeats.
  private struct RunTerms {
    let shape: Double
    /// ln L without −(r + x) ln(α + T) and the term of those who may have been lost; its derivatives.
    let constant: Double
    let byR: Double
    let byA: Double
    let byB: Double
    /// ln of the odds to be lost with the last purchase, without the times; its derivative by b.
    let lost: Double
    let lostByB: Double
  }

  private struct Sums {
    var value = 0.0
    var r = 0.0
    var alpha = 0.0
    var a = 0.0
    var b = 0.0
  }

  func evaluate(_ logs: [Double], _ job: Job) throws(Diagnostic) -> ObjectiveValue {
    let parameters = Parameters(logs)
    let (r, alpha, a, b) = (parameters.r, parameters.alpha, parameters.a, parameters.b)
    let terms = Terms(
      runs: runTerms(parameters), logTimes: times.weeks.map { log(alpha + $0) },
      inverses: times.weeks.map { 1 / (alpha + $0) })
    let parts = try job.map(times.chunks) { chunk in sums(ofChunk: chunk, terms, a: a) }
    var total = Sums()
    for part in parts {
      total.value += part.value
      total.r += part.r
      total.alpha += part.alpha
      total.a += part.a
      total.b += part.b
    }
    let members = times.members.reduce(0, +)
    return ObjectiveValue(
      value: total.value, gradient: [r * total.r, members * r + alpha * total.alpha, a * total.a, b * total.b])
  }

  private func runTerms(_ parameters: Parameters) -> [RunTerms] {
    let (r, alpha, a, b) = (parameters.r, parameters.alpha, parameters.a, parameters.b)
    let ofNone = (gamma: logGamma(r), beta: logBeta(a, b), r: digamma(r), b: digamma(b), ab: digamma(a + b))
    return times.runs.map { run in
      let x = run.repeats
      let chances = x + first
      let byA = ofNone.ab - digamma(a + b + chances)
      return RunTerms(
        shape: r + x,
        constant: logGamma(r + x) - ofNone.gamma + r * log(alpha) + logBeta(a, b + chances) - ofNone.beta,
        byR: digamma(r + x) - ofNone.r + log(alpha), byA: byA, byB: digamma(b + chances) - ofNone.b + byA,
        lost: chances > 0 ? log(a) - log(b + chances - 1) : -.infinity,
        lostByB: chances > 0 ? -1 / (b + chances - 1) : 0)
    }
  }

  private func sums(ofChunk chunk: Int, _ terms: Terms, a: Double) -> Sums {
    let last = times.last.span
    let observed = times.observed.span
    let members = times.members.span
    let logTimes = terms.logTimes.span
    let inverses = terms.inverses.span
    var sums = Sums()
    for (run, rows) in times.runs(inChunk: chunk) {
      let term = terms.runs[run]
      var logs = LogSum()
      // Over the rows' members n and their chances w to be lost: Σ n, Σ n ln(α + T), Σ n w, and what w adds.
      var all = 0.0
      var logObserved = 0.0
      var lost = 0.0
      var logGap = 0.0
      var inverse = 0.0
      for row in rows {
        let n = members[row]
        let (i, j) = (Int(observed[row]), Int(last[row]))
        let logT = logTimes[i]
        let gap = logT - logTimes[j]
        let odds = term.lost + term.shape * gap
        let w: Double
        if odds < 40 {
          let e = exp(odds)
          w = n * (e / (1 + e))
          if n == 1 { logs.multiply(1 + e) } else { logs.add(n * log1p(e)) }
        } else {
          w = n
          logs.add(n * odds)
        }
        all += n
        logObserved += n * logT
        lost += w
        logGap += w * gap
        inverse += n * inverses[i] + w * (inverses[j] - inverses[i])
      }
      sums.value += all * term.constant - term.shape * logObserved + logs.value
      sums.r += all * term.byR - logObserved + logGap
      sums.alpha -= term.shape * inverse
      sums.a += all * term.byA + lost / a
      sums.b += all * term.byB + lost * term.lostByB
    }
    return sums
  }
}
