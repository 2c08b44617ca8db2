import CUtf8proc

/// How many terminal columns a text fills.
public func displayWidth(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth($1) }
}

/// How many columns one character fills: 2 for CJK and emoji, 0 for what only modifies.
public func displayWidth(_ character: Character) -> Int {
  var width = 0
  for scalar in character.unicodeScalars {
    if scalar == "\u{FE0F}" { return 2 }
    var columns = Int(utf8proc_charwidth(Int32(bitPattern: scalar.value)))
    if columns == 1, scalar.value > 0x7F, AmbiguousWidth.current == .two, AmbiguousCharacters.contains(scalar) {
      columns = 2
    }
    width = max(width, columns)
  }
  return width
}

/// `text` with every control character spelled out, so that data cannot command the terminal.
public func visible(_ text: String) -> String {
  if text.unicodeScalars.allSatisfy({ !isControl($0) }) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{1B}": result += "\\e"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where isControl(scalar): result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator: true
  // Marks that turn the direction of writing could make a table lie.
  case .format: (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  default: false
  }
}

/// `text` filled with blanks to `width` columns.
public func padded(_ text: String, to width: Int, right: Bool = false) -> String {
  let blanks = String(repeating: " ", count: max(0, width - displayWidth(text)))
  return right ? blanks + text : text + blanks
}

/// As much of `text` as fits `width` columns, cut between characters and marked `…`.
public func cut(_ text: String, to width: Int) -> String {
  if displayWidth(text) <= width { return text }
  var result = ""
  var used = displayWidth("…")
  for character in text {
    let more = displayWidth(character)
    if used + more > width { break }
    result.append(character)
    used += more
  }
  return result + "…"
}
