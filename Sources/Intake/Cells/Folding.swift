import MemberBook

/// The text without blanks (also tabs, full-width and no-break ones) at its ends. Other control characters stay: they
/// may be all that tells two ids apart.
func trimmed(_ text: ByteSpan, _ field: RecordField) -> Range<Int> {
  var start = field.start
  var end = field.end
  while start < end {
    if isBlank(text[start]) {
      start &+= 1
    } else {
      let width = wideBlank(text, at: start, end: end)
      if width == 0 { break }
      start &+= width
    }
  }
  while end > start {
    if isBlank(text[end &- 1]) {
      end &-= 1
    } else if end - start >= 3, wideBlank(text, at: end - 3, end: end) == 3 {
      end &-= 3
    } else if end - start >= 2, wideBlank(text, at: end - 2, end: end) == 2 {
      end &-= 2
    } else {
      break
    }
  }
  return start..<end
}

/// The length of a U+3000, U+FEFF or U+00A0 at `i`; 0 where there is none.
private func wideBlank(_ text: ByteSpan, at i: Int, end: Int) -> Int {
  switch text[i] {
  case 0xC2 where i + 1 < end && text[i + 1] == 0xA0: 2
  case 0xE3 where i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x80: 3
  case 0xEF where i + 2 < end && text[i + 1] == 0xBB && text[i + 2] == 0xBF: 3
  default: 0
  }
}

/// `text` with full-width forms (U+FF01…U+FF5E, `９．５`) as the ASCII they stand for, wide blanks as blanks, and the
/// minus sign U+2212 as a hyphen.
func folded(_ text: ByteSpan) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  var i = 0
  while i < text.count {
    let byte = text[i]
    if byte == 0xEF, i + 2 < text.count, text[i + 1] == 0xBC || text[i + 1] == 0xBD {
      let offset = Int(text[i + 1] - 0xBC) * 64 + Int(text[i + 2]) - 0x80
      if (1...0x5E).contains(offset) {
        result.append(UInt8(offset + 0x20))
        i += 3
        continue
      }
    }
    if byte == 0xE3, i + 2 < text.count, text[i + 1] == 0x80, text[i + 2] == 0x80 {
      result.append(0x20)
      i += 3
    } else if byte == 0xE2, i + 2 < text.count, text[i + 1] == 0x88, text[i + 2] == 0x92 {
      result.append(UInt8(ascii: "-"))
      i += 3
    } else {
      result.append(byte)
      i += 1
    }
  }
  return result
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

func text(_ bytes: ByteSpan, _ range: Range<Int>) -> String {
  var copy: [UInt8] = []
  copy.reserveCapacity(range.count)
  for i in range { copy.append(bytes[i]) }
  return String(decoding: copy, as: UTF8.self)
}

@inline(__always) private func isBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
}

/// An ASCII letter as a capital; any other byte as it is.
@inline(__always) func upper(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & 0xDF : byte }
