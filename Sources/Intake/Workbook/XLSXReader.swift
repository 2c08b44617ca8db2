import Messages
import Numerics

/// Reads the rows of a sheet of an XLSX workbook.
///
/// Cells merged over several rows keep their value in the first of them; rows below that are not blank are refused.
struct XLSXReader: RowReader {
  private let rows: XLSXRows

  /// Opens the sheet of that name, or the first visible one with any row.
  init(path: String, sheet: String?, job: Job = .unattended) throws(Diagnostic) {
    let workbook = try XLSXWorkbook(path: path, job: job)
    if let sheet {
      let names = workbook.sheets.map(\.name)
      guard let found = names.firstIndex(of: sheet) else {
        throw Diagnostic(
          WorkbookProblem.unknownSheet(
            sheet, file: path, nearest: nearestName(to: sheet, among: names), sheets: names))
      }
      let part = workbook.sheets[found].part
      rows = try workbook.rows(of: part, merges: try workbook.merges(of: part))
      return
    }
    // Several names for one part would only be a way to have it searched again and again.
    var seen: Set<String> = []
    for sheet in workbook.sheets where sheet.isVisible && seen.insert(sheet.part).inserted {
      let merges = try workbook.merges(of: sheet.part)
      guard try workbook.rows(of: sheet.part, merges: merges).hasAny() else { continue }
      rows = try workbook.rows(of: sheet.part, merges: merges)
      return
    }
    throw Diagnostic(WorkbookProblem.noSheet(path))
  }

  mutating func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool {
    try rows.read(into: &text, size: size)
  }

  var position: ReadPosition? { rows.position }
}

/// The rows of a sheet's part, front to back.
///
/// Unchecked, since expat and libzip hold pointers: it belongs to the one reader that made it, and a reader is used by
/// one thread at a time.
final class XLSXRows: @unchecked Sendable {
  private let stream: PartStream
  private let events: SheetEvents
  private let parser: PartParser

  init(_ stream: PartStream, _ events: SheetEvents) throws(Diagnostic) {
    self.stream = stream
    self.events = events
    parser = try PartParser(stream, events)
  }

  /// Whether there is any row. Those passed on the way are lost.
  func hasAny() throws(Diagnostic) -> Bool {
    while events.text.bytes.isEmpty, !parser.isAtEnd { try parser.advance() }
    return !events.text.bytes.isEmpty
  }

  func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool {
    let (row, start) = (text.nextRow, text.bytes.count)
    swap(&events.text, &text)
    defer { swap(&events.text, &text) }
    while !parser.isAtEnd, events.text.nextRow == row || events.text.bytes.count - start < size {
      try parser.advance()
    }
    return events.text.nextRow > row
  }

  var position: ReadPosition { ReadPosition(done: min(stream.offset, stream.size), total: stream.size) }
}
