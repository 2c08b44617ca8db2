import Glibc
import Intake
import Synchronization

/// Says on a terminal how far a long load has come and when it will be done, on a line that goes away again.
final class ProgressLine: Sendable {
  private struct State {
    var start: ContinuousClock.Instant?
    var last: ContinuousClock.Instant?
    var isShown = false
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let clock = ContinuousClock()

  init(isTerminal: Bool) { self.isTerminal = isTerminal }

  /// May be called from any thread. Shorter work than a second says nothing.
  func show(_ progress: LoadProgress) {
    guard isTerminal, progress.total > 0 else { return }
    let now = clock.now
    state.withLock { state in
      // A load starts over, or is another one.
      if state.start == nil { state.start = now }
      guard let start = state.start, start.duration(to: now) > .seconds(1),
        state.last.map({ $0.duration(to: now) > .milliseconds(200) }) ?? true
      else { return }
      (state.last, state.isShown) = (now, true)
      let done = min(progress.done, progress.total)
      let percent = done * 100 / progress.total
      let elapsed = start.duration(to: now)
      let left = done == 0 ? nil : Int((elapsed / Double(done) * Double(progress.total - done)).components.seconds)
      let text = "\r\u{1B}[Kreading: \(percent) %" + (left.map { ", about \(max($0, 1)) s left" } ?? "")
      _ = text.withCString { write(2, $0, strlen($0)) }
    }
  }

  /// Takes the line away; the next load starts anew.
  func clear() {
    state.withLock { state in
      if state.isShown { _ = write(2, "\r\u{1B}[K", 4) }
      state = State()
    }
  }
}
