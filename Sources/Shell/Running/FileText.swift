import Files
import Glibc
public import Messages
public import Numerics

extension Session {
  /// A file that a statement names: beside the script that names it, else in the current directory; `~/` is the
  /// person's home.
  func resolve(_ path: Quoted) -> String {
    let name = expandingHome(path.text)
    guard !name.hasPrefix("/"), let source = path.span?.source.name, let slash = source.lastIndex(of: "/")
    else { return placed(name) }
    let (beside, here) = (placed(source[...slash] + name), placed(name))
    return access(beside, F_OK) == 0 || access(here, F_OK) != 0 ? beside : here
  }

  /// Where a statement writes a file: in the current directory, unless it says another.
  func place(of path: Quoted) -> String { placed(expandingHome(path.text)) }
}

/// The bytes of a text file.
/// - Throws: `.file` with the reason and the nearest name in its directory.
public func readText(_ path: String, at span: SourceSpan? = nil, job: Job = .unattended) throws(Diagnostic) -> String {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else {
    try job.check()
    let reason = systemReason()
    throw Diagnostic(FileProblem.cannotRead(path, reason: reason, near: nearestFile(to: path)), at: span)
  }
  defer { close(file) }
  return try readText(file, named: path, at: span, job: job)
}

/// The rest of what an open file, a pipe or a terminal brings.
/// - Throws: `.file` where it cannot be read or is not text, `.interrupted` when `job` is stopped meanwhile.
public func readText(
  _ file: Int32, named path: String, at span: SourceSpan? = nil, job: Job = .unattended
) throws(Diagnostic) -> String {
  let limit = 64 << 20
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(file, &buffer, buffer.count)
    if count < 0 {
      if errno == EINTR {
        try job.check()
        continue
      }
      throw Diagnostic(FileProblem.cannotRead(path, reason: systemReason(), near: nil), at: span)
    }
    if count == 0 { break }
    bytes += buffer[..<count]
    guard bytes.count <= limit else { throw Diagnostic(ShellProblem.dataTooLarge, at: span) }
  }
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Diagnostic(
      FileProblem.cannotRead(path, reason: Message("it is not UTF-8 text", zh: "不是 UTF-8 文本"), near: nil), at: span)
  }
  return text
}
