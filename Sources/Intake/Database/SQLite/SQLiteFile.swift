import Glibc
import Messages

/// How a database's file lies on the disk, before it is opened.
///
/// A database with a write-ahead log (https://sqlite.org/wal.html) is read through its `-wal` and `-shm` files, which
/// SQLite makes where they are missing, and then leaves behind when it may only read. So one whose log is not there, which
/// is one that nobody has open, is read as a file that does not change; whether that came true is asked at the end.
///
/// Looking at a file ends the locks that this process has on it (https://sqlite.org/howtocorrupt.html, 2.2), so a database
/// that is being read is not to be opened a second time.
struct SQLiteFile: Sendable {
  let path: String
  /// To be read as a file that does not change.
  let isStill: Bool
  let hasLog: Bool
  private let state: State

  init(path: String) throws(Diagnostic) {
    self.path = path
    let file = try InputFile(path: path)
    if file.size == 0 { throw Diagnostic(IntakeProblem.empty(path)) }
    // The versions that a reader and a writer must know, at bytes 18 and 19; 2 means a log.
    let isLogged = try file.read(after: [], from: 18, count: 2).contains(2)
    hasLog = access(path + "-wal", F_OK) == 0
    isStill = isLogged && !hasLog
    state = State(path)
  }

  /// The name to open it by, as a URI: https://sqlite.org/uri.html
  var uri: String {
    var text = "file:"
    // A leading `//` would begin a host.
    for byte in (path.hasPrefix("/") ? path : "./" + path).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "/"): if !text.hasSuffix("/") { text += "/" }
      default: text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16)
      }
    }
    return text + (isStill ? "?immutable=1" : "")
  }

  /// Throws when a file that was read as still has changed since.
  func checkStill() throws(Diagnostic) {
    if isStill, State(path) != state { throw Diagnostic(DatabaseProblem.changedWhileRead(path)) }
  }

  private struct State: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ path: String) {
      var status = stat()
      let found = stat(path, &status) == 0
      size = found ? status.st_size : -1
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }
}
