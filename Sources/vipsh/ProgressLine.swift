import Glibc
import Messages
import Shell
import Synchronization

/// Says on a terminal how far a long computation has come and when it will be done, on a line that goes away again.
///
/// It is never there while a line is edited: input methods show themselves at the cursor.
final class ProgressLine: Sendable {
  private struct State {
    var estimate = ProgressEstimate()
    var isShown = false
    var language = Language.english
  }

  private let state = Mutex(State())
  private let isTerminal: Bool
  private let clock = ContinuousClock()

  init(isTerminal: Bool) { self.isTerminal = isTerminal }

  /// May be called from any thread.
  func show(_ share: Double) {
    guard isTerminal else { return }
    state.withLock { state in
      guard let text = state.estimate.text(of: share, at: clock.now) else { return }
      state.isShown = true
      write("\r\u{1B}[K" + text.text(in: state.language))
    }
  }

  /// Says it in `language` from here on.
  func speak(_ language: Language) { state.withLock { $0.language = language } }

  /// Takes the line away; the next computation starts anew.
  func clear() {
    state.withLock { state in
      if state.isShown { write("\r\u{1B}[K") }
      state.estimate = ProgressEstimate()
      state.isShown = false
    }
  }

  private func write(_ text: String) { _ = text.withCString { Glibc.write(2, $0, strlen($0)) } }
}
