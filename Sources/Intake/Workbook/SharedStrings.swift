import MemberBook

/// The texts that the cells of a workbook share, one behind the other.
struct SharedStrings: Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  /// Where text `i` stands in `bytes`; nil where there is none.
  func range(_ i: Int) -> Range<Int>? {
    ends.indices.contains(i) ? (i == 0 ? 0 : ends[i - 1])..<ends[i] : nil
  }

  mutating func append(_ text: UnsafeRawBufferPointer) { bytes.append(contentsOf: text) }

  /// Adds a text whole.
  mutating func append(_ text: (inout [UInt8]) -> Void) {
    text(&bytes)
    ends.append(bytes.count)
  }

  /// Ends the text that was added to.
  mutating func endText() {
    decodeEscapes(in: &bytes, from: ends.last ?? 0)
    ends.append(bytes.count)
  }
}

/// Reads `xl/sharedStrings.xml`. The runs of a rich text are one text; how it is pronounced is no part of it.
final class SharedStringEvents: PartEvents {
  private(set) var strings = SharedStrings()
  let complaint: PartComplaint? = nil
  private var depth = 0
  private var isText = false
  /// The depth of the phonetic run that is open.
  private var phonetic: Int?

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    if name == "rPh", phonetic == nil { phonetic = depth }
    isText = name == "t" && phonetic == nil && depth > 2
  }

  func end() {
    isText = false
    if phonetic == depth { phonetic = nil }
    if depth == 2 { strings.endText() }
    depth -= 1
  }

  func text(_ bytes: UnsafeRawBufferPointer) {
    if isText { strings.append(bytes) }
  }
}

/// Puts the characters in that `_x000D_` and the like stand for, as a workbook writes what XML cannot hold. Blank where
/// that is no character.
func decodeEscapes(in bytes: inout [UInt8], from start: Int) {
  guard bytes.count - start >= 7 else { return }
  var source = start
  var target = start
  while source < bytes.count {
    if bytes[source] == UInt8(ascii: "_"), source + 6 < bytes.count, let code = escape(bytes, source) {
      if let scalar = Unicode.Scalar(code) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          bytes[target] = byte
          target += 1
        }
      }
      source += 7
    } else {
      if target < source { bytes[target] = bytes[source] }
      target += 1
      source += 1
    }
  }
  bytes.removeLast(source - target)
}

private func escape(_ bytes: [UInt8], _ start: Int) -> UInt32? {
  guard bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_") else { return nil }
  var code: UInt32 = 0
  for byte in bytes[start + 2..<start + 6] {
    switch byte {
    case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: code = code << 4 | UInt32((byte | 0x20) - 0x57)
    default: return nil
    }
  }
  return code
}
