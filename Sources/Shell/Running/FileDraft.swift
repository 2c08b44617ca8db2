import Glibc
import Quantities

/// A file that comes to be whole or not at all: it is written under a name of its own beside `path`, and gets its name
/// only when every byte is on the disk. What was there before is never touched unless it is to be replaced.
struct FileDraft: ~Copyable {
  let path: String
  private let temporary: String
  private let descriptor: Int32
  private let span: Span?
  private let replaces: Bool

  /// - Throws: `.file` where `path` exists and is not to be replaced, or its folder cannot be written to.
  init(_ path: String, at span: Span?, replacing: Bool = false) throws(Diagnostic) {
    guard replacing || access(path, F_OK) != 0 else { throw Diagnostic(ShellProblem.fileExists(path), at: span) }
    let temporary = "\(path).\(getpid()).part"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileDraft.problem(path, at: span) }
    self.path = path
    self.temporary = temporary
    self.descriptor = descriptor
    self.span = span
    replaces = replacing
  }

  deinit {
    close(descriptor)
    unlink(temporary)
  }

  func write(_ bytes: [UInt8]) throws(Diagnostic) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileDraft.problem(path, at: span)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the file its name; unlike a rename, a link never takes another file's place. Where the file system knows no
  /// links, the draft is renamed.
  consuming func publish() throws(Diagnostic) {
    guard fsync(descriptor) == 0 else { throw FileDraft.problem(path, at: span) }
    if replaces {
      guard rename(temporary, path) == 0 else { throw FileDraft.problem(path, at: span) }
    } else if link(temporary, path) != 0 {
      if errno == EEXIST { throw Diagnostic(ShellProblem.fileExists(path), at: span) }
      guard access(path, F_OK) != 0 else { throw Diagnostic(ShellProblem.fileExists(path), at: span) }
      guard rename(temporary, path) == 0 else { throw FileDraft.problem(path, at: span) }
    }
    let slash = path.lastIndex(of: "/")
    let folder = open(slash.map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private static func problem(_ path: String, at span: Span?) -> Diagnostic {
    Diagnostic(ShellProblem.cannotWrite(path, reason: String(cString: strerror(errno)).lowercased()), at: span)
  }
}
