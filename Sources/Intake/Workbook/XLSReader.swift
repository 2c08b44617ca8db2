import Messages

/// Reads the rows of a sheet of an XLS workbook, the format of Excel 97 to 2003.
///
/// A formula that was never worked out cannot be told from one whose text is blank; its cell is blank.
struct XLSReader: RowReader {
  private var sheet: XLSSheet

  /// Opens the sheet of that name, or the first visible one with any cell.
  init(path: String, sheet name: String?) throws(Diagnostic) {
    let workbook = try XLSWorkbook(path: path)
    if let name {
      let names = workbook.sheets.map(\.name)
      guard let found = names.firstIndex(of: name) else {
        throw Diagnostic(
          WorkbookProblem.unknownSheet(name, file: path, nearest: nearestName(to: name, among: names), sheets: names))
      }
      sheet = try XLSSheet(workbook, offset: workbook.sheets[found].offset)
      return
    }
    // Several names for one sheet would only be a way to have it searched again and again.
    var seen: Set<Int> = []
    for entry in workbook.sheets where entry.isVisible && seen.insert(entry.offset).inserted {
      let sheet = try XLSSheet(workbook, offset: entry.offset)
      if !sheet.isEmpty {
        self.sheet = sheet
        return
      }
    }
    throw Diagnostic(WorkbookProblem.noSheet(path))
  }

  mutating func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool {
    try sheet.read(into: &text, size: size)
  }

  var position: ReadPosition? { sheet.position }
}
