import Messages

/// A table as text in blocks of whole records, front to back.
protocol BlockSource: Sendable {
  /// The next block; nil at the end.
  mutating func next() throws(Diagnostic) -> TextBlock?

  /// How far it has come; nil where that cannot be told.
  var position: ReadPosition? { get }
}

/// Whole records of a table.
struct TextBlock: Sendable {
  var bytes: [UInt8]
  /// Records that must not be taken: which of the block's, from 0 and ascending, and why.
  var refusals: [RowRefusal] = []
}

/// The blocks of a source that has rows of its own.
struct RowBlocks: BlockSource {
  private var reader: any RowReader
  private var rest: RowText?
  private var nextRow: Int
  private let blockSize: Int

  /// `sample` was read from `reader`; its first `skipped` records, `headLength` bytes, are not handed out.
  init(_ reader: any RowReader, sample: RowText, headLength: Int, skipped: Int, blockSize: Int) {
    self.reader = reader
    self.blockSize = max(1, blockSize)
    nextRow = sample.nextRow
    rest = sample.dropping(records: skipped, length: headLength)
  }

  var position: ReadPosition? { reader.position }

  mutating func next() throws(Diagnostic) -> TextBlock? {
    if let rest, !rest.bytes.isEmpty {
      self.rest = nil
      return rest.block
    }
    rest = nil
    var text = RowText(nextRow: nextRow)
    while text.bytes.isEmpty {
      guard try reader.read(into: &text, size: blockSize) else {
        if text.bytes.isEmpty { return nil }
        break
      }
    }
    nextRow = text.nextRow
    return text.block
  }
}
