import MemberBook

/// The cells of a row of a sheet until it is whole, in one buffer that every row uses again.
struct SheetRow {
  /// What stands in the cells, one behind the other; a cell is added to here and then ended.
  var bytes: [UInt8] = []
  private var cells: [(column: Int, end: Int)] = []
  /// Cells whose formula nobody worked out, by column.
  private var unworked: [Int] = []
  /// The columns of the widest row so far. Rows are filled up to it, since a workbook leaves blank cells out at the end.
  private var width = 0

  /// In bytes. Excel itself allows 32,767 characters in a cell.
  static let longestCell = 128 << 10
  static let longestRow = 8 << 20
  /// No row is filled up beyond, lest one stray cell on the far right makes every row long.
  private static let greatestFill = 1024

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    unworked.removeAll(keepingCapacity: true)
  }

  mutating func noteUnworkedFormula(in column: Int) { unworked.append(column) }

  /// Ends the cell that was added to `bytes`; columns come in ascending order. Says how long the cell is.
  @discardableResult
  mutating func endCell(column: Int) -> Int {
    let start = cells.last?.end ?? 0
    if bytes.count > start { cells.append((column, bytes.count)) }
    return bytes.count - start
  }

  /// Adds the row unless it is blank.
  mutating func write(number: Int, merged: inout MergedRows, to text: inout RowText) {
    guard let last = cells.last else { return }
    text.begin(row: number)
    if let loss = merged.loss(in: number) {
      text.refuse(.mergedCell(row: loss.source), column: loss.column)
    }
    for column in unworked { text.refuse(.unworkedFormula, column: column) }
    var column = 0
    var start = 0
    for cell in cells {
      while column < cell.column {
        text.addBlank()
        column += 1
      }
      text.add(bytes.span.extracting(start..<cell.end))
      column += 1
      start = cell.end
    }
    width = max(width, last.column + 1)
    while column < min(width, Self.greatestFill) {
      text.addBlank()
      column += 1
    }
    text.endRow()
  }
}
