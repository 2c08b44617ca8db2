import Fixtures
import Messages
import Testing
@testable import Intake

/// What a reader gives until its end: every row's text, blank lines among them, and the rows it refuses.
func readToEnd(_ reader: some RowReader, size: Int = 1 << 16) throws -> (rows: [String], refusals: [RowRefusal]) {
  var reader = reader
  var bytes: [UInt8] = []
  var refusals: [RowRefusal] = []
  var next = 1
  while true {
    var text = RowText(nextRow: next)
    let isMore = try reader.read(into: &text, size: size)
    bytes += text.bytes
    refusals += text.refusals
    if !isMore { break }
    try #require(text.nextRow > next)
    next = text.nextRow
  }
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
  return (lines.map { String(decoding: $0, as: UTF8.self) }, refusals)
}

/// The rows of a workbook, which must be the same however they are asked for.
func rows(_ fixture: WorkbookFixture, sheet: String? = nil) throws -> [String] {
  let file = try fixture.file()
  let rows = try readToEnd(try XLSXReader(path: file.path, sheet: sheet)).rows
  #expect(try readToEnd(try XLSXReader(path: file.path, sheet: sheet), size: 1).rows == rows)
  return rows
}

/// The single cell of a workbook: `attributes` of its element, and what is inside.
func cell(
  _ attributes: String, _ inside: String, strings: [String]? = nil, formats: [String] = [], workbook: String = ""
) throws -> String? {
  try rows(
    WorkbookFixture(
      rows: "<row><c \(attributes)>\(inside)</c></row>", after: "", strings: strings, formats: formats,
      workbook: workbook)
  ).first
}

/// What opening or reading a workbook ends with.
func problem(_ fixture: WorkbookFixture, sheet: String? = nil) throws -> Diagnostic {
  let file = try fixture.file()
  return try #require(throws: Diagnostic.self) { _ = try readToEnd(try XLSXReader(path: file.path, sheet: sheet)) }
}
