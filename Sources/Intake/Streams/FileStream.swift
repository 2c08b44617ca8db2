import Quantities

/// The bytes of a file as they are stored.
struct FileStream: ByteStream {
  private let file: InputFile
  private var offset = 0

  init(_ file: InputFile) { self.file = file }

  var progress: LoadProgress { LoadProgress(done: offset, total: file.size) }

  mutating func read(after carry: [UInt8], count: Int) throws(Diagnostic) -> [UInt8] {
    let bytes = try file.read(after: carry, from: offset, count: count)
    offset += bytes.count - carry.count
    if bytes.count < carry.count + count, offset < file.size {
      throw Diagnostic(IntakeProblem.changedWhileRead(file.path))
    }
    return bytes
  }
}
