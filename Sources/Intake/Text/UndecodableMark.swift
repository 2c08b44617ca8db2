import MemberBook

/// How bytes that are no text in their file's encoding stand in decoded text: 0xFF, which no UTF-8 holds, and the byte's
/// two hexadecimal digits. The row they stand in can so be set aside, and still be shown as it was.
enum UndecodableMark {
  static let lead: UInt8 = 0xFF
  static let length = 3

  static func append(_ byte: UInt8, to text: inout [UInt8]) {
    text.append(lead)
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 0xF)])
  }

  /// The bytes of the mark for `byte`.
  static func bytes(of byte: UInt8) -> (UInt8, UInt8, UInt8) {
    (lead, digits[Int(byte >> 4)], digits[Int(byte & 0xF)])
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}

/// Text as it stood in its file of that encoding, for people to read: a byte that was no text there is shown as `\xB0`.
func rawText(_ bytes: ByteSpan, _ range: Range<Int>, from encoding: TextEncoding) -> String {
  var shown: [UInt8] = []
  shown.reserveCapacity(range.count)
  var i = range.lowerBound
  while i < range.upperBound {
    let length = UTF8Check.length(at: i, in: bytes.extracting(..<range.upperBound))
    if length > 0 {
      for j in i..<i + length { shown.append(bytes[j]) }
      i += length
    } else if encoding.marksUndecodable, bytes[i] == UndecodableMark.lead, i + 2 < range.upperBound {
      shown.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "x"), bytes[i + 1], bytes[i + 2]])
      i += UndecodableMark.length
    } else {
      let (_, high, low) = UndecodableMark.bytes(of: bytes[i])
      shown.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "x"), high, low])
      i += 1
    }
  }
  return String(decoding: shown, as: UTF8.self)
}
