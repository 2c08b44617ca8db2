@testable import Intake

/// Bytes in memory as a stream, for tests.
struct Pieces: ByteStream {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(after carry: [UInt8], count: Int) -> [UInt8] {
    let piece = bytes[offset..<min(offset + count, bytes.count)]
    offset += piece.count
    return carry + piece
  }

  var position: ReadPosition { ReadPosition(done: offset, total: bytes.count) }
}

/// All that a stream holds, read by pieces of `size`, each of which must be whole but for the last.
func whole(_ stream: some ByteStream, by size: Int) throws -> [UInt8] {
  var stream = stream
  var bytes: [UInt8] = []
  while true {
    let carry = Array(bytes.suffix(3))
    let piece = try stream.read(after: carry, count: size)
    guard piece.starts(with: carry) else { return [] }
    bytes += piece.dropFirst(carry.count)
    if piece.count < carry.count + size { return bytes }
  }
}
