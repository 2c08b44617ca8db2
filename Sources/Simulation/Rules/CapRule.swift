/// Rule P3, a cap on what is issued in a period: what is earned beyond it is never issued, and returns free nothing of
/// it.
enum CapRule {
  /// What is issued of `earned` points, which are rounded already, in a period in which `issued` were so far.
  @inline(__always)
  static func points(of earned: Int64, after issued: Int64, upTo cap: Int64) -> Int64 { min(earned, cap &- issued) }
}
