import MemberBook

/// How much of a text is well-formed UTF-8 (Unicode 16, table 3-7).
struct UTF8Check {
  /// Well-formed sequences of three and four bytes, which text of other encodings hardly ever has.
  var longSequences = 0
  /// Bytes that belong to no well-formed sequence.
  var faults = 0

  init(_ bytes: ByteSpan) {
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let length = UTF8Check.length(at: i, in: bytes)
      if length == 0 {
        faults += 1
        i += 1
      } else {
        if length > 2 { longSequences += 1 }
        i += length
      }
    }
  }

  static func isValid(_ bytes: ByteSpan) -> Bool {
    var i = 0
    while i < bytes.count {
      if bytes[i] < 0x80 {
        i += 1
        continue
      }
      let length = length(at: i, in: bytes)
      if length == 0 { return false }
      i += length
    }
    return true
  }

  /// The length of the well-formed sequence at `i`; 0 when there is none.
  static func length(at i: Int, in bytes: ByteSpan) -> Int {
    func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      i + offset < bytes.count && range.contains(bytes[i + offset])
    }
    switch bytes[i] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return continues(1, 0xA0...0xBF) && continues(2) ? 3 : 0
    case 0xED: return continues(1, 0x80...0x9F) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return continues(1, 0x90...0xBF) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return continues(1, 0x80...0x8F) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }
}
