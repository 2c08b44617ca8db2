import MemberBook
import Messages

/// Reads a sheet's part and writes its rows.
final class SheetEvents: PartEvents {
  private enum Place {
    case document, sheet, rows, row, cell, value, formula, inline, inlineText, run, runText, merges
  }

  /// The rows so far. Taken out after every step of the parser, whole rows only.
  var text = RowText()
  private(set) var complaint: PartComplaint?
  private let cells: CellTexts
  private var merged: MergedRows
  private var mergesToCome: Int
  private var place = Place.document
  /// Elements that are open and of no interest.
  private var skipped = 0
  private var row = SheetRow()
  private var rowNumber = 0
  private var column = -1
  private var cell = CellParts()

  init(_ cells: CellTexts, merges: [CellRange]) {
    self.cells = cells
    merged = MergedRows(merges)
    mergesToCome = merges.count
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch place {
    case .document:
      if name == "worksheet" {
        place = .sheet
      } else {
        complaint = .damaged(Message("it is no sheet with cells", zh: "不是含单元格的工作表"))
      }
    case .sheet:
      if name == "sheetData" { place = .rows } else if name == "mergeCells" { place = .merges } else { skip() }
    case .rows: if name == "row" { beginRow(attributes) } else { skip() }
    case .row: if name == "c" { beginCell(attributes) } else { skip() }
    case .cell:
      if name == "v" {
        place = .value
      } else if name == "f" {
        place = .formula
        cell.hasFormula = true
      } else if name == "is" {
        place = .inline
      } else {
        skip()
      }
    case .inline: if name == "t" { place = .inlineText } else if name == "r" { place = .run } else { skip() }
    case .run: if name == "t" { place = .runText } else { skip() }
    case .merges:
      if name == "mergeCell" { expectMerge(attributes) }
      skip()
    case .value, .formula, .inlineText, .runText: skip()
    }
  }

  func end() {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch place {
    case .document: break
    case .sheet:
      place = .document
      if mergesToCome > 0 { complaint = .unlistedMerges }
    case .rows, .merges: place = .sheet
    case .row: endRow()
    case .cell: endCell()
    case .value, .formula, .inline: place = .cell
    case .inlineText, .run: place = .inline
    case .runText: place = .run
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    guard skipped == 0 else { return }
    switch place {
    case .value, .inlineText, .runText: cell.value.append(contentsOf: bytes)
    case .formula: cell.formula.append(contentsOf: bytes)
    case .document, .sheet, .rows, .row, .cell, .inline, .run, .merges: return
    }
    if cell.value.count > SheetRow.longestCell || cell.formula.count > SheetRow.longestCell {
      complaint = .textTooLong(row: rowNumber, limit: SheetRow.longestCell)
    }
  }

  private func skip() { skipped += 1 }

  private func beginRow(_ attributes: XMLAttributes) {
    place = .row
    column = -1
    row.clear()
    var number = rowNumber + 1
    for attribute in attributes where attribute.name == "r" {
      guard let stated = CellReference.row(attribute.value) else {
        complaint = .damaged(
          Message(
            "`\(String(cString: attribute.value).prefix(40))` is no row's number",
            zh: "`\(String(cString: attribute.value).prefix(40))` 不是行号"))
        return
      }
      guard stated >= number else {
        complaint = .damaged(
          Message("row \(stated) stands behind row \(rowNumber)", zh: "第 \(stated) 行排在第 \(rowNumber) 行之后"))
        return
      }
      number = stated
    }
    if number > CellReference.lastRow {
      complaint = .damaged(Message("there are more rows than a sheet can have", zh: "行数超过工作表的上限"))
    }
    rowNumber = number
  }

  private func endRow() {
    place = .rows
    row.write(number: rowNumber, merged: &merged, to: &text)
  }

  private func beginCell(_ attributes: XMLAttributes) {
    place = .cell
    cell.clear()
    var position = column + 1
    for (name, value) in attributes where name.bytes[0] != 0 && name.bytes[1] == 0 {
      switch UInt8(bitPattern: name.bytes[0]) {
      case UInt8(ascii: "r"):
        guard let (reference, end) = CellReference.read(value), end.pointee == 0 else {
          complaint = .damaged(
            Message(
              "`\(String(cString: value).prefix(40))` is no cell", zh: "`\(String(cString: value).prefix(40))` 不是单元格"))
          return
        }
        guard reference.row == rowNumber, reference.column >= position else {
          complaint = .damaged(
            Message(
              "the cell \(String(cString: value)) is out of place in row \(rowNumber)",
              zh: "单元格 \(String(cString: value)) 不应在第 \(rowNumber) 行的这个位置"))
          return
        }
        position = reference.column
      case UInt8(ascii: "t"): cell.kind = CellKind(value)
      case UInt8(ascii: "s"): cell.style = style(value)
      default: break
      }
    }
    if position >= CellReference.columnCount {
      complaint = .damaged(
        Message("row \(rowNumber) has more cells than a row can have", zh: "第 \(rowNumber) 行的单元格数超过上限"))
    }
    column = position
  }

  private func endCell() {
    place = .row
    guard cells.append(cell, to: &row.bytes) else {
      complaint = .damaged(
        Message(
          "the cell in row \(rowNumber), column \(column + 1) has a shared text that is missing",
          zh: "第 \(rowNumber) 行第 \(column + 1) 列的单元格引用的共享文本缺失"))
      return
    }
    if cell.isUnworkedFormula { row.noteUnworkedFormula(in: column) }
    if row.endCell(column: column) > SheetRow.longestCell {
      complaint = .textTooLong(row: rowNumber, limit: SheetRow.longestCell)
    } else if row.bytes.count > SheetRow.longestRow {
      complaint = .textTooLong(row: rowNumber, limit: SheetRow.longestRow)
    }
  }

  private func expectMerge(_ attributes: XMLAttributes) {
    for attribute in attributes where attribute.name == "ref" {
      guard let range = CellRange(attribute.value) else {
        complaint = .damaged(
          Message(
            "`\(String(cString: attribute.value).prefix(40))` is no range of cells",
            zh: "`\(String(cString: attribute.value).prefix(40))` 不是单元格区域"))
        return
      }
      if range.rows.count > 1 { mergesToCome -= 1 }
    }
    if mergesToCome < 0 { complaint = .unlistedMerges }
  }
}

/// A style's number, none for what is no number.
private func style(_ text: UnsafePointer<CChar>) -> Int {
  var result = 0
  var next = text
  while isDigit(UInt8(bitPattern: next.pointee)), result < 1 << 20 {
    result = result * 10 + Int(next.pointee) - 0x30
    next += 1
  }
  return next.pointee == 0 && next > text ? result : -1
}
