import Messages

extension PlotText {
  /// A row for each series: how it went along the last label column, each on its own scale, and its numbers.
  func trendLines(_ column: Int, header: (String) -> String) -> [String] {
    let time = plot.labels - 1
    var names: [[Cell]] = []
    var members: [[Int]] = []
    for (index, row) in table.rows.enumerated() {
      let name = Array(row.prefix(time))
      if let place = names.firstIndex(of: name) {
        members[place].append(index)
      } else {
        names.append(name)
        members.append([index])
      }
    }
    var times: [Cell] = []
    for row in table.rows where !times.contains(row[time]) { times.append(row[time]) }
    let sizes = sizes(column)
    let span = [times.first, times.last].compactMap { $0.map { cells.text($0) } }.joined(separator: "..")
    let value = table.columns[column]
    var trends = Table(
      "trends",
      columns: table.columns.prefix(time) + [Table.Column(Heading("trend", Message(verbatim: span)))]
        + Heading.ends.map { Table.Column($0, isDifference: value.isDifference) })
    let room = min(max(width / 3, 8), 48)
    for (name, rows) in zip(names, members) {
      let points = times.map { moment in rows.first { table.rows[$0][time] == moment }.flatMap { sizes[$0] } }
      let known = rows.filter { sizes[$0] != nil }
      let low = known.min { (sizes[$0] ?? 0) < (sizes[$1] ?? 0) }
      let high = known.max { (sizes[$0] ?? 0) < (sizes[$1] ?? 0) }
      trends.rows.append(
        name + [.text(glyphs.sparkline(PlotText.fitted(points, to: room).values))]
          + [known.first, known.last, low, high].map { $0.map { table.rows[$0][column] } ?? .none })
    }
    return TableText(trends, cells, width: width, glyphs: glyphs).lines(header: header)
  }
}

extension GlyphSet {
  /// Values as a line of text, a character each, from zero or from the lowest where that is below; a blank for what is
  /// not known.
  func sparkline(_ values: [Double?]) -> String {
    let known = values.compactMap(\.self)
    let lowest = min(known.min() ?? 0, 0)
    let range = max(known.max() ?? 0, 0) - lowest
    let steps = Array(self == .blocks ? "▁▂▃▄▅▆▇█" : "_.:-=+*#")
    return String(
      values.map { value in
        guard let value else { return " " }
        return range > 0 ? steps[min(Int((value - lowest) / range * 7 + 0.5), 7)] : steps[0]
      })
  }
}
