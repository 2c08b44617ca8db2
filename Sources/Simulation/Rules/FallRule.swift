import Programme

/// Rule T3: the tier that a failed review leads to.
enum FallRule {
  /// From the tier `held`, by a window that qualifies for the lower tier `qualified`: one downgrade, whatever the
  /// distance.
  @inline(__always)
  static func tier(from held: Int, qualified: Int, _ downgrade: Downgrade) -> Int {
    switch downgrade {
    case .oneStep: max(held - 1, qualified)
    case .recalculate: qualified
    case .base: 0
    }
  }
}
