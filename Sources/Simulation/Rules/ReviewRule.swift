/// Rule T3: what a review looks at. What it does is `HeldTerm.review`, what a failed one leads to is `FallRule`.
enum ReviewRule {
  /// The last day of the window that decides at the start of the day `tick`, of a review as of an upgrade that waited
  /// for the month's end: the day before.
  @inline(__always)
  static func windowEnd(for tick: Int) -> Int { tick - 1 }
}
