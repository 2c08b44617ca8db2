/// `text` broken to fit `width`, further lines set in; as it is where there is no width.
public func wrapped(_ text: String, to width: Int?) -> [String] {
  guard let width, displayWidth(text) > width else { return [text] }
  let lines = broken(text, to: width - 2)
  return lines.prefix(1) + lines.dropFirst().map { "  " + $0 }
}

/// The same for a line of several columns: the last one goes on below itself, where it has room enough there.
func hanging(_ text: String, to width: Int?) -> [String] {
  guard let width, displayWidth(text) > width else { return [text] }
  let lead = text.prefix { $0 == " " }
  var head = String(lead)
  var rest = text.dropFirst(lead.count)
  var indent = lead.count + 2
  while let gap = rest.firstRange(of: "  ") {
    let column = rest[..<gap.lowerBound] + rest[gap.lowerBound...].prefix { $0 == " " }
    guard displayWidth(head + column) <= width / 2 else { break }
    head += column
    rest = rest.dropFirst(column.count)
    indent = displayWidth(head)
  }
  let lines = broken(String(rest), to: width - indent)
  return lines.prefix(1).map { head + $0 } + lines.dropFirst().map { String(repeating: " ", count: indent) + $0 }
}

/// `text` in pieces of at most `width` columns: broken at blanks and between Chinese characters where there are any, but
/// never before a mark that closes or after one that opens.
func broken(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for unit in units(text) {
    let joined = line + unit.gap + unit.text
    if line.isEmpty || displayWidth(joined) <= width {
      line = line.isEmpty && lines.isEmpty ? unit.gap + unit.text : line.isEmpty ? unit.text : joined
    } else {
      lines.append(line)
      line = unit.text
    }
    while displayWidth(line) > width {
      var head = ""
      while let next = line.first, displayWidth(head) + displayWidth(next) <= width || head.isEmpty {
        head.append(next)
        line.removeFirst()
      }
      lines.append(head)
    }
  }
  return lines + [line]
}

/// A stretch that is not broken, and the blanks before it.
private struct BreakUnit {
  var gap = ""
  var text = ""
}

private func units(_ text: String) -> [BreakUnit] {
  var units: [BreakUnit] = []
  var unit = BreakUnit()
  // Whether the next character may begin another unit.
  var mayBreak = false
  // What is typed, between backticks, holds together but for its blanks.
  var isTyped = false
  for character in text {
    if character == " " {
      if !unit.text.isEmpty {
        units.append(unit)
        unit = BreakUnit()
      }
      unit.gap.append(character)
      mayBreak = false
      continue
    }
    let isWide = isIdeograph(character) && !isTyped
    if !unit.text.isEmpty, !closing.contains(character), !narrowClosing.contains(character), mayBreak || isWide,
      !endsOpen(unit.text), !isTyped
    {
      units.append(unit)
      unit = BreakUnit()
    }
    unit.text.append(character)
    if character == "`" { isTyped.toggle() }
    mayBreak = isWide || closing.contains(character)
  }
  return units + (unit.text.isEmpty && unit.gap.isEmpty ? [] : [unit])
}

private let closing: Set<Character> = ["，", "。", "、", "；", "：", "）", "！", "？", "》", "」", "』"]

/// Close too, but are not followed by a break of their own.
private let narrowClosing: Set<Character> = [",", ".", ";", ":", ")", "]", "}", "\"", "%", "…"]

private func endsOpen(_ text: String) -> Bool {
  text.last.map { ["（", "《", "「", "『", "(", "[", "{", "\""].contains($0) } ?? false
}

private func isIdeograph(_ character: Character) -> Bool {
  character.unicodeScalars.first?.properties.isIdeographic ?? false
}
