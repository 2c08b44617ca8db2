import MemberBook

/// Which of the two bytes of a UTF-16 unit comes first.
enum ByteOrder: Sendable {
  case little, big

  /// The order that a byte order mark at the start of `bytes` states.
  init?(markOf bytes: some Collection<UInt8>) {
    if bytes.starts(with: [0xFF, 0xFE]) {
      self = .little
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      self = .big
    } else {
      return nil
    }
  }
}

/// Turns UTF-16 into UTF-8, however its bytes are cut into pieces. A byte order mark at the start is left out; of an
/// unpaired surrogate and of an odd last byte every byte comes out as an `UndecodableMark`.
struct WideDecoder: Sendable {
  private let order: ByteOrder
  /// The first byte of a unit whose second is in the next piece.
  private var half: UInt8?
  /// A high surrogate whose low one is still to come.
  private var high: UInt16?
  private var isAtStart = true

  init(_ order: ByteOrder) { self.order = order }

  mutating func decode(_ bytes: ByteSpan, into text: inout [UInt8]) {
    var i = 0
    if let first = half, bytes.count > 0 {
      half = nil
      take(unit(first, bytes[0]), into: &text)
      i = 1
    }
    while i &+ 1 < bytes.count {
      let unit = unit(bytes[i], bytes[i &+ 1])
      if unit < 0x80, high == nil {
        isAtStart = false
        text.append(UInt8(truncatingIfNeeded: unit))
      } else {
        take(unit, into: &text)
      }
      i &+= 2
    }
    if i < bytes.count { half = bytes[i] }
  }

  /// Says that nothing follows.
  mutating func finish(into text: inout [UInt8]) {
    dropHigh(into: &text)
    if let half { UndecodableMark.append(half, to: &text) }
    half = nil
  }

  @inline(__always) private func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
    order == .little ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second)
  }

  private mutating func take(_ unit: UInt16, into text: inout [UInt8]) {
    defer { isAtStart = false }
    if isAtStart, unit == 0xFEFF { return }
    if let first = high, UTF16.isTrailSurrogate(unit) {
      high = nil
      let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(unit) & 0x3FF
      append(value, to: &text)
      return
    }
    dropHigh(into: &text)
    if UTF16.isLeadSurrogate(unit) {
      high = unit
    } else if UTF16.isTrailSurrogate(unit) {
      mark(unit, in: &text)
    } else {
      append(UInt32(unit), to: &text)
    }
  }

  private mutating func dropHigh(into text: inout [UInt8]) {
    guard let first = high else { return }
    high = nil
    mark(first, in: &text)
  }

  private func mark(_ unit: UInt16, in text: inout [UInt8]) {
    let (low, high) = (UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8))
    UndecodableMark.append(order == .little ? low : high, to: &text)
    UndecodableMark.append(order == .little ? high : low, to: &text)
  }

  private func append(_ value: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
  }
}
