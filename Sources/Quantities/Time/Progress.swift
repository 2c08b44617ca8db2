/// Where a computation tells how far it has come, from whichever thread.
///
/// Whoever computes in several parts hands each a `part` of its own progress, and need not know what it is itself a part
/// of.
public struct Progress: Sendable {
  private let hear: @Sendable (_ share: Double) -> Void

  /// `hear` is given shares from 0 to 1.
  public init(_ hear: @escaping @Sendable (_ share: Double) -> Void) { self.hear = hear }

  /// Nobody listens.
  public static let untold = Progress { _ in }

  public func tell(_ done: Int, of total: Int) {
    guard total > 0 else { return }
    hear(Double(min(max(done, 0), total)) / Double(total))
  }

  /// The progress of part `index` of `count` equal ones.
  public func part(_ index: Int, of count: Int) -> Progress {
    count < 2 ? self : Progress { [hear] share in hear((Double(index) + share) / Double(count)) }
  }
}
