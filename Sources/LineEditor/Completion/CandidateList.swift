/// Candidates in rows for the terminal, aligned by display width, escaped where they could disturb it.
struct CandidateList {
  let columns: Int
  /// At most so many rows, the one that tells of more included.
  let rows: Int
  let width: (String) -> Int
  let more: (Int) -> String

  /// The first page of them.
  func lines(of completion: Completion) -> [String] { page(of: completion, from: 0).lines }

  /// The candidates from `start` on, as many as fit, and where the next page starts; nil behind the last one.
  ///
  /// With notes one candidate a row, `name  note`; without, as many side by side as fit.
  func page(of completion: Completion, from start: Int) -> (lines: [String], next: Int?) {
    let candidates = completion.candidates[start...]
    let names = candidates.map { PrintableText.escaping($0.text) }
    let notes = candidates.map { PrintableText.escaping($0.note) }
    let isNoted = !completion.candidates.allSatisfy(\.note.isEmpty)
    var (lines, shown) = isNoted ? noted(names, notes, completion.areAll) : grid(names, completion.areAll)
    let isCut = shown < names.count
    if isCut || !completion.areAll { lines.append("  " + more(names.count - shown)) }
    return (lines, isCut ? start + shown : nil)
  }

  private func noted(_ names: [String], _ notes: [String], _ areAll: Bool) -> (lines: [String], shown: Int) {
    let shown = areAll && names.count <= rows ? names.count : min(names.count, rows - 1)
    let nameColumns = min(names.prefix(shown).map(width).max() ?? 0, columns * 2 / 3)
    let lines = zip(names, notes).prefix(shown).map { name, note in
      let name = PrintableText.cut(name, to: nameColumns, width: width)
      if note.isEmpty { return "  " + name }
      let indent = "  " + (nameColumns == 0 ? "" : padded(name, to: nameColumns) + "  ")
      return indent + PrintableText.cut(note, to: columns - width(indent) - 1, width: width)
    }
    return (lines, shown)
  }

  /// Read down, then right.
  private func grid(_ names: [String], _ areAll: Bool) -> (lines: [String], shown: Int) {
    let cell = min((names.map(width).max() ?? 0) + 2, columns - 1)
    let across = max(1, (columns - 1) / cell)
    let fitting = areAll && names.count <= rows * across ? names.count : min(names.count, (rows - 1) * across)
    let down = (fitting + across - 1) / across
    let lines = (0..<down).map { row in
      var line = ""
      for index in stride(from: row, to: fitting, by: down) {
        line += padded(PrintableText.cut(names[index], to: cell - 2, width: width), to: cell)
      }
      return "  " + line.trimmingEnd
    }
    return (lines, fitting)
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
