/// How a long computation is told to stop: it looks at the sign every few thousand steps.
public struct StopSign: Sendable {
  public let isRaised: @Sendable () -> Bool

  public init(_ isRaised: @escaping @Sendable () -> Bool) { self.isRaised = isRaised }

  /// Nobody will ask to stop.
  public static let never = StopSign { false }

  public func check() throws(Diagnostic) {
    if isRaised() { throw Diagnostic(Interruption()) }
  }
}

/// The user asked to stop.
public struct Interruption: Problem {
  public init() {}
  public var code: ErrorCode { .interrupted }
  public var message: Message { Message("interrupted", zh: "已中断") }
}
