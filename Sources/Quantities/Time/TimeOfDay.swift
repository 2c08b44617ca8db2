internal import Messages

/// A wall-clock time, in whole seconds since midnight, 0..<86,400. As the end of a slot 24:00 (86,400) is allowed too.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Seconds since midnight.
  public var second: Int32

  /// `second` is since midnight.
  @inlinable public init(second: Int32) { self.second = second }

  /// Nil where no clock shows such a time.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    let total = hour * 3600 + minute * 60 + second
    guard total <= 86400 else { return nil }
    self.init(second: Int32(total))
  }

  /// 0:00, when a day begins.
  public static let midnight = TimeOfDay(second: 0)
  static let endOfDay = TimeOfDay(second: 86400)

  /// By the clock.
  @inlinable public static func < (one: TimeOfDay, other: TimeOfDay) -> Bool { one.second < other.second }
}

extension TimeOfDay: CustomStringConvertible {
  /// `09:07`, with seconds only when there are any.
  public var description: String {
    let total = Int(second)
    let clock = "\(padded(total / 3600, to: 2)):\(padded(total / 60 % 60, to: 2))"
    return total % 60 == 0 ? clock : clock + ":\(padded(total % 60, to: 2))"
  }
}
