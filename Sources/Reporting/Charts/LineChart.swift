import Messages

extension PlotText {
  private static let height = 9

  /// A line through the rows from left to right, with the largest number, zero and the least at the left.
  func lineLines(_ column: Int) -> [String] {
    let numbers = texts(column)
    let known = sizes(column)
    let scaleTexts = scale(known, numbers)
    let axis = max(displayWidth(scaleTexts.top), displayWidth(scaleTexts.bottom), 1)
    let room = max(width - axis - 2, 8)
    let (values, each) = PlotText.fitted(known, to: room)
    let pitch = max(1, min(12, room / max(values.count, 1)))
    let ends = (low: known.compactMap(\.self).min() ?? 0, high: known.compactMap(\.self).max() ?? 0)
    // From zero, unless all of it is far away from there.
    let highest = ends.high < 0 && ends.high * 2 < ends.low ? ends.high : max(ends.high, 0)
    let lowest = ends.low > 0 && ends.low * 2 > ends.high ? ends.low : min(ends.low, 0)
    func level(_ value: Double) -> Int {
      guard highest > lowest else { return 0 }
      return Int(((value - lowest) / (highest - lowest) * Double(PlotText.height - 1)).rounded())
    }
    let grid = drawn(values.map { $0.map(level) }, pitch)
    var marks = Array(repeating: "", count: PlotText.height)
    if lowest <= 0, highest >= 0 { marks[level(0)] = "0" }
    if lowest != 0, lowest == ends.low { marks[0] = scaleTexts.bottom }
    if highest != 0, highest == ends.high { marks[level(highest)] = scaleTexts.top }
    var lines = (0..<PlotText.height).reversed().map { row in
      trimmed(padded(marks[row], to: axis, right: true) + " " + glyphs.zero + grid[row].joined())
    }
    lines.append(
      String(repeating: " ", count: axis + 1) + glyphs.corner
        + String(repeating: glyphs.rule, count: pitch * values.count))
    let indent = String(repeating: " ", count: axis + 2)
    lines.append(
      indent + spread(table.rows.indices.filter { $0 % each == 0 }.map { label(table.rows[$0]) }, pitch, in: room))
    if each == 1, numbers.allSatisfy({ displayWidth($0) < pitch }) {
      lines.append(indent + spread(numbers, pitch, in: room))
    }
    if each > 1 {
      lines.append(indent + Message("each step is the mean of \(each) rows", zh: "每一格是 \(each) 行的均值").text)
    }
    return lines
  }

  /// The line through `levels`, as cells by row from below: each level is held for `pitch` columns, the last of which
  /// leads to the next level.
  private func drawn(_ levels: [Int?], _ pitch: Int) -> [[String]] {
    var grid = Array(
      repeating: Array(repeating: " ", count: pitch * levels.count), count: PlotText.height)
    for (place, level) in levels.enumerated() {
      guard let level else { continue }
      for column in place * pitch..<(place + 1) * pitch { grid[level][column] = glyphs.pen.flat }
      guard place + 1 < levels.count, let next = levels[place + 1], next != level else { continue }
      let column = (place + 1) * pitch - 1
      grid[level][column] = next > level ? glyphs.pen.turnsUp : glyphs.pen.turnsDown
      grid[next][column] = next > level ? glyphs.pen.comesUp : glyphs.pen.comesDown
      for row in min(level, next) + 1..<max(level, next) { grid[row][column] = glyphs.pen.upright }
    }
    return grid
  }

  /// The numbers that the highest and the lowest level stand for.
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

extension GlyphSet {
  var corner: String { self == .blocks ? "└" : "+" }

  /// What a line is drawn with, and where it turns to another level and comes to it.
  fileprivate var pen:
    (
      flat: String, upright: String, turnsUp: String, comesUp: String, turnsDown: String, comesDown: String
    )
  {
    switch self {
    case .blocks: ("─", "│", "╯", "╭", "╮", "╰")
    case .ascii: ("-", "|", "'", ".", ".", "'")
    }
  }
}
