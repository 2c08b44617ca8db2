public import MemberBook
public import Messages
public import Numerics
public import Quantities

/// What members did after the calibration day: the purchase days that a forecast made on that day is judged by.
public struct HoldoutData: Sendable, Equatable {
  /// The forecast is made at the end of this day.
  public let calibration: Day
  /// The last day of each period that follows it, ascending.
  public let ends: [Day]
  /// Purchase days of each period, in it alone, by members who had bought by the calibration day.
  public let actual: [Int]
  /// Each member's purchase days in all periods, in the members' order.
  public let purchases: [Int32]
  /// Each member's purchase days in as many days up to the calibration day, the first purchase included: the forecast
  /// "the same as last period".
  public let before: [Int32]
  /// Purchase days of the stretch before the calibration day that lies as far back as each period lies ahead, so that
  /// the last period is the last before it again.
  public let periodsBefore: [Int]

  /// The length of the holdout.
  public var weeks: Double { Double((ends.last ?? calibration) - calibration) / 7 }

  /// `members` are summarised up to the calibration day; `through` is the last day to look at, no later than the book's
  /// last.
  /// - Throws: a `HoldoutProblem` when no day is left after the calibration day, or `.interrupted`.
  public init(
    _ book: Book, after members: MemberSummaries, through: Day, by step: HoldoutStep = .week,
    job: Job = .unattended
  ) throws(Diagnostic) {
    let calibration = members.through
    guard through > calibration else {
      throw Diagnostic(HoldoutProblem.noDays(calibration: calibration, last: through))
    }
    self.calibration = calibration
    let ends = step.ends(after: calibration, through: through)
    self.ends = ends
    let length = through - calibration
    let start = calibration - book.purchases.epoch
    // The period of each day ahead.
    let period = ends.indices.flatMap { i in
      [Int](repeating: i, count: ends[i] - (i == 0 ? calibration : ends[i - 1]))
    }
    let bounds = book.memberSlices(64)
    let parts = try job.map(bounds.count - 1) { piece in
      var part = Part(periods: ends.count)
      for member in bounds[piece]..<bounds[piece + 1] {
        var after: Int32 = 0
        var before: Int32 = 0
        if members.isCustomer(member) {
          book.purchases.forEachPurchaseDay(of: member) { day, _ in
            let ahead = day - start
            if ahead > 0 && ahead <= length {
              after += 1
              part.actual[period[ahead - 1]] += 1
            } else if ahead <= 0 && ahead > -length {
              before += 1
              part.before[period[ahead + length - 1]] += 1
            }
          }
        }
        part.purchases.append(after)
        part.earlier.append(before)
      }
      return part
    }
    var all = Part(periods: ends.count)
    for part in parts {
      all.purchases.append(contentsOf: part.purchases)
      all.earlier.append(contentsOf: part.earlier)
      for i in ends.indices {
        all.actual[i] += part.actual[i]
        all.before[i] += part.before[i]
      }
    }
    (actual, purchases, before, periodsBefore) = (all.actual, all.purchases, all.earlier, all.before)
  }

  private struct Part: Sendable {
    var purchases: [Int32] = []
    var earlier: [Int32] = []
    var actual: [Int]
    var before: [Int]

    init(periods: Int) {
      actual = [Int](repeating: 0, count: periods)
      before = actual
    }
  }
}
