/// What the key before came to, where it was Tab.
struct Completed {
  /// What was listed up to its last candidate but those that begin at `next`.
  var list: (request: CompletionRequest, next: Int)?
  /// Where the blank stands that was put in behind a whole word.
  var blank: Int?
}

extension LineEditor {
  /// Tab: one candidate is put in with a space behind it; of several the common part, then they are listed below,
  /// and once more the further ones of a long list.
  func completeAtCursor() -> Effect {
    let request = CompletionRequest(before: editline.beforeCursor, after: editline.afterCursor)
    let completion = complete(request)
    let typed = String(request.before.dropFirst(completion.start))
    guard let first = completion.candidates.first else {
      guard !completion.remark.isEmpty else { return .beep }
      list(Completion(start: 0, candidates: [Completion.Candidate("", note: completion.remark)]))
      return .nothing
    }
    if completion.candidates.count == 1 {
      put(first.text, inPlaceOf: typed)
      if first.endsWord { goPastSpace() }
      return .nothing
    }
    // Candidates may begin otherwise than what was typed, such as the nearest names; it is not cut down to them.
    let common = completion.commonPrefix
    if common != typed, common.lowercased().hasPrefix(typed.lowercased()) { put(common, inPlaceOf: typed) }
    let shown = CompletionRequest(before: editline.beforeCursor, after: editline.afterCursor)
    let start = previous.list.flatMap { $0.request == shown ? $0.next : nil } ?? 0
    completed.list = list(completion, from: start).map { (shown, $0) }
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
      completed.blank = editline.cursor
    }
  }

  /// A comma or bracket that is typed right behind a completed word takes the place of the blank that was put in there.
  func closeUp(before text: Substring) {
    guard let blank = previous.blank, blank == editline.cursor, let first = text.first, ",，)）".contains(first) else {
      return
    }
    editline.deleteBeforeCursor(1)
  }

  /// Shows the candidates from `start` on below the line until the next key, and tells where a next page starts.
  @discardableResult
  private func list(_ completion: Completion, from start: Int = 0) -> Int? {
    let size = Terminal.size
    let rows = max(3, size.rows - Frame(content, columns: size.columns, width: width).rows.count)
    let wording = wording
    let list = CandidateList(
      columns: size.columns, rows: rows, width: width,
      more: completion.areAll ? wording.more : { _ in wording.manyMore })
    let (lines, next) = list.page(of: completion, from: start)
    below = lines
    return next
  }
}
