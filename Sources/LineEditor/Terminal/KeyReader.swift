import CLibedit
import Glibc
import Synchronization

/// The keyboard: bytes of standard input as characters, with signals looked at in between.
///
/// Keys that nothing is bound to are swallowed whole; libedit would take the tails of their sequences for text.
final class KeyReader {
  enum Key: Equatable {
    /// What was typed or came at once, without control characters.
    case text(String)
    /// A control character, or what follows ESC in the sequence of a key.
    case control(Wide)
    /// The Escape key by itself.
    case escape
    case end
  }

  /// Called when no more input is there: what was typed should be on the screen now.
  var onIdle: () -> Void = {}
  /// Called between keys when the terminal changed its size, and when the program was suspended and came back.
  var onResize: () -> Void = {}
  var onResume: () -> Void = {}

  private let known: Set<[UInt8]>
  private var bytes: [UInt8] = []
  private var next = 0
  private var passing: [Wide] = []

  /// `known` are the control characters and escape sequences that are let through.
  init(known: Set<[UInt8]>) { self.known = known }

  /// The next key; waits for it.
  func key() -> Key {
    if !passing.isEmpty { return .control(passing.removeFirst()) }
    while let byte = byte() {
      if byte == 0x1b {
        let sequence = escapeSequence()
        if sequence.count == 1 { return .escape }
        guard known.contains(sequence) else { continue }
        passing = sequence.dropFirst().map { Wide($0) }
        return .control(Wide(byte))
      }
      if Self.isControl(byte) {
        guard known.contains([byte]) else { continue }
        return .control(Wide(byte))
      }
      let text = run(startingWith: byte)
      if !text.isEmpty { return .text(text) }
    }
    return .end
  }

  /// Puts a control character back, to be the next key.
  func unread(_ character: Wide) { passing.insert(character, at: 0) }

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
  /// ESC and what belongs to it.
  private func escapeSequence() -> [UInt8] {
    var sequence: [UInt8] = [0x1b]
    guard let kind = byte(within: 50) else { return sequence }
    if kind >= 0x80 {
      next -= 1
      return sequence
    }
    sequence.append(kind)
    if kind == UInt8(ascii: "[") {
      while let byte = byte(within: 50) {
        sequence.append(byte)
        if (0x40...0x7e).contains(byte) { break }
      }
    } else if kind == UInt8(ascii: "O"), let byte = byte(within: 50) {
      sequence.append(byte)
    }
    return sequence
  }

  /// The byte and those after it that are here already, up to a control character; of a character that has come in
  /// part, the rest is waited for. Bytes that are not UTF-8 are dropped.
  private func run(startingWith lead: UInt8) -> String {
    var encoded = [lead]
    while next < bytes.count, !Self.isControl(bytes[next]) {
      encoded.append(bytes[next])
      next += 1
    }
    while next == bytes.count, Self.endsInPart(encoded), let byte = byte(within: 50) {
      if byte & 0xc0 == 0x80 {
        encoded.append(byte)
      } else {
        next -= 1
        break
      }
    }
    return String(decoding: encoded, as: UTF8.self).filter { $0 != "\u{FFFD}" }
  }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7f }

  /// Whether a character of several bytes has begun at the end and is not complete.
  private static func endsInPart(_ encoded: [UInt8]) -> Bool {
    guard let lead = encoded.lastIndex(where: { $0 & 0xc0 != 0x80 }) else { return false }
    let length = encoded[lead] >= 0xf0 ? 4 : encoded[lead] >= 0xe0 ? 3 : encoded[lead] >= 0xc0 ? 2 : 1
    return encoded.count - lead < length
  }

  /// The next byte; nil at the end of input, or when none came within so many milliseconds.
  private func byte(within milliseconds: Int? = nil) -> UInt8? {
    if next == bytes.count, !fill(within: milliseconds) { return nil }
    defer { next += 1 }
    return bytes[next]
  }

  private func fill(within milliseconds: Int?) -> Bool {
    if milliseconds == nil { onIdle() }
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
