import Messages
import Synchronization

/// What a gzip file holds, its members one after the other. Zero bytes after the last member, as tapes and block devices
/// leave them, are no harm; anything else there is an error. Throws a `StreamProblem`.
final class GzipStream: ByteStream {
  private let source: FileStream
  private let state: Mutex<State>

  /// So much may come out however few bytes it came from.
  static let freeOutput = 64 << 20
  /// Beyond that, so many times the packed bytes. Deflate's best is about 1032, a table's text packs 3 to 20 times.
  static let highestRatio = 200

  private static let chunk = 256 << 10

  private struct State: ~Copyable {
    var inflater: Inflater
    /// Packed bytes of the file, and how many of them are used.
    var packed: [UInt8] = []
    var used = 0
    var place = Place.betweenMembers
    /// Bytes of the file before `packed`.
    var offset = 0
    var made = 0

    enum Place { case inMember, betweenMembers, padding, end }

    var taken: Int { offset + used }
  }

  init(_ source: FileStream) throws(Diagnostic) {
    self.source = source
    guard let inflater = Inflater() else { throw Diagnostic(StreamProblem.noMemory(source.file.path)) }
    state = Mutex(State(inflater: inflater))
  }

  var position: ReadPosition {
    ReadPosition(done: state.withLock { $0.taken }, total: source.file.size)
  }

  /// XXH3-128 of the packed bytes read so far: the whole file's at the end.
  var hash: String { source.hash }

  func read(after carry: [UInt8], count: Int) throws(Diagnostic) -> [UInt8] {
    try state.withLock { (state) throws(Diagnostic) in
      var failure: Diagnostic?
      let bytes = [UInt8](unsafeUninitializedCapacity: carry.count + count) { buffer, filled in
        filled = buffer.update(fromContentsOf: carry)
        do throws(Diagnostic) {
          let room = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
          filled += try fill(room, &state)
        } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      return bytes
    }
  }

  /// Fills all of `room`, or less of it at the end of the file; answers how much.
  private func fill(_ room: UnsafeMutableRawBufferPointer, _ state: inout State) throws(Diagnostic) -> Int {
    var filled = 0
    while filled < room.count {
      switch state.place {
      case .end: return filled
      case .padding: try passPadding(&state)
      case .betweenMembers: try beginMember(&state)
      case .inMember:
        if state.used == state.packed.count, try !refill(&state) { throw problem(.truncated(path)) }
        filled += try unpack(UnsafeMutableRawBufferPointer(rebasing: room[filled...]), &state)
      }
    }
    return filled
  }

  private func unpack(_ room: UnsafeMutableRawBufferPointer, _ state: inout State) throws(Diagnostic) -> Int {
    let used = state.used
    let (packed, free) = (state.packed, room.prefix(Self.chunk << 2))
    let (step, taken, made) = packed.withUnsafeBytes { raw in
      state.inflater.unpack(
        UnsafeRawBufferPointer(rebasing: raw[used...]), to: UnsafeMutableRawBufferPointer(rebasing: free))
    }
    state.used += taken
    state.made += made
    switch step {
    case .more: break
    case .memberEnd: state.place = .betweenMembers
    case .damaged(let reason): throw problem(.damaged(path, at: state.taken, reason: reason))
    case .wrongChecksum: throw problem(.wrongChecksum(path))
    case .noMemory: throw problem(.noMemory(path))
    }
    if state.made > Self.freeOutput, state.made / Self.highestRatio > state.taken {
      throw problem(.tooPacked(path, packed: state.taken, unpacked: state.made))
    }
    return made
  }

  /// At the start of the file or after a member: another member, zero bytes, or the end.
  private func beginMember(_ state: inout State) throws(Diagnostic) {
    while state.packed.count - state.used < 2, try refill(&state) {}
    let next = state.packed[state.used...].prefix(2)
    if next.elementsEqual([0x1F, 0x8B]) {
      state.inflater.beginMember()
      state.place = .inMember
    } else if next.isEmpty {
      state.place = .end
    } else if next.first == 0, state.made > 0 || state.taken > 0 {
      state.place = .padding
    } else {
      throw problem(
        state.taken == 0
          ? .damaged(path, at: 0, reason: Message("it does not begin as gzip does", zh: "开头不是 gzip 应有的内容"))
          : .trailingBytes(path, at: state.taken))
    }
  }

  private func passPadding(_ state: inout State) throws(Diagnostic) {
    repeat {
      if let stray = state.packed[state.used...].firstIndex(where: { $0 != 0 }) {
        throw problem(.trailingBytes(path, at: state.offset + stray))
      }
      state.used = state.packed.count
    } while try refill(&state)
    state.place = .end
  }

  /// Reads further packed bytes; false at the end of the file.
  private func refill(_ state: inout State) throws(Diagnostic) -> Bool {
    let left = Array(state.packed[state.used...])
    state.offset += state.used
    state.used = 0
    state.packed = try source.read(after: left, count: Self.chunk)
    return state.packed.count > left.count
  }

  private var path: String { source.file.path }

  private func problem(_ problem: StreamProblem) -> Diagnostic { Diagnostic(problem) }
}
