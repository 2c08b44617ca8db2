import CLibedit
import Glibc
import Synchronization

/// The keyboard: bytes of standard input as characters, with signals looked at in between.
///
/// Escape sequences of keys that nothing is bound to are swallowed whole; libedit would take their tails for text.
final class KeyReader {
  enum Key: Equatable {
    case character(Wide)
    case end
  }

  /// Called between keys when the terminal changed its size, and when the program was suspended and came back.
  var onResize: () -> Void = {}
  var onResume: () -> Void = {}

  private let known: Set<[UInt8]>
  private var bytes: [UInt8] = []
  private var next = 0
  private var passing: [UInt8] = []

  /// `known` are the escape sequences that are let through.
  init(known: some Sequence<String>) {
    self.known = Set(known.map { Array($0.utf8) })
  }

  /// The next character typed; waits for it.
  func key() -> Key {
    if !passing.isEmpty { return .character(Wide(passing.removeFirst())) }
    while let byte = byte() {
      if byte == 0x1b {
        guard let sequence = escapeSequence() else { continue }
        passing = Array(sequence.dropFirst())
        return .character(Wide(byte))
      }
      if let scalar = scalar(startingWith: byte) { return .character(Wide(bitPattern: scalar)) }
    }
    return .end
  }

  /// The text up to the end of a bracketed paste, whose opening sequence was read already.
  ///
  /// Ctrl-C ends it too, in case the closing sequence never comes.
  func pasted() -> String {
    let close = Array("\u{1b}[201~".utf8)
    var text: [UInt8] = []
    while let byte = byte(), byte != 0x03 {
      text.append(byte)
      if byte == close.last, text.suffix(close.count).elementsEqual(close) {
        text.removeLast(close.count)
        break
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Forgets what was typed ahead.
  func discard() {
    bytes = []
    next = 0
    passing = []
    tcflush(STDIN_FILENO, TCIFLUSH)
  }
}

extension KeyReader {
  /// ESC and what belongs to it; nil for a sequence that nothing is bound to.
  private func escapeSequence() -> [UInt8]? {
    var sequence: [UInt8] = [0x1b]
    guard let kind = byte(within: 50) else { return sequence }
    sequence.append(kind)
    if kind == UInt8(ascii: "[") {
      while let byte = byte(within: 50) {
        sequence.append(byte)
        if (0x40...0x7e).contains(byte) { break }
      }
    } else if kind == UInt8(ascii: "O") {
      if let byte = byte(within: 50) { sequence.append(byte) }
    } else {
      return sequence
    }
    return known.contains(sequence) ? sequence : nil
  }

  private func scalar(startingWith lead: UInt8) -> UInt32? {
    let count = lead < 0x80 ? 1 : (0xc2...0xdf).contains(lead) ? 2 : (0xe0...0xef).contains(lead) ? 3 : 4
    if count == 1 { return UInt32(lead) }
    guard (0xc2...0xf4).contains(lead) else { return nil }
    var encoded = [lead]
    while encoded.count < count, let byte = byte() {
      guard byte & 0xc0 == 0x80 else {
        next -= 1
        return nil
      }
      encoded.append(byte)
    }
    let scalars = String(decoding: encoded, as: UTF8.self).unicodeScalars
    return scalars.count == 1 ? scalars.first?.value : nil
  }

  /// The next byte; nil at the end of input, or when none came within so many milliseconds.
  private func byte(within milliseconds: Int? = nil) -> UInt8? {
    if next == bytes.count, !fill(within: milliseconds) { return nil }
    defer { next += 1 }
    return bytes[next]
  }

  private func fill(within milliseconds: Int?) -> Bool {
    guard waitForInput(within: milliseconds) else { return false }
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = Array(buffer.prefix(count))
        next = 0
        return true
      }
      if count == 0 || (errno != EINTR && errno != EAGAIN) { return false }
    }
  }

  /// Signals are let in only while waiting, so none slips by between the look at its flag and the wait.
  private func waitForInput(within milliseconds: Int?) -> Bool {
    var held = sigset_t()
    var free = sigset_t()
    sigemptyset(&held)
    sigaddset(&held, SIGWINCH)
    sigaddset(&held, SIGCONT)
    pthread_sigmask(SIG_BLOCK, &held, &free)
    defer { pthread_sigmask(SIG_SETMASK, &free, nil) }
    while true {
      if Signals.resumed.exchange(false, ordering: .relaxed) { onResume() }
      if Signals.resized.exchange(false, ordering: .relaxed) { onResize() }
      let ready = editline_wait(Int32(milliseconds ?? -1), &free)
      if ready > 0 { return true }
      if ready == 0 || errno != EINTR { return false }
    }
  }
}
