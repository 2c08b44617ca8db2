internal import MemberBook
internal import Messages
internal import Numerics
public import Quantities

/// A week or month after the calibration day: purchase days that happened, and that were forecast for it, of all members
/// who had bought by then.
public struct TrackedPeriod: Sendable, Equatable {
  /// The days of the period.
  public let days: DayRange
  /// Purchase days that happened.
  public let actual: Int
  /// Purchase days that the model forecast.
  public let model: Double
  /// Purchase days at the rate of the calibration period.
  public let sameRate: Double
  /// Purchase days of the same period before.
  public let samePeriod: Int

  /// Every period of `holdout`, in order. `sameRate` is what keeping the calibration's rate forecasts for all of it.
  static func all(
    of holdout: HoldoutData, _ model: some PurchaseModel, _ members: MemberSummaries, sameRate: Double, job: Job
  ) throws(Diagnostic) -> [TrackedPeriod] {
    // Members who are alike in repeats and time observed differ in the chance to be alive only: its sum is enough.
    let table = members.table
    var pairs: [(repeats: Double, observed: Double, alive: Double)] = []
    var words: [UInt64] = []
    for i in 0..<table.count { words.append(SummaryKey(table.repeats[i], 0, table.observedDays[i]).word) }
    let distinct = SummaryTable(keys: words)
    let order = (0..<distinct.count).map { SummaryKey(distinct.repeats[$0], 0, distinct.observedDays[$0]).word }
    pairs = (0..<distinct.count).map { (distinct[$0].repeats, distinct[$0].observed, 0) }
    let alive = try job.mapChunks(table.count, of: 4096) { Double(table.counts[$0]) * model.alive(table[$0]) }
    for i in 0..<table.count { pairs[order.firstPlace(notBelow: words[i])].alive += alive[i] }
    let weeks = holdout.ends.map { Double($0 - holdout.calibration) / 7 }
    let known = pairs
    let parts = try job.map((known.count + 255) / 256) { chunk in
      var sums = [Double](repeating: 0, count: weeks.count)
      for i in chunk * 256..<min((chunk + 1) * 256, known.count) {
        for (number, weeks) in weeks.enumerated() {
          sums[number] +=
            known[i].alive
            * model.expectedIfAlive(repeats: known[i].repeats, observed: known[i].observed, weeks: weeks)
        }
      }
      return sums
    }
    var until = [Double](repeating: 0, count: weeks.count)
    for part in parts { for i in until.indices { until[i] += part[i] } }
    return holdout.ends.indices.compactMap { i in
      let from = i == 0 ? holdout.calibration : holdout.ends[i - 1]
      guard let days = DayRange(from + 1, holdout.ends[i]) else { return nil }
      return TrackedPeriod(
        days: days, actual: holdout.actual[i],
        model: until[i] - (i == 0 ? 0 : until[i - 1]),
        sameRate: sameRate * Double(holdout.ends[i] - from) / 7 / holdout.weeks,
        samePeriod: holdout.periodsBefore[i])
    }
  }
}
