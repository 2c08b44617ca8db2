import MemberBook

/// What parts whole from fraction in a table's numbers.
public enum DecimalMark: String, CaseIterable, Sendable {
  case point = "."
  case comma = ","

  var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }

  /// What may part thousands beside it; a blank and an apostrophe stand for their other forms too.
  var groups: [UInt8] {
    [self == .point ? UInt8(ascii: ",") : UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "'")]
  }
}

/// What the amounts of a table tell of its decimal mark.
struct DecimalMarkEvidence: Sendable {
  private(set) var showsPoint = false
  private(set) var showsComma = false
  /// Cells such as 1.500, which say one and a half or fifteen hundred, and the first of them.
  private(set) var unclear = 0
  private(set) var example = ""
  /// What all cells come to, in minor units, by either mark.
  private(set) var total: (point: Int128, comma: Int128) = (0, 0)

  /// Reads an amount with a point, and takes account of it.
  mutating func read(_ cell: ByteSpan) -> DecimalReading {
    let point = DecimalReading(cell, decimals: 2)
    // The point is settled, whatever else there is.
    if !showsPoint { look(at: cell, point) }
    return point
  }

  private mutating func look(at cell: ByteSpan, _ point: DecimalReading) {
    let comma = DecimalReading(cell, decimals: 2, mark: .comma)
    if case .value(let value) = point { total.point += Int128(value) }
    if case .value(let value) = comma { total.comma += Int128(value) }
    guard point != comma else { return }
    switch (point, comma) {
    case (.value, .value), (.tooManyDecimals, .value):
      // 1,500 is fifteen hundred to everybody who does not write a decimal comma elsewhere.
      guard (0..<cell.count).contains(where: { cell[$0] == UInt8(ascii: ".") }) else { return }
      unclear += 1
      if unclear == 1 { example = text(cell, 0..<cell.count) }
    case (.value, .unreadable): showsPoint = true
    case (.unreadable, .value): showsComma = true
    default: break
    }
  }

  mutating func merge(_ other: DecimalMarkEvidence) {
    showsPoint = showsPoint || other.showsPoint
    showsComma = showsComma || other.showsComma
    if unclear == 0 { example = other.example }
    unclear += other.unclear
    total.point += other.total.point
    total.comma += other.total.comma
  }
}
