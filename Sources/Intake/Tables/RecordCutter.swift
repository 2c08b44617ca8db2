import Glibc
import MemberBook
import Messages

/// Cuts a stream into blocks that end where records end, front to back.
struct RecordCutter: BlockSource {
  private var stream: any ByteStream
  private let scanner: RecordScanner
  private let blockSize: Int
  /// How messages name the input.
  private let name: String
  private var carry: [UInt8]

  /// A quoted field of several lines may not make a record longer than this; if it does, its quote counts as never closed.
  static let longestQuotedRecord = 1 << 20

  /// A line longer than this is no row of a table.
  static let longestLine = 128 << 20

  /// `carry` was read from `stream` already; the first record starts with it.
  init(
    _ stream: any ByteStream, after carry: [UInt8], scanner: RecordScanner, blockSize: Int, name: String
  ) {
    self.name = name
    self.stream = stream
    self.carry = carry
    self.scanner = scanner
    self.blockSize = max(blockSize, 1)
  }

  var position: ReadPosition? { stream.position }

  mutating func next() throws(Diagnostic) -> TextBlock? {
    var wanted = max(1, blockSize - carry.count)
    while true {
      let held = carry.count
      var block = try stream.read(after: carry, count: wanted)
      let isLast = block.count < held + wanted
      if block.isEmpty { return nil }
      if let cut = cut(block, isLast: isLast) {
        carry = Array(block[cut...])
        block.removeLast(block.count - cut)
        return TextBlock(bytes: block)
      }
      guard block.count <= Self.longestLine else { throw Diagnostic(IntakeProblem.endlessLine(name)) }
      carry = block
      wanted = max(wanted, block.count)
    }
  }

  /// Where the last complete record of `block` ends; nil when not even one is complete.
  private func cut(_ block: [UInt8], isLast: Bool) -> Int? {
    if !hasQuote(block) {
      return isLast ? block.count : lastLineEnd(block)
    }
    var record = Record()
    var start = 0
    while start < block.count {
      let next = scanner.scan(block.span, from: start, into: &record)
      let isEnded = isLast || hasLineEnd(block, at: record.end)
      let length = (record.fault == .unclosedQuote ? block.count : record.end) - start
      let isBroken =
        isEnded && length > Self.longestQuotedRecord && (record.fault == .unclosedQuote || record.lines > 1)
      if isBroken {
        // The record's first line becomes a block by itself, in which the quote is not closed.
        return start > 0 ? start : lineEnd(block, from: start)
      }
      if !isLast, !isEnded || record.fault == .unclosedQuote { break }
      start = next
    }
    return start == 0 ? nil : start
  }

  private func hasQuote(_ block: [UInt8]) -> Bool {
    block.withUnsafeBytes { raw in raw.baseAddress.map { memchr($0, 0x22, raw.count) != nil } ?? false }
  }

  /// Whether a line end stands at `i`, and, where it is a CR, what follows is known too.
  private func hasLineEnd(_ block: [UInt8], at i: Int) -> Bool {
    i < block.count && (block[i] == 0x0A || i + 1 < block.count)
  }

  private func lastLineEnd(_ block: [UInt8]) -> Int? {
    var i = block.count - 1
    while i >= 0 {
      if block[i] == 0x0A || (block[i] == 0x0D && i + 1 < block.count) { return i + 1 }
      i -= 1
    }
    return nil
  }

  private func lineEnd(_ block: [UInt8], from start: Int) -> Int {
    var i = start
    while i < block.count {
      if block[i] == 0x0A { return i + 1 }
      if block[i] == 0x0D { return i + 1 < block.count && block[i + 1] == 0x0A ? i + 2 : i + 1 }
      i += 1
    }
    return i
  }
}
