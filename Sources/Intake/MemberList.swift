public import Messages

/// The member ids of a list file, with their lines: the column whose header means the member, else the first column of
/// every line.
public func loadMemberList(from path: String) throws(Diagnostic) -> [(id: String, line: Int)] {
  let file = try InputFile(path: path)
  guard file.size <= memberListLimit else {
    throw Diagnostic(
      IntakeProblem.notReadable(path, reason: Message("it is too large to be a list of members", zh: "文件太大，不会是会员名单")))
  }
  let raw = try file.read(after: [], from: 0, count: file.size)
  let detection = try EncodingDetection(raw, stated: nil, file: path)
  let bytes = detection.text(of: raw)
  let scanner = RecordScanner(delimiter: delimiter(of: bytes))
  let headers = Set(PurchaseColumn.member.headers.map(HeaderName.normalised))
  var record = Record()
  var rows: [(id: String, line: Int)] = []
  var (offset, line, column, isFirst) = (0, 1, 0, true)
  while offset < bytes.count {
    offset = scanner.scan(bytes.span, from: offset, into: &record)
    let place = line
    line += record.lines
    if record.isBlank(in: bytes.span) { continue }
    let cells = record.fields.map { text(bytes.span, trimmed(bytes.span, $0)) }
    if isFirst {
      isFirst = false
      if let found = cells.firstIndex(where: { headers.contains(HeaderName.normalised($0)) }) {
        column = found
        continue
      }
    }
    if column < cells.count, !cells[column].isEmpty { rows.append((cells[column], place)) }
  }
  return rows
}

private let memberListLimit = 64 << 20

/// What stands between the cells of the first line that has any of them; a comma where none does.
private func delimiter(of bytes: [UInt8]) -> UInt8 {
  let known = Delimiter.allCases.map(\.byte)
  let first = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  return first.first { known.contains($0) } ?? UInt8(ascii: ",")
}
