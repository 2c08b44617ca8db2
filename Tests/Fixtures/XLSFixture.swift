/// Writes XLS files for tests, record by record.
package struct XLSFixture {
  /// The records between the beginning and the end of the workbook's own part, without its list of sheets.
  package var globals: [UInt8] = []
  /// The records of each sheet, without beginning and end.
  package var sheets: [(name: String, state: UInt8, records: [UInt8])] = []
  package var streamName = "Workbook"
  package var version: UInt16 = 0x0600

  package init(_ records: [UInt8]..., globals: [UInt8] = []) {
    self.globals = globals
    sheets = [("Sheet1", 0, records.flatMap { $0 })]
  }

  package func file() throws -> TemporaryFile { try TemporaryFile(compound(streamName, stream)) }

  private var stream: [UInt8] {
    let begin = record(0x0809, le16(version) + le16(5) + [UInt8](repeating: 0, count: 12))
    let end = record(0x000A, [])
    // General, a date, date and time, a time.
    var head = begin + globals
    for format: UInt16 in [0, 14, 22, 21] {
      head += record(0x00E0, le16(0) + le16(format) + [UInt8](repeating: 0, count: 16))
    }
    let names = sheets.map { Array($0.name.utf16) }
    var offset = head.count + end.count + names.reduce(0) { $0 + 12 + $1.count * 2 }
    var body: [UInt8] = []
    for (sheet, name) in zip(sheets, names) {
      head += record(
        0x0085, le32(UInt32(offset)) + [sheet.state, 0, UInt8(name.count), 1] + name.flatMap { le16($0) as [UInt8] })
      let bytes = begin + sheet.records + end
      offset += bytes.count
      body += bytes
    }
    return head + end + body
  }
}

package func record(_ kind: UInt16, _ body: [UInt8]) -> [UInt8] { le16(kind) + le16(UInt16(body.count)) + body }

/// The row and column, from 0, and the style that every cell begins with.
package func place(_ row: UInt16, _ column: UInt16, style: UInt16 = 0) -> [UInt8] {
  le16(row) + le16(column) + le16(style)
}

package func number(_ row: UInt16, _ column: UInt16, _ value: Double, style: UInt16 = 0) -> [UInt8] {
  record(0x0203, place(row, column, style: style) + le64(value.bitPattern))
}

package func le16(_ value: UInt16) -> [UInt8] {
  [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
}
package func le32(_ value: UInt32) -> [UInt8] {
  le16(UInt16(truncatingIfNeeded: value)) + le16(UInt16(truncatingIfNeeded: value >> 16))
}
package func le64(_ value: UInt64) -> [UInt8] {
  le32(UInt32(truncatingIfNeeded: value)) + le32(UInt32(truncatingIfNeeded: value >> 32))
}

/// A compound file of one stream.
package func compound(_ name: String, _ stream: [UInt8]) -> [UInt8] {
  let size = max(stream.count, 4096)
  let sectors = (size + 511) / 512
  let tables = (sectors + 2) / 127 + 1
  var next = [UInt32](repeating: 0xFFFF_FFFD, count: tables) + [0xFFFF_FFFE]
  for i in 1...sectors { next.append(i == sectors ? 0xFFFF_FFFE : UInt32(tables + 1 + i)) }
  next += [UInt32](repeating: 0xFFFF_FFFF, count: tables * 128 - next.count)
  var head: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
  head += le16(0x3E) + le16(3) + le16(0xFFFE) + le16(9) + le16(6) + [UInt8](repeating: 0, count: 10)
  head += le32(UInt32(tables)) + le32(UInt32(tables)) + le32(0) + le32(4096)
  head += le32(0xFFFF_FFFE) + le32(0) + le32(0xFFFF_FFFE) + le32(0)
  for i in 0..<109 { head += le32(i < tables ? UInt32(i) : 0xFFFF_FFFF) }
  let none: UInt32 = 0xFFFF_FFFF
  let directory =
    entry("Root Entry", kind: 5, child: 1, start: 0xFFFF_FFFE, size: 0)
    + entry(name, kind: 2, child: none, start: UInt32(tables + 1), size: UInt32(size))
    + [UInt8](repeating: 0, count: 256)
  return head + next.flatMap { le32($0) as [UInt8] } + directory + stream
    + [UInt8](repeating: 0, count: sectors * 512 - stream.count)
}

private func entry(_ name: String, kind: UInt8, child: UInt32, start: UInt32, size: UInt32) -> [UInt8] {
  let units = Array(name.utf16) + [0]
  var bytes = units.flatMap { le16($0) as [UInt8] }
  bytes += [UInt8](repeating: 0, count: 64 - bytes.count)
  bytes += le16(UInt16(units.count * 2)) + [kind, 1] + le32(0xFFFF_FFFF) + le32(0xFFFF_FFFF) + le32(child)
  bytes += [UInt8](repeating: 0, count: 36)
  return bytes + le32(start) + le32(size) + le32(0)
}
