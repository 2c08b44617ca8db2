extension PlotText {
  /// `label  number  bar`, bars of negative numbers to the left of a line that stands for zero.
  func barLines(_ column: Int) -> [String] {
    let heads = labelTexts()
    let numbers = texts(column)
    let numberWidth = numbers.map { displayWidth($0) }.max() ?? 0
    let headWidth = heads.map { displayWidth($0) }.max() ?? 0
    let sizes = sizes(column).map { $0 ?? 0 }
    let (lowest, highest) = (min(sizes.min() ?? 0, 0), max(sizes.max() ?? 0, 0))
    let room = max(width - headWidth - numberWidth - 4 - (lowest < 0 ? 1 : 0), 8)
    let scale = highest > lowest ? Double(room) / (highest - lowest) : 0
    let left = lowest < 0 ? Int((-lowest * scale).rounded(.up)) : 0
    return table.rows.indices.map { row in
      let start = heads[row] + "  " + padded(numbers[row], to: numberWidth, right: true) + "  "
      let size = sizes[row]
      guard lowest < 0 else { return trimmed(start + glyphs.bar(size * scale)) }
      let before = size < 0 ? glyphs.leftBar(-size * scale, in: left) : String(repeating: " ", count: left)
      return trimmed(
        start + before + glyphs.zero + (size > 0 ? glyphs.bar(min(size * scale, Double(room - left))) : ""))
    }
  }

  /// The rows' labels in columns below each other, none taking more than a third of the width.
  private func labelTexts() -> [String] {
    let limit = max(width / (plot.labels + 2), 8)
    var heads = table.rows.map { _ in "" }
    for column in 0..<plot.labels {
      let texts = table.rows.map { cut(cells.text($0[column]), to: limit) }
      let width = texts.map { displayWidth($0) }.max() ?? 0
      let isNumeric = table.rows.contains { CellText.isNumeric($0[column]) }
      for row in heads.indices {
        heads[row] += (column > 0 ? "  " : "") + padded(texts[row], to: width, right: isNumeric)
      }
    }
    return heads
  }

  func trimmed(_ text: String) -> String { String(text.reversed().drop { $0 == " " }.reversed()) }
}

extension GlyphSet {
  /// Stands for zero between bars to the left and to the right.
  var zero: String { self == .blocks ? "│" : "|" }

  /// A bar of so many columns that ends at the right edge of `room`, to half a column.
  func leftBar(_ length: Double, in room: Int) -> String {
    let halves = min(Int((length * 2).rounded()), room * 2)
    let bar =
      (halves % 2 == 1 ? (self == .blocks ? "▐" : "-") : "")
      + String(repeating: self == .blocks ? "█" : "#", count: halves / 2)
    return String(repeating: " ", count: room - (halves + 1) / 2) + bar
  }
}
