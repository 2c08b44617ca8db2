import MemberBook
import Messages

/// The cells of a sheet of an XLS workbook, row by row. It has 65,536 rows at most, and its merged cells stand behind all
/// others, so it is gathered first: 24 bytes a cell.
struct XLSSheet {
  private enum Value {
    case number(Double)
    /// A number that is written as hundredths.
    case hundredths(Int32)
    case shared(Int)
    /// A text in `texts`.
    case text(Int)
    case boolean(Bool)
    case error(UInt8)
  }

  private struct Cell {
    let row: UInt16
    let column: UInt16
    let style: UInt16
    let value: Value
  }

  private let workbook: XLSWorkbook
  private var cells: [Cell] = []
  private var texts = SharedStrings()
  private var merged = MergedRows([])
  private var row = SheetRow()
  private var next = 0

  init(_ workbook: XLSWorkbook, offset: Int) throws(Diagnostic) {
    self.workbook = workbook
    try gather(offset)
    // Nearly always they are in this order already, and of two in one place the later one is kept.
    let isOrdered = zip(cells, cells.dropFirst()).allSatisfy { Self.place($0) < Self.place($1) }
    if !isOrdered {
      var last: [UInt32: Int] = [:]
      for (i, cell) in cells.enumerated() { last[Self.place(cell)] = i }
      cells = last.sorted { $0.key < $1.key }.map { cells[$0.value] }
    }
  }

  var isEmpty: Bool { cells.isEmpty }

  var position: ReadPosition { ReadPosition(done: next, total: cells.count) }

  mutating func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool {
    let (first, start) = (text.nextRow, text.bytes.count)
    while next < cells.count, text.nextRow == first || text.bytes.count - start < size {
      let number = cells[next].row
      row.clear()
      while next < cells.count, cells[next].row == number {
        try append(cells[next])
        row.endCell(column: Int(cells[next].column))
        if row.bytes.count > SheetRow.longestRow {
          throw Diagnostic(
            WorkbookProblem.textTooLong(workbook.path, row: Int(number) + 1, limit: SheetRow.longestRow))
        }
        next += 1
      }
      row.write(number: Int(number) + 1, merged: &merged, to: &text)
    }
    return text.nextRow > first
  }

  private static func place(_ cell: Cell) -> UInt32 { UInt32(cell.row) << 16 | UInt32(cell.column) }

  private mutating func append(_ cell: Cell) throws(Diagnostic) {
    switch cell.value {
    case .number(let value):
      workbook.cells.append(value, style: Int(cell.style), to: &row.bytes)
    case .hundredths(let value):
      let text = Array("\(value)e-2".utf8)
      appendNumber(text.span, workbook.cells.format(Int(cell.style)), workbook.cells.dates, to: &row.bytes)
    case .shared(let i):
      guard let range = workbook.cells.strings.range(i) else {
        let row = Int(cell.row) + 1
        throw workbook.damaged(
          Message("row \(row) has a shared text that is missing", zh: "第 \(row) 行引用的共享文本缺失"))
      }
      row.bytes += workbook.cells.strings.bytes[range]
    case .text(let i): if let range = texts.range(i) { row.bytes += texts.bytes[range] }
    case .boolean(let value): row.bytes += (value ? "TRUE" : "FALSE").utf8
    case .error(let code): row.bytes += Self.errorName(code).utf8
    }
  }

  private static func errorName(_ code: UInt8) -> String {
    switch code {
    case 0x00: "#NULL!"
    case 0x07: "#DIV/0!"
    case 0x0F: "#VALUE!"
    case 0x17: "#REF!"
    case 0x1D: "#NAME?"
    case 0x24: "#NUM!"
    case 0x2A: "#N/A"
    default: "#ERROR!"
    }
  }
}

extension XLSSheet {
  private mutating func gather(_ offset: Int) throws(Diagnostic) {
    var records = BinaryRecords(workbook.bytes, at: offset)
    guard records.advance(), records.kind == .begin else {
      throw workbook.damaged(Message("a sheet does not begin as one does", zh: "工作表的开头不对"))
    }
    var ranges: [CellRange] = []
    // Charts inside the sheet begin and end as the sheet does.
    var depth = 1
    while depth > 0 {
      guard records.advance() else { throw workbook.damaged(Message("a sheet is cut short", zh: "工作表不完整")) }
      switch records.kind {
      case .begin: depth += 1
      case .end: depth -= 1
      case .mergedCells where depth == 1: Self.takeRanges(records, &ranges)
      case .some where depth == 1: takeCell(&records)
      default: break
      }
    }
    merged = MergedRows(ranges)
  }

  private mutating func takeCell(_ records: inout BinaryRecords) {
    switch records.kind {
    case .number: add(records, .number(Double(bitPattern: records.word64(6))))
    case .rk: add(records, Self.value(rk: records.word32(6)))
    case .multipleRK:
      for i in 0..<max(0, (records.count - 6) / 6) {
        let value = Self.value(rk: records.word32(6 + i * 6))
        add(records, value, column: records.word16(2) + i, style: records.word16(4 + i * 6))
      }
    case .sharedLabel: add(records, .shared(Int(records.word32(6))))
    case .label, .richLabel:
      let head = records
      takeText(&records, from: 6)
      add(head, .text(texts.count - 1))
    case .booleanOrError: add(records, Self.value(code: records.word8(6), isError: records.word8(7) != 0))
    case .formula: takeFormula(records)
    case .string:
      // The text of the formula before.
      guard let last = cells.last, case .text(-1) = last.value else { return }
      takeText(&records, from: 0)
      cells[cells.count - 1] = Cell(
        row: last.row, column: last.column, style: last.style, value: .text(texts.count - 1))
    default: break
    }
  }

  private mutating func takeText(_ records: inout BinaryRecords, from offset: Int) {
    var text = records.takeContinued(from: offset)
    texts.append { text.appendText(to: &$0) }
  }

  private mutating func takeFormula(_ record: BinaryRecords) {
    guard record.word16(12) == 0xFFFF else { return add(record, .number(Double(bitPattern: record.word64(6)))) }
    switch record.word8(6) {
    case 0: add(record, .text(-1))
    case 1: add(record, Self.value(code: record.word8(8), isError: false))
    case 2: add(record, Self.value(code: record.word8(8), isError: true))
    default: break
    }
  }

  private mutating func add(_ record: BinaryRecords, _ value: Value) {
    add(record, value, column: record.word16(2), style: record.word16(4))
  }

  private mutating func add(_ record: BinaryRecords, _ value: Value, column: Int, style: Int) {
    guard column < 256 else { return }
    cells.append(
      Cell(row: UInt16(record.word16(0)), column: UInt16(column), style: UInt16(style), value: value))
  }

  private static func value(code: UInt8, isError: Bool) -> Value { isError ? .error(code) : .boolean(code != 0) }

  /// A number in 30 bits: an integer or the upper half of a double, as it is or in hundredths.
  private static func value(rk: UInt32) -> Value {
    let isHundredths = rk & 1 != 0
    if rk & 2 != 0 {
      let integer = Int32(bitPattern: rk) >> 2
      return isHundredths ? .hundredths(integer) : .number(Double(integer))
    }
    let number = Double(bitPattern: UInt64(rk & ~3) << 32)
    return .number(isHundredths ? number / 100 : number)
  }

  private static func takeRanges(_ record: BinaryRecords, _ ranges: inout [CellRange]) {
    for i in 0..<min(record.word16(0), max(0, (record.count - 2) / 8)) {
      let (first, last) = (record.word16(2 + i * 8), record.word16(4 + i * 8))
      if first < last { ranges.append(CellRange(rows: first + 1...last + 1, firstColumn: record.word16(6 + i * 8))) }
    }
  }
}
