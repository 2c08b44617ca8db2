import Glibc
import MemberBook

/// Turns bytes of a file into UTF-8. Bytes that are no text come out as 0xFF, which no UTF-8 holds, so that the row they
/// stand in can be set aside.
struct TextDecoder {
  let encoding: TextEncoding

  func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8: return bytes
    case .gb18030: return isASCII(bytes.span) ? bytes : converted(bytes, from: "GB18030")
    }
  }

  private func converted(_ bytes: [UInt8], from name: String) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return bytes.map { $0 < 0x80 ? $0 : 0xFF }
    }
    defer { iconv_close(converter) }
    // Two bytes of GB18030 take three in UTF-8 at most, four take four; one that is no text takes one.
    return Array(unsafeUninitializedCapacity: bytes.count * 2 + 16) { buffer, count in
      bytes.withUnsafeBytes { raw in
        guard let target = buffer.baseAddress, let start = raw.baseAddress else { return }
        var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: start)
          .assumingMemoryBound(to: CChar.self)
        var inputLeft = raw.count
        var output: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(target).assumingMemoryBound(to: CChar.self)
        var outputLeft = buffer.count
        while inputLeft > 0, outputLeft > 0 {
          _ = iconv(converter, &input, &inputLeft, &output, &outputLeft)
          guard inputLeft > 0, outputLeft > 0 else { break }
          output?.pointee = CChar(bitPattern: 0xFF)
          output = output?.advanced(by: 1)
          outputLeft -= 1
          input = input?.advanced(by: 1)
          inputLeft -= 1
        }
        count = buffer.count - outputLeft
      }
    }
  }
}

/// Whether no byte has its highest bit set.
func isASCII(_ bytes: ByteSpan) -> Bool {
  var seen: UInt8 = 0
  for i in 0..<bytes.count { seen |= bytes[i] }
  return seen < 0x80
}
