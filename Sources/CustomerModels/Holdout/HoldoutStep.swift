internal import Quantities

/// By which stretches a holdout is tracked.
public enum HoldoutStep: Sendable, CaseIterable {
  /// Of 7 days from the day after the calibration day; the last may be shorter.
  case week
  /// Calendar months; the first and the last may be shorter.
  case month

  func ends(after calibration: Day, through last: Day) -> [Day] {
    var ends: [Day] = []
    var day = calibration
    while day < last {
      switch self {
      case .week: day = day + 7
      case .month: day = (day + 1).firstOfNextMonth - 1
      }
      ends.append(min(day, last))
    }
    return ends
  }
}
