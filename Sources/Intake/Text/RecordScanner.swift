import MemberBook

/// One field of a record: its bytes, without the quotes around it.
struct RecordField {
  var start: Int
  var end: Int
  /// Quotes inside it are written twice.
  var hasDoubledQuotes = false
}

/// One record of a delimited file, as places in a block of bytes.
struct Record {
  var fields: [RecordField] = []
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

  /// A line with nothing in its cells but blanks: spreadsheet programs leave rows of delimiters alone at a table's end.
  func isBlank(in bytes: ByteSpan) -> Bool {
    fault == nil && fields.allSatisfy { trimmed(bytes, $0).isEmpty }
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
    record.start = start
    record.lines = 1
    record.fault = nil
    record.hasDoubledQuotes = false
    record.seen = 0
    var found = 0
    var i = start
    while true {
      var field = RecordField(start: i, end: i)
      if i < bytes.count, bytes[i] == Self.quote {
        guard let close = closingQuote(bytes, from: i &+ 1, &field, &record) else {
          return scanBrokenLine(bytes, from: start, into: &record)
        }
        field.start = i &+ 1
        field.end = close
        i = close &+ 1
        if i < bytes.count, bytes[i] != delimiter, bytes[i] != Self.newline, bytes[i] != Self.carriageReturn {
          record.fault = .textAfterQuote
        }
        i = endOfField(bytes, from: i, &record.seen)
      } else {
        i = endOfField(bytes, from: i, &record.seen)
        field.end = i
      }
      // Nearly every record has as many fields as the one before, whose places are written over.
      if found < record.fields.count { record.fields[found] = field } else { record.fields.append(field) }
      found &+= 1
      if i < bytes.count, bytes[i] == delimiter {
        i &+= 1
        continue
      }
      if found < record.fields.count { record.fields.removeLast(record.fields.count - found) }
      record.end = i
      return afterLineEnd(bytes, i)
    }
  }

  /// Where the quote stands that closes a field whose text starts at `start`; nil when none does.
  private func closingQuote(
    _ bytes: ByteSpan, from start: Int, _ field: inout RecordField, _ record: inout Record
  ) -> Int? {
    let count = bytes.count
    var i = start
    while i < count {
      let byte = bytes[i]
      record.seen |= byte
      if byte == Self.quote {
        guard i &+ 1 < count, bytes[i &+ 1] == Self.quote else { return i }
        field.hasDoubledQuotes = true
        record.hasDoubledQuotes = true
        i &+= 2
        continue
      }
      if byte == Self.newline || (byte == Self.carriageReturn && !(i &+ 1 < count && bytes[i &+ 1] == Self.newline)) {
        record.lines &+= 1
      }
      i &+= takesPairs && byte > 0x80 && i &+ 1 < count && bytes[i &+ 1] >= 0x30 ? 2 : 1
    }
    return nil
  }

  /// Where the delimiter or line end stands that ends a field without quotes.
  @inline(__always) private func endOfField(_ bytes: ByteSpan, from start: Int, _ seen: inout UInt8) -> Int {
    var i = start
    if !takesPairs {
      // Eight bytes at a time. A byte of `word ^ repeated(x)` is 0 where the text has x; in ASCII, where the top bits are
      // clear, 0x80 less that byte has its own top bit only there.
      let marks = (Self.repeated(delimiter), Self.repeated(Self.newline), Self.repeated(Self.carriageReturn))
      let top = Self.repeated(0x80)
      while i &+ 8 <= bytes.count {
        let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
        if word & top != 0 { break }
        let ends = ((top &- (word ^ marks.0)) | (top &- (word ^ marks.1)) | (top &- (word ^ marks.2))) & top
        if ends != 0 { return i &+ ends.trailingZeroBitCount >> 3 }
        i &+= 8
      }
    }
    while i < bytes.count {
      let byte = bytes[i]
      if byte == delimiter || byte == Self.newline || byte == Self.carriageReturn { break }
      seen |= byte
      i &+= takesPairs && byte > 0x80 && i &+ 1 < bytes.count && bytes[i &+ 1] >= 0x30 ? 2 : 1
    }
    return i
  }

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

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
