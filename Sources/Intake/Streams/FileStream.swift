import Messages
import Synchronization

/// The bytes of a file as it is stored, hashed as they go by. It is a reference, so that whoever made it can ask for the
/// hash after another stream has read it to its end.
final class FileStream: ByteStream {
  let file: InputFile
  private let state = Mutex(State())

  private struct State: ~Copyable {
    var offset = 0
    var hash = ContentHash()
  }

  init(_ file: InputFile) { self.file = file }

  convenience init(path: String) throws(Diagnostic) { self.init(try InputFile(path: path)) }

  /// Throws `changedWhileRead` when the file ends before the size it had when it was opened.
  func read(after carry: [UInt8], count: Int) throws(Diagnostic) -> [UInt8] {
    try state.withLock { (state) throws(Diagnostic) in
      let bytes = try file.read(after: carry, from: state.offset, count: count)
      let found = bytes.count - carry.count
      state.offset += found
      if found < count, state.offset < file.size {
        throw Diagnostic(IntakeProblem.changedWhileRead(file.path))
      }
      bytes.withUnsafeBytes { raw in state.hash.add(UnsafeRawBufferPointer(rebasing: raw[carry.count...])) }
      return bytes
    }
  }

  var position: ReadPosition { ReadPosition(done: state.withLock { $0.offset }, total: file.size) }

  /// XXH3-128 of the stored bytes read so far, as `xxh128sum` prints it: the file's, once it is read to its end.
  var hash: String { state.withLock { $0.hash.digits } }
}
