/// Candidates in rows for the terminal, aligned by display width, escaped where they could disturb it.
struct CandidateList {
  let columns: Int
  /// At most so many rows, the one that tells of more included.
  let rows: Int
  let width: (String) -> Int
  let more: (Int) -> String

  /// With notes one candidate a row, `name  note`; without, as many side by side as fit.
  func lines(of completion: Completion) -> [String] {
    let names = completion.candidates.map { PrintableText.escaping($0.text) }
    let notes = completion.candidates.map { PrintableText.escaping($0.note) }
    return notes.allSatisfy(\.isEmpty) ? grid(names, completion.areAll) : noted(names, notes, completion.areAll)
  }

  private func noted(_ names: [String], _ notes: [String], _ areAll: Bool) -> [String] {
    let shown = areAll && names.count <= rows ? names.count : min(names.count, rows - 1)
    let nameColumns = min(names.prefix(shown).map(width).max() ?? 0, columns * 2 / 3)
    var lines = zip(names, notes).prefix(shown).map { name, note in
      let name = PrintableText.cut(name, to: nameColumns, width: width)
      if note.isEmpty { return "  " + name }
      return "  " + padded(name, to: nameColumns) + "  "
        + PrintableText.cut(note, to: columns - nameColumns - 5, width: width)
    }
    if !areAll || shown < names.count { lines.append("  " + more(names.count - shown)) }
    return lines
  }

  /// Read down, then right.
  private func grid(_ names: [String], _ areAll: Bool) -> [String] {
    let cell = min((names.map(width).max() ?? 0) + 2, columns - 1)
    let across = max(1, (columns - 1) / cell)
    let fitting = areAll && names.count <= rows * across ? names.count : min(names.count, (rows - 1) * across)
    let down = (fitting + across - 1) / across
    var lines = (0..<down).map { row in
      var line = ""
      for index in stride(from: row, to: fitting, by: down) {
        line += padded(PrintableText.cut(names[index], to: cell - 2, width: width), to: cell)
      }
      return "  " + line.trimmingEnd
    }
    if !areAll || fitting < names.count { lines.append("  " + more(names.count - fitting)) }
    return lines
  }

  private func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - width(text)))
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var result = self
    while result.last == " " { result.removeLast() }
    return result
  }
}
