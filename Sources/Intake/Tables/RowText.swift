import MemberBook

/// Rows as UTF-8 CSV: comma, LF, quotes where needed. Row n of the source is record n of the text, so that rows which
/// the source leaves out become blank lines.
struct RowText: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Rows that must not be taken, by their numbers, ascending.
  private(set) var refusals: [RowRefusal] = []
  /// The number that the next row has where none is left out, from 1.
  private(set) var nextRow: Int
  private var firstRow: Int
  private var isRowEmpty = true

  init(nextRow: Int = 1) {
    self.nextRow = nextRow
    firstRow = nextRow
  }

  /// Begins the row of that number, which is `nextRow` or a later one.
  mutating func begin(row number: Int) {
    while nextRow < number {
      bytes.append(newline)
      nextRow += 1
    }
    isRowEmpty = true
  }

  /// Adds a cell of the row: its text in UTF-8, as a person would write it: `2024-01-05 09:07:00`, `-1234.5`, `#N/A`.
  mutating func add(_ cell: ByteSpan) {
    if !isRowEmpty { bytes.append(comma) }
    isRowEmpty = false
    var needsQuotes = false
    for i in 0..<cell.count {
      let byte = cell[i]
      if byte == comma || byte == quote || byte == newline || byte == 0x0D { needsQuotes = true }
    }
    if needsQuotes { bytes.append(quote) }
    for i in 0..<cell.count {
      if cell[i] == quote { bytes.append(quote) }
      bytes.append(cell[i])
    }
    if needsQuotes { bytes.append(quote) }
  }

  mutating func add(_ cell: String) {
    var cell = cell
    cell.makeContiguousUTF8()
    add(cell.utf8.span)
  }

  mutating func addBlank() {
    if !isRowEmpty { bytes.append(comma) }
    isRowEmpty = false
  }

  /// Marks the row that was begun last: it is to be set aside for `reason`, because of the cell in `column`, from 0.
  mutating func refuse(_ reason: QuarantineReason, column: Int?) {
    refusals.append(RowRefusal(row: nextRow, reason: reason, column: column))
  }

  mutating func endRow() {
    bytes.append(newline)
    nextRow += 1
  }

  /// What comes after the first `records` records, which take `length` bytes.
  func dropping(records: Int, length: Int) -> RowText {
    var result = self
    result.bytes = Array(bytes[length...])
    result.firstRow = firstRow + records
    result.refusals = refusals.filter { $0.row >= result.firstRow }
    return result
  }

  /// The rows as a block, whose records are counted from 0.
  var block: TextBlock {
    TextBlock(
      bytes: bytes,
      refusals: refusals.map { RowRefusal(row: $0.row - firstRow, reason: $0.reason, column: $0.column) })
  }
}

/// A row that its source says must not be taken.
struct RowRefusal: Sendable {
  let row: Int
  let reason: QuarantineReason
  let column: Int?
}

private let comma = UInt8(ascii: ",")
private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
