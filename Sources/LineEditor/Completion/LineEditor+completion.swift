import CLibedit

extension LineEditor {
  /// Tab: one candidate is put in with a space behind it; of several the common part, then they are listed below.
  func completeAtCursor() -> Effect {
    let request = CompletionRequest(
      before: folds.unfolding(editline.beforeCursor), after: folds.unfolding(editline.afterCursor))
    let completion = complete(request)
    let typed = String(request.before.dropFirst(completion.start))
    guard let first = completion.candidates.first, editline.beforeCursor.hasSuffix(typed) else { return .beep }
    if completion.candidates.count == 1 {
      put(first.text, inPlaceOf: typed)
      if first.endsWord { goPastSpace() }
      return .redraw
    }
    // A candidate may begin otherwise than what was typed, such as its nearest name; that is not cut down.
    let common = completion.commonPrefix
    let advances = common.count > typed.count || (common.count == typed.count && common != typed)
    if advances, common.lowercased().hasPrefix(typed.lowercased()) {
      erase()
      put(common, inPlaceOf: typed)
      editline.draw()
    }
    list(completion.candidates)
    return .nothing
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

  /// Prints the candidates below the line, then the line anew below them.
  private func list(_ candidates: [Completion.Candidate]) {
    let rows = max(3, editline.rows - layout.end.row - 2)
    let list = CandidateList(columns: editline.columns, rows: rows, width: width, more: wording.more)
    leaveLine()
    Editline.write("\r\n" + TerminalMode.clearBelow)
    for line in list.lines(of: candidates) { Editline.write(line + "\r\n") }
    editline.draw()
  }
}
