internal import Messages

/// A whole number of loyalty points.
public struct Points: Hashable, Comparable, Sendable {
  public var count: Int64

  @inlinable public init(_ count: Int64) { self.count = count }

  public static let zero = Points(0)
  @inlinable public static func < (one: Points, other: Points) -> Bool { one.count < other.count }
}

extension Points: CustomStringConvertible {
  public var description: String { grouped(count) + "pt" }
}
