public import Quantities

/// The next time that something falls out of a member's window, where nothing new comes in.
public struct WindowFall: Sendable, Equatable {
  /// The first day on which it is gone.
  public let day: Day
  /// What is gone then.
  public let lost: WindowSums
  /// What is left.
  public let left: WindowSums
  /// The actions that are left, in the order of the ladder's `actionNames`.
  public let leftActions: [Int64]
}

extension MemberWalk {
  /// Lets days begin behind `tick` until the window loses something, as far as the rules' calendar goes.
  mutating func nextFall(after tick: Int) -> WindowFall? {
    let (sums, actions) = (standing.window.sums, qualifier.held)
    for next in (tick + 1)..<max(rules.timeline.count, tick + 1) {
      _ = settleWindow(on: next)
      let left = standing.window.sums
      guard left != sums || qualifier.held != actions else { continue }
      return WindowFall(
        day: rules.timeline.day(next),
        lost: WindowSums(
          spend: sums.spend - left.spend, visits: sums.visits - left.visits,
          purchases: sums.purchases - left.purchases, points: sums.points - left.points),
        left: left, leftActions: qualifier.held)
    }
    return nil
  }
}
