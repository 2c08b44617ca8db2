import MemberBook

/// Where the fields of a piece of a block end: its delimiters, LFs and CRs, found 64 bytes at a time, so that the
/// processor need not guess how long a field is.
final class FieldIndex {
  /// Ascending, in bytes of the block; `count` of them.
  let ends: UnsafeMutablePointer<UInt32>
  private(set) var count = 0
  /// Where the next row starts, and the first of `ends` in it.
  private(set) var row = 0
  private(set) var next = 0
  /// Whether all bytes of the piece are ASCII.
  private(set) var isASCII = true
  private var piece = 0..<0
  private let marks: (UInt64, UInt64, UInt64)

  /// How much is looked at in one go: what the nearest cache holds along with its index.
  private static let pieceSize = 8 << 10

  init(delimiter: UInt8) {
    ends = .allocate(capacity: FieldIndex.pieceSize + 64)
    marks = (BlockBytes.repeated(delimiter), BlockBytes.repeated(0x0A), BlockBytes.repeated(0x0D))
  }

  deinit { ends.deallocate() }

  /// Forgets the block before.
  func startBlock() { (count, row, next, piece) = (0, 0, 0, 0..<0) }

  /// The ends of the row at `start`, and `needed` of them at least. Nil where so many do not follow within a piece, or only
  /// near the end of the text, where words cannot be read whole.
  @inline(__always)
  func ends(from start: Int, _ text: BlockBytes, needed: Int) -> UnsafeMutablePointer<UInt32>? {
    if start != row || next &+ needed > count, !move(to: start, text, needed: needed) { return nil }
    return ends + next
  }

  /// Goes on to the row at `start`, which the one before left after `used` ends.
  @inline(__always) func goOn(to start: Int, used: Int) {
    row = start
    next &+= used
  }

  @inline(never) private func move(to start: Int, _ text: BlockBytes, needed: Int) -> Bool {
    row = start
    if piece.contains(start) {
      while next < count, Int(ends[next]) < start { next &+= 1 }
      if next &+ needed <= count { return true }
    }
    find(text, from: start)
    return needed <= count
  }

  private func find(_ text: BlockBytes, from start: Int) {
    var seen: UInt64 = 0
    var base = start
    var target = ends
    let marks = marks
    let limit = min(start &+ FieldIndex.pieceSize, text.count &- BlockBytes.margin &- 64)
    while base < limit {
      var found: UInt64 = 0
      for part in 0..<8 {
        let word = text.word(base &+ part &* 8)
        seen |= word
        let zeros = BlockBytes.zeroBytes(word ^ marks.0, word ^ marks.1, word ^ marks.2)
        // The top bits of the eight bytes side by side, the first byte's lowest.
        found |= (((zeros &>> 7) &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(part &* 8)
      }
      while found != 0 {
        target.pointee = UInt32(truncatingIfNeeded: base &+ found.trailingZeroBitCount)
        target += 1
        found &= found &- 1
      }
      base &+= 64
    }
    count = target - ends
    next = 0
    isASCII = seen & BlockBytes.repeated(0x80) == 0
    piece = start..<max(start, base)
  }
}
