extension PlotText {
  private static let height = 8

  /// A column for each row, rising from zero or hanging below it, with the largest number and the least at the left.
  func columnLines(_ column: Int) -> [String] {
    let numbers = texts(column)
    let known = sizes(column)
    let scaleTexts = scale(known, numbers)
    let axis = max(displayWidth(scaleTexts.top), displayWidth(scaleTexts.bottom), 1)
    let room = max(width - axis - 2, 8)
    let (values, each) = PlotText.fitted(known, to: room)
    let pitch = max(1, min(12, room / max(values.count, 1)))
    let highest = max(known.compactMap(\.self).max() ?? 0, 0)
    let lowest = min(known.compactMap(\.self).min() ?? 0, 0)
    let above =
      highest == lowest
      ? PlotText.height
      : min(
        max(Int((highest / (highest - lowest) * Double(PlotText.height)).rounded()), highest > 0 ? 1 : 0),
        lowest < 0 ? PlotText.height - 1 : PlotText.height)
    let unit = max(highest / Double(max(above, 1)), -lowest / Double(max(PlotText.height - above, 1)))
    var lines = (0..<PlotText.height).map { row in
      let mark = row == 0 && highest > 0 ? scaleTexts.top : row == above && lowest < 0 ? "0" : ""
      let isLast = row == PlotText.height - 1
      let low = isLast && lowest < 0 ? scaleTexts.bottom : mark
      return padded(low, to: axis, right: true) + " " + ink.zero
        + values.map { value in
          let fill = unit > 0 ? (value ?? 0) / unit : 0
          let piece =
            row < above ? ink.rising(fill - Double(above - 1 - row)) : ink.hanging(-fill - Double(row - above))
          return padded(String(repeating: piece, count: max(pitch - 1, 1)), to: pitch)
        }.joined()
    }.map(trimmed)
    if lowest == 0 {
      lines.append(
        padded("0", to: axis, right: true) + " " + ink.corner + String(repeating: ink.rule, count: pitch * values.count)
      )
    }
    let indent = String(repeating: " ", count: axis + 2)
    lines.append(
      indent + spread(table.rows.indices.filter { $0 % each == 0 }.map { label(table.rows[$0]) }, pitch, in: room))
    if each == 1, numbers.allSatisfy({ displayWidth($0) < pitch }) {
      lines.append(indent + spread(numbers, pitch, in: room))
    }
    if each > 1 { lines.append(indent + "each column is the mean of \(each) rows") }
    return lines
  }

  /// The numbers that the highest and the lowest column stand for.
  private func scale(_ sizes: [Double?], _ texts: [String]) -> (top: String, bottom: String) {
    let known = sizes.indices.compactMap { index in sizes[index].map { (index, $0) } }
    let top = known.max { $0.1 < $1.1 }.map { texts[$0.0] } ?? "0"
    let bottom = known.min { $0.1 < $1.1 }.map { texts[$0.0] } ?? "0"
    return (top, bottom)
  }

  /// Texts below every column, or below as many as there is room for.
  private func spread(_ texts: [String], _ pitch: Int, in room: Int) -> String {
    let widest = texts.map { displayWidth($0) }.max() ?? 0
    let step = max(1, (widest + pitch) / pitch)
    var line = ""
    for index in stride(from: 0, to: texts.count, by: step) {
      let before = index == 0 ? "" : padded(line, to: index * pitch)
      // The last one may have less room than the others.
      guard index == 0 || index * pitch + displayWidth(texts[index]) <= room else { break }
      line = before + texts[index]
    }
    return line
  }
}

extension Ink {
  var corner: String { self == .blocks ? "└" : "+" }

  /// One cell of a column that rises, of which so much is filled.
  fileprivate func rising(_ part: Double) -> String {
    let eighths = min(max(Int((part * 8).rounded()), 0), 8)
    return switch self {
    case .blocks: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"][eighths]
    case .ascii: eighths == 0 ? " " : eighths < 4 ? "." : eighths < 8 ? ":" : "#"
    }
  }

  /// One cell of a column that hangs; there are no eighths from above, so it is to the half.
  fileprivate func hanging(_ part: Double) -> String {
    let halves = min(max(Int((part * 2).rounded()), 0), 2)
    return switch self {
    case .blocks: [" ", "▀", "█"][halves]
    case .ascii: [" ", "'", "#"][halves]
    }
  }
}
