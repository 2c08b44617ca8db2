/// The keys that end a line, put text into it or move in it.
extension LineEditor {
  /// Return gives the line to the caller, unless that wants more of it.
  func accept() -> Effect {
    let text = editline.text
    if wantsMore(text) { return insertLineEnd() }
    finishLine()
    outcome = .line(text)
    return .endLine
  }

  func insertLineEnd() -> Effect {
    editline.insert("\n")
    return .nothing
  }

  /// Ctrl-C drops the line, which stays readable above.
  func interruptLine() -> Effect {
    outcome = .interrupted(wasEmpty: editline.characters.isEmpty)
    finishLine(tail: "^C", whole: false)
    return .endLine
  }

  /// Ctrl-D leaves from an empty line, and deletes the character under the cursor of another.
  func endOrDelete() -> Effect {
    guard editline.characters.isEmpty else { return deleteNext() }
    finishLine()
    outcome = .end
    return .endInput
  }

  /// A `?` that asks what may come next leaves the line as it is; an input method for Chinese types a full-width one.
  func insertTyped() -> Effect {
    defer { typed = "" }
    var effect = Effect.nothing
    var rest = typed[...]
    closeUp(before: rest)
    while let place = rest.firstIndex(where: { $0 == "?" || $0 == "？" }) {
      editline.insert(String(rest[..<place]))
      if let wanted = explainAtCursor() {
        effect = wanted
      } else {
        editline.insert(String(rest[place]))
      }
      rest = rest[rest.index(after: place)...]
    }
    guard !rest.isEmpty else { return effect }
    below = []
    editline.insert(String(rest))
    return .nothing
  }

  /// A bracketed paste goes into the line as it is, tabs and line ends included, but no other control characters.
  func paste() -> Effect {
    var text = ""
    for character in keys.pasted() {
      if character.isNewline {
        text.append("\n")
      } else if character == "\t" || !character.unicodeScalars.contains(where: Self.isControl) {
        text.append(character)
      }
    }
    while text.hasSuffix("\n") { text.removeLast() }
    editline.insert(text)
    return .nothing
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }

  /// Backspace takes a whole character, with the marks combined with it.
  func deletePrevious() -> Effect {
    guard let character = editline.beforeCursor.last else { return .beep }
    editline.deleteBeforeCursor(character.unicodeScalars.count)
    return .nothing
  }

  func deleteNext() -> Effect {
    guard moveRight() == .nothing else { return .beep }
    return deletePrevious()
  }

  func moveLeft() -> Effect {
    guard let character = editline.beforeCursor.last else { return .beep }
    editline.move(to: editline.cursor - character.unicodeScalars.count)
    return .nothing
  }

  func moveRight() -> Effect {
    guard let character = editline.afterCursor.first else { return .beep }
    editline.move(to: editline.cursor + character.unicodeScalars.count)
    return .nothing
  }

  /// Home and End go to the ends of the line that the cursor is in.
  func moveToStart() -> Effect {
    let start = editline.characters.prefix(editline.cursor).lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    editline.move(to: start)
    return .nothing
  }

  func moveToEnd() -> Effect {
    let line = editline.characters
    editline.move(to: line[editline.cursor...].firstIndex(of: 0x0a) ?? line.count)
    return .nothing
  }
}
