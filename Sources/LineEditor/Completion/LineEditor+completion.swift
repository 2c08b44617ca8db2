extension LineEditor {
  /// Tab: one candidate is put in with a space behind it; of several the common part, then they are listed below.
  func completeAtCursor() -> Effect {
    let request = CompletionRequest(before: editline.beforeCursor, after: editline.afterCursor)
    let completion = complete(request)
    let typed = String(request.before.dropFirst(completion.start))
    guard let first = completion.candidates.first else { return .beep }
    if completion.candidates.count == 1 {
      put(first.text, inPlaceOf: typed)
      if first.endsWord { goPastSpace() }
      return .nothing
    }
    // Candidates may begin otherwise than what was typed, such as the nearest names; it is not cut down to them.
    let common = completion.commonPrefix
    if common != typed, common.lowercased().hasPrefix(typed.lowercased()) { put(common, inPlaceOf: typed) }
    list(completion)
    return .nothing
  }

  /// `?`: what may come next is listed below; nil where the key is a character like any other.
  func explainAtCursor() -> Effect? {
    let request = CompletionRequest(before: editline.beforeCursor, after: editline.afterCursor)
    guard let completion = explain(request) else { return nil }
    list(completion)
    return completion.candidates.isEmpty ? .beep : .nothing
  }

  private func put(_ text: String, inPlaceOf typed: String) {
    editline.deleteBeforeCursor(typed.unicodeScalars.count)
    editline.insert(text)
  }

  private func goPastSpace() {
    if editline.afterCursor.hasPrefix(" ") {
      editline.move(to: editline.cursor + 1)
    } else {
      editline.insert(" ")
    }
  }

  /// Shows the candidates below the line until the next key.
  private func list(_ completion: Completion) {
    let size = Terminal.size
    let rows = max(3, size.rows - Frame(content, columns: size.columns, width: width).rows.count)
    let wording = wording
    let list = CandidateList(
      columns: size.columns, rows: rows, width: width,
      more: completion.areAll ? wording.more : { _ in wording.manyMore })
    below = list.lines(of: completion)
  }
}
