/// A record that goes on in others. Where the characters of a text do so, each continuation says anew how they are coded.
struct ContinuedRecord {
  private let bytes: [UInt8]
  private var parts: ArraySlice<Range<Int>>
  private var next: Int
  private(set) var isCutShort = false

  init(_ bytes: [UInt8], _ parts: [Range<Int>]) {
    self.bytes = bytes
    self.parts = parts[...]
    next = parts.first?.lowerBound ?? 0
  }

  mutating func byte() -> UInt8 {
    guard isInPart || enterNextPart() else { return 0 }
    defer { next += 1 }
    return bytes[next]
  }

  mutating func word16() -> Int { Int(byte()) | Int(byte()) << 8 }
  mutating func word32() -> Int { word16() | word16() << 16 }

  /// Adds the text that stands here in UTF-8: its length in characters, how it is coded, and the characters.
  mutating func appendText(to text: inout [UInt8]) {
    let count = word16()
    let flags = byte()
    let runs = flags & 0x08 != 0 ? word16() * 4 : 0
    let phonetic = flags & 0x04 != 0 ? word32() : 0
    appendCharacters(count, isWide: flags & 0x01 != 0, to: &text)
    skip(runs)
    skip(phonetic)
  }

  private mutating func appendCharacters(_ count: Int, isWide: Bool, to text: inout [UInt8]) {
    var units: [UInt16] = []
    units.reserveCapacity(count)
    var isWide = isWide
    while units.count < count {
      if !isInPart {
        guard enterNextPart() else { break }
        isWide = bytes[next] & 0x01 != 0
        next += 1
        continue
      }
      units.append(isWide ? UInt16(word16()) : UInt16(byte()))
    }
    text += String(decoding: units, as: UTF16.self).utf8
  }

  private mutating func skip(_ count: Int) {
    var rest = count
    while rest > 0, isInPart || enterNextPart(), let part = parts.first {
      let step = min(rest, part.upperBound - next)
      next += step
      rest -= step
    }
  }

  private var isInPart: Bool { parts.first.map { next < $0.upperBound } ?? false }

  /// Goes to the next part that is not empty.
  private mutating func enterNextPart() -> Bool {
    while !parts.isEmpty {
      parts.removeFirst()
      if let part = parts.first, !part.isEmpty {
        next = part.lowerBound
        return true
      }
    }
    isCutShort = true
    return false
  }
}
