import MemberBook

/// One field of a record: its bytes, without the quotes around it.
struct Field {
  var start: Int
  var end: Int
  /// Quotes inside it are written twice.
  var hasDoubledQuotes = false
}

/// One record of a delimited file, as places in a block of bytes.
struct Record {
  var fields: [Field] = []
  var start = 0
  /// After the last field, before the line end.
  var end = 0
  /// Lines of the file that it takes.
  var lines = 1
  /// All its bytes, one on the other: at least 0x80 when one is not ASCII.
  var seen: UInt8 = 0
  var hasDoubledQuotes = false
  var fault: Fault?

  enum Fault { case unclosedQuote, textAfterQuote }

  /// A line with nothing on it but blanks.
  func isBlank(in bytes: ByteSpan) -> Bool {
    guard fields.count == 1, fields[0].start == start else { return false }
    return fields[0].start == fields[0].end || trimmed(bytes, fields[0]).isEmpty
  }
}

/// Cuts bytes into records and fields by RFC 4180: a quote at the start of a field makes delimiters and line ends text
/// until it is closed, and stands for itself when doubled. Lines end in LF, CRLF or CR, mixed as they may be.
struct RecordScanner {
  let delimiter: UInt8
  /// Bytes above 0x80 take the next one with them, as in GB18030, where a trail byte may look like a delimiter.
  var takesPairs = false

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Reads the record at `start` and answers where the next one begins. A quote that is not closed before the end of
  /// `bytes` makes a record of its first line alone, marked as such.
  func scan(_ bytes: ByteSpan, from start: Int, into record: inout Record) -> Int {
    record.fields.removeAll(keepingCapacity: true)
    record.start = start
    record.lines = 1
    record.fault = nil
    record.hasDoubledQuotes = false
    var seen: UInt8 = 0
    let count = bytes.count
    var i = start
    while true {
      var field = Field(start: i, end: i)
      if i < count, bytes[i] == Self.quote {
        i &+= 1
        field.start = i
        var isClosed = false
        while i < count {
          let byte = bytes[i]
          seen |= byte
          if byte == Self.quote {
            if i &+ 1 < count, bytes[i &+ 1] == Self.quote {
              field.hasDoubledQuotes = true
              record.hasDoubledQuotes = true
              i &+= 2
              continue
            }
            isClosed = true
            break
          }
          if byte == Self.newline || (byte == Self.carriageReturn && !(i &+ 1 < count && bytes[i &+ 1] == Self.newline))
          {
            record.lines &+= 1
          }
          i &+= takesPairs && byte > 0x80 && i &+ 1 < count && bytes[i &+ 1] >= 0x30 ? 2 : 1
        }
        guard isClosed else { return scanBrokenLine(bytes, from: start, into: &record) }
        field.end = i
        i &+= 1
        if i < count, bytes[i] != delimiter, bytes[i] != Self.newline, bytes[i] != Self.carriageReturn {
          record.fault = .textAfterQuote
        }
      }
      let bare = i
      while i < count {
        let byte = bytes[i]
        if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { break }
        seen |= byte
        i &+= takesPairs && byte > 0x80 && i &+ 1 < count && bytes[i &+ 1] >= 0x30 ? 2 : 1
      }
      if bare == field.start { field.end = i }
      record.fields.append(field)
      if i < count, bytes[i] == delimiter {
        i &+= 1
        continue
      }
      record.end = i
      record.seen = seen
      return afterLineEnd(bytes, i)
    }
  }

  private func scanBrokenLine(_ bytes: ByteSpan, from start: Int, into record: inout Record) -> Int {
    record.fields.removeAll(keepingCapacity: true)
    record.lines = 1
    record.fault = .unclosedQuote
    var i = start
    while i < bytes.count, bytes[i] != Self.newline, bytes[i] != Self.carriageReturn { i += 1 }
    record.end = i
    return afterLineEnd(bytes, i)
  }

  private func afterLineEnd(_ bytes: ByteSpan, _ i: Int) -> Int {
    guard i < bytes.count else { return i }
    return bytes[i] == Self.carriageReturn && i &+ 1 < bytes.count && bytes[i &+ 1] == Self.newline ? i &+ 2 : i &+ 1
  }
}
