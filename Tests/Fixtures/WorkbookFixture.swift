import CLibzip
import Glibc
import Messages

/// Writes zip archives for tests: a workbook from the XML of its parts, so that any of them can be wrong.
package struct WorkbookFixture {
  /// By name, in the order in which they are stored.
  package var parts: [(name: String, bytes: [UInt8])]
  /// Encrypts every part.
  package var password: String?

  /// A workbook of one sheet for each of `sheets`, the XML inside their `worksheet` elements.
  package init(
    sheets: [(name: String, xml: String)], states: [String?] = [], strings: [String]? = nil, formats: [String] = [],
    workbook: String = ""
  ) {
    var entries = ""
    var relations = ""
    parts = []
    for (i, sheet) in sheets.enumerated() {
      let state = i < states.count ? states[i].map { #" state="\#($0)""# } ?? "" : ""
      entries += #"<sheet name="\#(sheet.name)" sheetId="\#(i + 1)"\#(state) r:id="rId\#(i + 1)"/>"#
      relations += relation("rId\(i + 1)", "worksheet", "worksheets/sheet\(i + 1).xml")
      add("xl/worksheets/sheet\(i + 1).xml", #"<worksheet xmlns="\#(main)">\#(sheet.xml)</worksheet>"#)
    }
    relations += relation("rId101", "styles", "styles.xml") + relation("rId102", "sharedStrings", "sharedStrings.xml")
    add(
      "xl/workbook.xml",
      #"<workbook xmlns="\#(main)" xmlns:r="r">\#(workbook)<sheets>\#(entries)</sheets></workbook>"#)
    add("xl/_rels/workbook.xml.rels", "<Relationships>\(relations)</Relationships>")
    // Style 0 is General, 1 a date, 2 date and time, 3 a time; from 4 on the formats given.
    var codes = ""
    var styles = #"<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="21"/>"#
    for (i, format) in formats.enumerated() {
      codes += #"<numFmt numFmtId="\#(164 + i)" formatCode="\#(format)"/>"#
      styles += #"<xf numFmtId="\#(164 + i)"/>"#
    }
    add(
      "xl/styles.xml",
      "<styleSheet><numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs>\(styles)</cellXfs></styleSheet>")
    if let strings { add("xl/sharedStrings.xml", "<sst>\(strings.joined())</sst>") }
  }

  /// One sheet of `rows`.
  package init(
    rows: String, after: String = "", strings: [String]? = nil, formats: [String] = [], workbook: String = ""
  ) {
    self.init(
      sheets: [("Sheet1", "<sheetData>\(rows)</sheetData>\(after)")], strings: strings, formats: formats,
      workbook: workbook)
  }

  package init(parts: [(name: String, text: String)]) { self.parts = parts.map { ($0.name, Array($0.text.utf8)) } }

  package mutating func add(_ name: String, _ text: String) { parts.append((name, Array(text.utf8))) }

  package mutating func replace(_ name: String, _ text: String) {
    for i in parts.indices where parts[i].name == name { parts[i].bytes = Array(text.utf8) }
  }

  package func file() throws -> TemporaryFile {
    let file = try TemporaryFile([])
    let archive = try require(zip_open(file.path, Int32(ZIP_CREATE | ZIP_TRUNCATE), nil))
    for part in parts {
      // The archive frees what it is given when it is written.
      let copy = try require(malloc(max(part.bytes.count, 1)))
      part.bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
      let source = try require(zip_source_buffer(archive, copy, UInt64(part.bytes.count), 1))
      let index = zip_file_add(archive, part.name, source, UInt32(ZIP_FL_ENC_UTF_8))
      try require(index >= 0)
      if let password {
        try require(zip_file_set_encryption(archive, UInt64(index), UInt16(ZIP_EM_AES_256), password) == 0)
      }
    }
    try require(zip_close(archive) == 0)
    return file
  }
}

private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

private func relation(_ id: String, _ kind: String, _ target: String) -> String {
  let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + kind
  return #"<Relationship Id="\#(id)" Type="\#(type)" Target="\#(target)"/>"#
}
