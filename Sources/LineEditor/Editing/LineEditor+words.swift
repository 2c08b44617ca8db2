/// Moving by words, and cutting. A word is made of letters and digits of any script.
extension LineEditor {
  func moveWordLeft() -> Effect { move(to: editline.cursor - wordLeft) }
  func moveWordRight() -> Effect { move(to: editline.cursor + wordRight) }
  func cutWordLeft() -> Effect { cut(left: wordLeft) }
  func cutWordRight() -> Effect { cut(right: wordRight) }

  /// Ctrl-U and Ctrl-K cut to the ends of the line that the cursor is in; from an end, the line end beyond it.
  func cutToStart() -> Effect {
    let before = editline.characters.prefix(editline.cursor)
    let start = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    return cut(left: max(editline.cursor - start, min(1, before.count)))
  }

  func cutToEnd() -> Effect {
    let after = editline.characters.dropFirst(editline.cursor)
    let end = after.firstIndex(of: 0x0a) ?? after.endIndex
    return cut(right: max(end - editline.cursor, min(1, after.count)))
  }

  func insertCut() -> Effect {
    if cut.isEmpty { return .beep }
    editline.insert(cut)
    return .nothing
  }

  private func move(to offset: Int) -> Effect {
    if offset == editline.cursor { return .beep }
    editline.move(to: offset)
    return .nothing
  }

  private func cut(left count: Int) -> Effect {
    if count == 0 { return .beep }
    cut = String(wide: editline.characters.prefix(editline.cursor).suffix(count))
    editline.deleteBeforeCursor(count)
    return .nothing
  }

  private func cut(right count: Int) -> Effect {
    editline.move(to: editline.cursor + count)
    return cut(left: count)
  }

  /// How many scalars it is to the start of the word before the cursor.
  private var wordLeft: Int { Self.reach(editline.beforeCursor.reversed()) }

  /// How many scalars it is to the end of the word after the cursor.
  private var wordRight: Int { Self.reach(editline.afterCursor) }

  private static func reach(_ text: some Sequence<Character>) -> Int {
    var count = 0
    var isInWord = false
    for character in text {
      let belongs = character.isLetter || character.isNumber
      if isInWord, !belongs { break }
      isInWord = isInWord || belongs
      count += character.unicodeScalars.count
    }
    return count
  }
}
