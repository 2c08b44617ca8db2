import Glibc

/// History on disk: UTF-8 whatever the locale, an entry a line, with line ends and backslashes inside escaped.
struct HistoryFile {
  struct SystemError: Error {
    let code: Int32
  }

  /// Only the end of a long file is read, so that the prompt is ready at once after years of use.
  static let readLimit = 256 * 1024

  let path: String

  init(path: String) { self.path = path }

  func read() -> Result<[String], SystemError> {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return errno == ENOENT ? .success([]) : .failure(SystemError(code: errno)) }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    let start = max(0, size - Self.readLimit)
    lseek(descriptor, off_t(start), SEEK_SET)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return .failure(SystemError(code: errno)) }
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    var lines = bytes.split(separator: 0x0a)
    if start > 0, !lines.isEmpty { lines.removeFirst() }
    return .success(lines.map { Self.unescaping(String(decoding: $0, as: UTF8.self)) })
  }

  /// Adds an entry by one write at the end of the file, which is made readable by its owner alone.
  func append(_ entry: String) -> Result<Void, SystemError> {
    var descriptor = openForAppending()
    if descriptor < 0, errno == ENOENT {
      makeDirectories()
      descriptor = openForAppending()
    }
    guard descriptor >= 0 else { return .failure(SystemError(code: errno)) }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    let line = Array((needsLineEnd(descriptor) ? "\n" : "").utf8) + Array(Self.escaping(entry).utf8) + [0x0a]
    while true {
      let count = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count == line.count { return .success(()) }
      if count < 0, errno == EINTR { continue }
      return .failure(SystemError(code: count < 0 ? errno : ENOSPC))
    }
  }

  static func escaping(_ entry: String) -> String {
    var result = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  static func unescaping(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    var escaped = false
    for scalar in line.unicodeScalars {
      if escaped {
        result.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }
}

extension HistoryFile {
  private func openForAppending() -> Int32 { open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600) }

  /// Whether a write was cut off here once, by a full disk say: the next entry must not be glued to it.
  private func needsLineEnd(_ descriptor: Int32) -> Bool {
    var last: UInt8 = 0x0a
    let size = lseek(descriptor, 0, SEEK_END)
    return size > 0 && pread(descriptor, &last, 1, size - 1) == 1 && last != 0x0a
  }

  private func makeDirectories() {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for count in parts.indices.map({ $0 + 1 }) {
      let directory = parts.prefix(count).joined(separator: "/")
      if !directory.isEmpty { mkdir(directory, 0o700) }
    }
  }
}
