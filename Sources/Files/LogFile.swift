import Glibc
public import Messages

/// A file that grows piece by piece, each piece there as soon as it is written: what was said before a crash is kept.
public final class LogFile {
  /// Where it is, as the user named it.
  public let path: String
  private let descriptor: Int32
  /// Why a piece could not be written.
  private var failure: Message?

  /// - Throws: a `FileProblem` where `path` exists and is not to be replaced, or cannot be written.
  public init(_ path: String, at span: SourceSpan?, replacing: Bool) throws(Diagnostic) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL), 0o666)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw Diagnostic(FileProblem.exists(path), at: span) }
      throw Diagnostic(FileProblem.cannotWrite(path, reason: systemReason()), at: span)
    }
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Appends text and leaves it to the system to write it out.
  public func append(_ text: String) {
    var rest = Array(text.utf8)[...]
    while failure == nil, !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        failure = systemReason()
      }
    }
  }

  /// - Throws: where a piece could not be written, or does not reach the disk.
  public func finish(at span: SourceSpan?) throws(Diagnostic) {
    if failure == nil, fsync(descriptor) != 0, errno != EINVAL { failure = systemReason() }
    if let failure { throw Diagnostic(FileProblem.cannotWrite(path, reason: failure), at: span) }
  }
}
