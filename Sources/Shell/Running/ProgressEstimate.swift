public import Messages

/// How far a computation has come and when it will be done, in words for a person who waits.
public struct ProgressEstimate {
  private var start: (instant: ContinuousClock.Instant, share: Double)?
  private var last: (instant: ContinuousClock.Instant, share: Double)?

  public init() {}

  /// What to say at `now`, with `share` of the work done; nil within the first second, and five times a second at most.
  ///
  /// Less than before is another computation, which is measured from there.
  public mutating func text(of share: Double, at now: ContinuousClock.Instant) -> Message? {
    guard let start, share >= last?.share ?? start.share else {
      self.start = (now, share)
      last = nil
      return nil
    }
    let elapsed = start.instant.duration(to: now)
    guard elapsed > .seconds(1), last.map({ $0.instant.duration(to: now) > .milliseconds(200) }) ?? true else {
      return nil
    }
    last = (now, share)
    let percent = Int(share * 100)
    guard share > start.share else {
      return Message("\(percent) % done; Ctrl-C stops", zh: "已完成 \(percent)%；Ctrl-C 停止")
    }
    let left = Int(max(1, (elapsed * ((1 - share) / (share - start.share)) / .seconds(1)).rounded()))
    return left < 120
      ? Message(
        "\(percent) % done, about \(left) s left; Ctrl-C stops", zh: "已完成 \(percent)%，约剩 \(left) 秒；Ctrl-C 停止")
      : Message(
        "\(percent) % done, about \((left + 30) / 60) min left; Ctrl-C stops",
        zh: "已完成 \(percent)%，约剩 \((left + 30) / 60) 分钟；Ctrl-C 停止")
  }
}
