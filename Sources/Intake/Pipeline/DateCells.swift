import MemberBook

/// Reads the date cells of a table in its style, and notes what they tell of it.
struct DateCells: Sendable {
  let style: DateStyle
  /// What the cells show that cannot be read in the style.
  private(set) var evidence = DateStyleEvidence()
  private var lastCell: [UInt8] = []
  private var lastReading = DateReading.blank

  init(style: DateStyle) { self.style = style }

  /// Reads a date, which in most files is the same as the row's before.
  mutating func read(_ bytes: ByteSpan, _ range: Range<Int>) -> DateReading {
    if range.count == lastCell.count {
      var i = 0
      while i < lastCell.count, lastCell[i] == bytes[range.lowerBound &+ i] { i &+= 1 }
      if i == lastCell.count { return lastReading }
    }
    let cell = bytes.extracting(range)
    lastReading = DateReading(cell, style: style)
    switch lastReading {
    case .unclear, .doesNotExist: evidence.look(at: cell)
    case .moment, .blank, .unreadable, .before1900: break
    }
    lastCell.removeAll(keepingCapacity: true)
    for i in range { lastCell.append(bytes[i]) }
    return lastReading
  }

  /// Takes account of a day and a month in an order that is not known.
  mutating func note(_ first: Int, _ second: Int) {
    evidence.look(at: Array("\(first)/\(second)/2000".utf8).span)
  }
}
