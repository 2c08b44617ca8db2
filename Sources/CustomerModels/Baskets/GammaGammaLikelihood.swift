internal import Glibc
internal import Messages
internal import Numerics

/// ln L of Gamma-Gamma and its exact gradient by (ln p, ln q, ln γ).
struct GammaGammaLikelihood: Objective {
  private static let chunk = 4096

  /// Rows of one number of repeats, within one chunk.
  private struct Run: Sendable {
    let repeats: Double
    let rows: Range<Int>
    /// Σ ln of the mean baskets.
    let logMeans: Double
  }

  private let runs: [[Run]]
  /// x z̄
  private let spends: [Double]

  var dimension: Int { 3 }
  var hessianStep: Double { 1e-4 }

  init(_ baskets: RepeatBaskets) {
    spends = zip(baskets.repeats, baskets.means).map { $0 * $1 }
    var chunks: [[Run]] = []
    for start in stride(from: 0, to: baskets.count, by: GammaGammaLikelihood.chunk) {
      var runs: [Run] = []
      var row = start
      let end = min(start + GammaGammaLikelihood.chunk, baskets.count)
      while row < end {
        var next = row
        var logs = LogSum()
        while next < end && baskets.repeats[next] == baskets.repeats[row] {
          logs.multiply(baskets.means[next])
          next += 1
        }
        runs.append(Run(repeats: baskets.repeats[row], rows: row..<next, logMeans: logs.value))
        row = next
      }
      chunks.append(runs)
    }
    runs = chunks
  }

  func evaluate(_ logs: [Double], _ job: Job) throws(Diagnostic) -> ObjectiveValue {
    let (p, q, gamma) = (exp(logs[0]), exp(logs[1]), exp(logs[2]))
    let ofNone = (gamma: logGamma(q), digamma: digamma(q))
    let parts = try job.map(runs.count) { chunk in
      var sums = (value: 0.0, p: 0.0, q: 0.0, gamma: 0.0)
      for run in runs[chunk] {
        let x = run.repeats
        let (shape, both) = (p * x, p * x + q)
        var logs = LogSum()
        var inverse = 0.0
        for row in run.rows {
          let sum = gamma + spends[row]
          logs.multiply(sum)
          inverse += 1 / sum
        }
        let n = Double(run.rows.count)
        let psi = digamma(both)
        sums.value +=
          n * (logGamma(both) - logGamma(shape) - ofNone.gamma + q * log(gamma) + shape * log(x))
          + (shape - 1) * run.logMeans - both * logs.value
        sums.p += x * (n * (psi - digamma(shape) + log(x)) + run.logMeans - logs.value)
        sums.q += n * (psi - ofNone.digamma + log(gamma)) - logs.value
        sums.gamma += n * q / gamma - both * inverse
      }
      return sums
    }
    var total = (value: 0.0, p: 0.0, q: 0.0, gamma: 0.0)
    for part in parts {
      total.value += part.value
      total.p += part.p
      total.q += part.q
      total.gamma += part.gamma
    }
    return ObjectiveValue(value: total.value, gradient: [p * total.p, q * total.q, gamma * total.gamma])
  }
}
