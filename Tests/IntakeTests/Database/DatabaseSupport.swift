import Messages
import Testing
@testable import Intake

@Suite("Databases") enum DatabaseTests {}

/// All that a reader gives, as CSV, read in pieces of that size; and that it stays at its end.
func text(of reader: some RowReader, size: Int = 1 << 16) throws -> String {
  var reader = reader
  var all: [UInt8] = []
  var row = 1
  while true {
    var text = RowText(nextRow: row)
    let goesOn = try reader.read(into: &text, size: size)
    #expect(goesOn == !text.bytes.isEmpty)
    all += text.bytes
    row = text.nextRow
    if !goesOn { break }
  }
  return String(decoding: all, as: UTF8.self)
}

func lines(of reader: some RowReader, size: Int = 1 << 16) throws -> [String] {
  try text(of: reader, size: size).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
}

/// What `body` ends with.
func failure(_ body: () throws -> Void) throws -> Diagnostic {
  try #require(throws: Diagnostic.self, performing: body)
}
