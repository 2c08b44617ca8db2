import Glibc
import MemberBook

/// Turns blocks of a file, cut between records, into UTF-8. Bytes that are no text come out as `UndecodableMark`s.
///
/// UTF-16 cannot be cut before it is decoded: a `WideStream` has done both by then, and its blocks pass as they are.
struct TextDecoder {
  let encoding: TextEncoding

  func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case .utf8, .utf16le, .utf16be: bytes
    case .gb18030: isASCII(bytes.span) ? bytes : converted(bytes, from: "GB18030")
    // What browsers take Big5 for: Hong Kong's supplement is a superset of the Big5 of Taiwan and of the ETEN characters
    // (碁, 裏, 墻), and holds the 4,500 others that names and places need (堃, 喆, 深水埗). Code page 950 has private-use
    // code points in their stead.
    case .big5: isASCII(bytes.span) ? bytes : converted(bytes, from: "BIG5-HKSCS")
    }
  }

  private func converted(_ bytes: [UInt8], from name: String) -> [UInt8] {
    guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else {
      return marked(bytes)
    }
    defer { iconv_close(converter) }
    // Two bytes take four in UTF-8 at most, four take four; one that is no text takes three.
    return converted(bytes, converter, room: bytes.count * 2 + 16)
      ?? converted(bytes, converter, room: bytes.count * 3 + 16) ?? marked(bytes)
  }

  /// Nil where `room` bytes are not enough.
  private func converted(_ bytes: [UInt8], _ converter: iconv_t, room: Int) -> [UInt8]? {
    var isWhole = false
    _ = iconv(converter, nil, nil, nil, nil)
    let text = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      bytes.withUnsafeBytes { raw in
        guard let target = buffer.baseAddress, let start = raw.baseAddress else { return }
        var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: start)
          .assumingMemoryBound(to: CChar.self)
        var inputLeft = raw.count
        var output: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(target).assumingMemoryBound(to: CChar.self)
        var outputLeft = buffer.count
        while inputLeft > 0 {
          if iconv(converter, &input, &inputLeft, &output, &outputLeft) == iconv_failed, errno == E2BIG { return }
          guard inputLeft > 0 else { break }
          let at = raw.count - inputLeft
          let found = substitute(for: raw[at], inputLeft > 1 ? raw[at + 1] : 0)
          guard outputLeft >= found.text.count else { return }
          for byte in found.text {
            output?.pointee = CChar(bitPattern: byte)
            output = output?.advanced(by: 1)
          }
          outputLeft -= found.text.count
          input = input?.advanced(by: found.length)
          inputLeft -= found.length
        }
        // Hong Kong's Big5 holds back the first half of what may be a composed character.
        guard iconv(converter, nil, nil, &output, &outputLeft) != iconv_failed else { return }
        count = buffer.count - outputLeft
        isWhole = true
      }
    }
    return isWhole ? text : nil
  }

  /// What stands for bytes that the converter does not know, and how many they are.
  private func substitute(for first: UInt8, _ second: UInt8) -> (text: [UInt8], length: Int) {
    if encoding == .big5, let character = TextDecoder.microsoft[UInt16(first) << 8 | UInt16(second)] {
      return (Array(character.utf8), 2)
    }
    var mark: [UInt8] = []
    UndecodableMark.append(first, to: &mark)
    return (mark, 1)
  }

  /// Pairs of code page 950 that the C library's table of Hong Kong's Big5 lacks.
  private static let microsoft: [UInt16: String] = [
    0xA15A: "╴", 0xA1C3: "￣", 0xA1C5: "ˍ", 0xA1FE: "／", 0xA240: "＼", 0xA2CC: "十", 0xA2CE: "卅", 0xA3E1: "€",
  ]

  /// With every byte that is not ASCII marked: for a C library without the converter.
  private func marked(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      if byte < 0x80 { text.append(byte) } else { UndecodableMark.append(byte, to: &text) }
    }
    return text
  }
}

private let iconv_failed = Int(bitPattern: UInt.max)

/// Whether no byte has its highest bit set.
func isASCII(_ bytes: ByteSpan) -> Bool {
  var seen: UInt8 = 0
  for i in 0..<bytes.count { seen |= bytes[i] }
  return seen < 0x80
}
