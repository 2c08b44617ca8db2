internal import Glibc
internal import Messages
internal import Numerics

/// ln L of NBD and its exact gradient by (ln r, ln α).
struct NBDLikelihood: Objective {
  let times: GroupedTimes

  var dimension: Int { 2 }
  var hessianStep: Double { 1e-4 }

  func evaluate(_ logs: [Double], _ job: Job) throws(Diagnostic) -> ObjectiveValue {
    let (r, alpha) = (exp(logs[0]), exp(logs[1]))
    let logTimes = times.weeks.map { log(alpha + $0) }
    let ofRuns = times.runs.map { (gamma: logGamma(r + $0.repeats), digamma: digamma(r + $0.repeats)) }
    let ofNone = (gamma: logGamma(r), digamma: digamma(r))
    let parts = try job.map(times.chunks) { chunk in
      var sums = (value: 0.0, r: 0.0, alpha: 0.0)
      for (run, rows) in times.runs(inChunk: chunk) {
        let shape = r + times.runs[run].repeats
        var all = 0.0
        var logObserved = 0.0
        var inverse = 0.0
        for row in rows {
          let n = times.members[row]
          let i = Int(times.observed[row])
          all += n
          logObserved += n * logTimes[i]
          inverse += n / (alpha + times.weeks[i])
        }
        sums.value += all * (ofRuns[run].gamma - ofNone.gamma + r * log(alpha)) - shape * logObserved
        sums.r += all * (ofRuns[run].digamma - ofNone.digamma + log(alpha)) - logObserved
        sums.alpha += all * r / alpha - shape * inverse
      }
      return sums
    }
    var total = (value: 0.0, r: 0.0, alpha: 0.0)
    for part in parts {
      total.value += part.value
      total.r += part.r
      total.alpha += part.alpha
    }
    return ObjectiveValue(value: total.value, gradient: [r * total.r, alpha * total.alpha])
  }
}
