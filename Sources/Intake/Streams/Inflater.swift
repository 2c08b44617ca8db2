import CZlib
import Messages

/// zlib's state for unpacking gzip members (RFC 1952), with their header and checksum checks.
struct Inflater: ~Copyable {
  /// It must not move, for zlib points back at it.
  private let state: UnsafeMutablePointer<z_stream>

  enum Step {
    case more
    case memberEnd
    case damaged(reason: Message)
    case wrongChecksum
    case noMemory
  }

  /// Nil when there is no memory left.
  init?() {
    state = .allocate(capacity: 1)
    state.initialize(to: z_stream())
    // 15 bits of window, and 16 for gzip alone, not raw or zlib data.
    let status = inflateInit2_(state, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      state.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(state)
    state.deallocate()
  }

  /// Unpacks from `input` to `output` until either is used up or the member ends; says how many bytes of each it used.
  mutating func unpack(
    _ input: UnsafeRawBufferPointer, to output: UnsafeMutableRawBufferPointer
  ) -> (step: Step, taken: Int, made: Int) {
    let (offered, room) = (min(input.count, Int(UInt32.max)), min(output.count, Int(UInt32.max)))
    state.pointee.next_in = UnsafeMutablePointer(
      mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
    state.pointee.avail_in = UInt32(offered)
    state.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(room)
    let status = inflate(state, Z_NO_FLUSH)
    let taken = offered - Int(state.pointee.avail_in)
    let made = room - Int(state.pointee.avail_out)
    return (step(status), taken, made)
  }

  /// Makes ready for the next member.
  mutating func beginMember() { inflateReset(state) }

  private func step(_ status: Int32) -> Step {
    switch status {
    // Z_BUF_ERROR: nothing could be done without further bytes or room, and no harm is done.
    case Z_OK, Z_BUF_ERROR: return .more
    case Z_STREAM_END: return .memberEnd
    case Z_MEM_ERROR: return .noMemory
    default:
      guard let words = state.pointee.msg.map({ String(cString: $0) }) else {
        return .damaged(reason: Message("error \(status)", zh: "错误 \(status)"))
      }
      return words == "incorrect data check" || words == "incorrect length check"
        ? .wrongChecksum : .damaged(reason: Message(verbatim: words))
    }
  }
}
