import Messages

extension PlotText {
  /// A grid with a side for each of two label columns: in each cell a shade and the number. Grids that are too wide
  /// continue below.
  func heatLines(_ column: Int, header: (String) -> String) -> [String] {
    let numbers = texts(column)
    let sizes = sizes(column)
    let sides = (0..<2).map { side in distinct(table.rows.map { cells.text($0[side]) }) }
    var found: [[Int?]] = sides[0].map { _ in sides[1].map { _ in nil } }
    let places = sides.map { side in Dictionary(uniqueKeysWithValues: side.enumerated().map { ($1, $0) }) }
    for (index, row) in table.rows.enumerated() {
      guard let down = places[0][cells.text(row[0])], let across = places[1][cells.text(row[1])] else { continue }
      found[down][across] = index
    }
    let largest = sizes.compactMap { $0.map { abs($0) } }.max() ?? 0
    let corner = visible(table.columns[0].title.text) + " / " + visible(table.columns[1].title.text)
    let headWidth = min(max((sides[0] + [corner]).map { displayWidth($0) }.max() ?? 0, 1), width / 3)
    let numberWidth = numbers.map { displayWidth($0) }.max() ?? 0
    let cellWidth = min(
      max(numberWidth + 3, sides[1].map { displayWidth($0) }.max() ?? 0), max(width - headWidth - 2, 8))
    let perGroup = max(1, (width - headWidth) / (cellWidth + 2))
    var lines: [String] = []
    for start in stride(from: 0, to: sides[1].count, by: perGroup) {
      if start > 0 { lines.append("") }
      let group = start..<min(start + perGroup, sides[1].count)
      let titles = group.map { padded(cut(sides[1][$0], to: cellWidth), to: cellWidth, right: true) }
      lines.append(header(([padded(cut(corner, to: headWidth), to: headWidth)] + titles).joined(separator: "  ")))
      lines.append(
        ([headWidth] + group.map { _ in cellWidth }).map { String(repeating: glyphs.rule, count: $0) }
          .joined(separator: "  "))
      for (down, name) in sides[0].enumerated() {
        let parts = group.map { across -> String in
          guard let index = found[down][across] else { return String(repeating: " ", count: cellWidth) }
          let shade = glyphs.shade(sizes[index].map { largest > 0 ? abs($0) / largest : 0 } ?? 0)
          let text = shade + shade + " " + padded(numbers[index], to: numberWidth, right: true)
          return padded(text, to: cellWidth, right: true)
        }
        lines.append(trimmed(([padded(cut(name, to: headWidth), to: headWidth)] + parts).joined(separator: "  ")))
      }
    }
    return lines
  }

  /// Each text once, in the order of first appearance.
  private func distinct(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension GlyphSet {
  /// A shade for a part of the largest value; whatever is not 0 has some.
  fileprivate func shade(_ part: Double) -> String {
    let shades = self == .blocks ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "+", "#"]
    return part <= 0 ? shades[0] : shades[min(max(Int((part * 4).rounded(.up)), 1), 4)]
  }
}
