internal import Messages

/// A whole number of loyalty points.
public struct Points: Hashable, Comparable, Sendable {
  /// Whole points; below zero where more was taken back than was left.
  public var count: Int64

  /// So many points.
  @inlinable public init(_ count: Int64) { self.count = count }

  /// No points.
  public static let zero = Points(0)
  /// By count.
  @inlinable public static func < (one: Points, other: Points) -> Bool { one.count < other.count }
}

extension Points: CustomStringConvertible {
  /// As in `1,200pt`.
  public var description: String { grouped(count) + "pt" }
}
