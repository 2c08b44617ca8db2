/// The records that the workbook stream of an XLS file is made of: a kind, a length, and so many bytes. After [MS-XLS].
struct BinaryRecords {
  enum Kind: UInt16 {
    case formula = 0x0006
    case end = 0x000A
    case dateMode = 0x0022
    case filePass = 0x002F
    case continuation = 0x003C
    case sheet = 0x0085
    case multipleRK = 0x00BD
    case richLabel = 0x00D6
    case style = 0x00E0
    case mergedCells = 0x00E5
    case sharedStrings = 0x00FC
    case sharedLabel = 0x00FD
    case number = 0x0203
    case label = 0x0204
    case booleanOrError = 0x0205
    case string = 0x0207
    case rk = 0x027E
    case format = 0x041E
    case begin = 0x0809
  }

  let bytes: [UInt8]
  /// Nil for kinds that are of no interest.
  private(set) var kind: Kind?
  /// Where the record's own bytes stand.
  private(set) var body = 0..<0

  /// Starts before the record at `offset`.
  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    body = offset..<offset
  }

  /// Goes to the next record. False at the end of the stream, and where the rest of it is no whole record.
  mutating func advance() -> Bool {
    let start = body.upperBound
    guard start >= 0, start <= bytes.count - 4 else { return false }
    let end = start + 4 + Int(bytes.word16(start + 2))
    guard end <= bytes.count else { return false }
    kind = Kind(rawValue: bytes.word16(start))
    body = start + 4..<end
    return true
  }

  var count: Int { body.count }

  /// Numbers of the record by their place in it; 0 beyond its end.
  func word8(_ i: Int) -> UInt8 { i < count ? bytes[body.lowerBound + i] : 0 }
  func word16(_ i: Int) -> Int { i + 2 <= count ? Int(bytes.word16(body.lowerBound + i)) : 0 }
  func word32(_ i: Int) -> UInt32 { i + 4 <= count ? bytes.word32(body.lowerBound + i) : 0 }
  func word64(_ i: Int) -> UInt64 { i + 8 <= count ? bytes.word64(body.lowerBound + i) : 0 }

  /// The record's bytes from `offset` on and those of the records that continue it, one behind the other.
  mutating func takeContinued(from offset: Int) -> ContinuedRecord {
    var parts = [min(body.lowerBound + offset, body.upperBound)..<body.upperBound]
    var ahead = self
    while ahead.advance(), ahead.kind == .continuation {
      parts.append(ahead.body)
      body = ahead.body
    }
    return ContinuedRecord(bytes, parts)
  }
}
