import Files
import Glibc
import Messages

/// A regular file that is open for reading, from front to back.
final class InputFile: Sendable {
  let path: String
  let size: Int
  private let descriptor: Int32

  init(path: String) throws(Diagnostic) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR {
        throw Diagnostic(IntakeProblem.notFound(path, nearest: nearestFile(to: path)))
      }
      throw Diagnostic(IntakeProblem.notReadable(path, reason: systemReason()))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw Diagnostic(IntakeProblem.isDirectory(path)) }
    if status.st_mode & S_IFMT != S_IFREG { throw Diagnostic(IntakeProblem.notAFile(path)) }
    size = status.st_size
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Diagnostic(IntakeProblem.notReadable(path, reason: systemReason())) }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  /// `carry` and, after it, up to `count` further bytes of the file from `offset`; fewer only at its end.
  func read(after carry: [UInt8], from offset: Int, count: Int) throws(Diagnostic) -> [UInt8] {
    var failed = false
    let bytes = Array<UInt8>(unsafeUninitializedCapacity: carry.count + count) { buffer, filled in
      filled = buffer.update(fromContentsOf: carry)
      while filled < carry.count + count {
        let target = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
        let found = pread(descriptor, target.baseAddress, carry.count + count - filled, offset + filled - carry.count)
        if found < 0, errno == EINTR { continue }
        failed = found < 0
        if found <= 0 { break }
        filled += found
      }
    }
    if failed { throw Diagnostic(IntakeProblem.notReadable(path, reason: systemReason())) }
    return bytes
  }
}
