import Glibc
import Quantities

/// Files that are written whole or not at all: to a temporary name beside them, synchronised, then renamed.
enum WholeFile {
  static func write(_ text: String, to path: String, replacing: Bool) throws(Diagnostic) {
    guard replacing || access(path, F_OK) != 0 else { throw Diagnostic(FileProblem.exists(path)) }
    let temporary = path + ".part-\(getpid())"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Diagnostic(FileProblem.cannotWrite(path, reason: reason)) }
    let isWritten = writeAll(Array(text.utf8), to: file) && fsync(file) == 0
    let failure = reason
    guard close(file) == 0, isWritten, rename(temporary, path) == 0 else {
      let why = isWritten ? reason : failure
      unlink(temporary)
      throw Diagnostic(FileProblem.cannotWrite(path, reason: why))
    }
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static var reason: String { String(cString: strerror(errno)).lowercased() }
}

private enum FileProblem: Problem {
  case exists(String)
  case cannotWrite(String, reason: String)

  var code: ErrorCode { .file }

  var message: String {
    switch self {
    case .exists(let path): "\(path) is there already"
    case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
    }
  }

  var hint: String? {
    switch self {
    case .exists: "say `replace` after the name to overwrite it"
    case .cannotWrite: nil
    }
  }
}
