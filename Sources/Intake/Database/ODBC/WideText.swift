import MemberBook

/// UTF-16 in the machine's byte order, wherever it lies.
struct UTF16Bytes {
  private let raw: UnsafeRawBufferPointer

  init(_ raw: UnsafeRawBufferPointer) { self.raw = raw }

  var count: Int { raw.count / 2 }

  subscript(i: Int) -> UInt16 { raw.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self) }

  var units: [UInt16] { (0..<count).map { self[$0] } }

  /// Appends it as UTF-8. Half of a surrogate pair becomes bytes that are no UTF-8, so that its row is set aside.
  func append(to utf8: inout [UInt8]) {
    var i = 0
    while i < count {
      var code = UInt32(self[i])
      i += 1
      if code & 0xFC00 == 0xD800, i < count, self[i] & 0xFC00 == 0xDC00 {
        code = 0x10000 + (code & 0x3FF) << 10 + UInt32(self[i] & 0x3FF)
        i += 1
      }
      switch code {
      case ..<0x80: utf8.append(UInt8(code))
      case ..<0x800:
        utf8.append(UInt8(0xC0 | code >> 6))
        utf8.append(UInt8(0x80 | code & 0x3F))
      case ..<0x10000:
        utf8.append(UInt8(0xE0 | code >> 12))
        utf8.append(UInt8(0x80 | code >> 6 & 0x3F))
        utf8.append(UInt8(0x80 | code & 0x3F))
      default:
        utf8.append(UInt8(0xF0 | code >> 18))
        utf8.append(UInt8(0x80 | code >> 12 & 0x3F))
        utf8.append(UInt8(0x80 | code >> 6 & 0x3F))
        utf8.append(UInt8(0x80 | code & 0x3F))
      }
    }
  }
}
