/// How the tiers of a ladder are kept, over running sums. The window that decides may begin too early: days are let go
/// only when it matters. Since no sum falls, see `RunningSums`, a window from which days should have been let go never
/// holds less than it should; where even that is not enough for a higher tier, nothing has to be let go.
protocol TierWalk {
  /// Takes one member through the tiers up to the tick `last`, and notes them by receipt in `sums` and by day in
  /// `path`.
  func callAsFunction(_ sums: inout RunningSums, through last: Int32, _ path: inout TierPath)
}
