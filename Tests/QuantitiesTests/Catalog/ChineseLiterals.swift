/// The pieces of Simplified Chinese in a Swift source: the literal parts of every text after a `zh:` label.
struct ChineseLiterals {
  private(set) var pieces: [String] = []
  /// Chinese texts within an interpolation: a value is never translated, so they would stay Simplified.
  private(set) var strays: [String] = []

  private let source: [Character]
  private var place = 0

  init(_ text: String) {
    source = Array(text)
    while place < source.count {
      if startsLabel {
        place += 3
        readArgument()
      } else if isNext("//") {
        skipLine()
      } else if isNext("\"") {
        readText(isWanted: false)
      } else {
        place += 1
      }
    }
  }

  private var startsLabel: Bool {
    isNext("zh:")
      && (place == 0 || !(source[place - 1].isLetter || source[place - 1].isNumber || source[place - 1] == "."))
  }

  private func isNext(_ text: String) -> Bool {
    place + text.count <= source.count && source[place..<place + text.count].elementsEqual(text)
  }

  private mutating func skipLine() { while place < source.count, !source[place].isNewline { place += 1 } }

  /// Reads up to the comma or the bracket that ends the argument.
  private mutating func readArgument() {
    var depth = 0
    while place < source.count {
      switch source[place] {
      case "\"": readText(isWanted: true)
      case "(", "[", "{":
        depth += 1
        place += 1
      case ")", "]", "}":
        if depth == 0 { return }
        depth -= 1
        place += 1
      case ",":
        if depth == 0 { return }
        place += 1
      default: place += 1
      }
    }
  }

  /// Reads a literal, of one line or of several.
  private mutating func readText(isWanted: Bool) {
    let isLong = isNext("\"\"\"")
    place += isLong ? 3 : 1
    let end = isLong ? "\"\"\"" : "\""
    var parts: [String] = [""]
    while place < source.count, !isNext(end) {
      if isNext("\\(") {
        place += 2
        skipInterpolation(isWanted: isWanted)
        parts.append("")
      } else if source[place] == "\\" {
        parts[parts.count - 1] += escaped()
      } else {
        parts[parts.count - 1].append(source[place])
        place += 1
      }
    }
    place += isLong ? 3 : 1
    guard isWanted else { return }
    if isLong { parts = ChineseLiterals.unindented(parts) }
    parts = parts.map { $0.replacing("\u{1}", with: "\n") }
    pieces += parts.filter { !$0.isEmpty }
  }

  private mutating func escaped() -> String {
    let next = place + 1 < source.count ? source[place + 1] : " "
    place += 2
    switch next {
    // Told apart from the ends of lines until those are cut.
    case "n": return "\u{1}"
    case "t": return "\t"
    // The end of a line within a long literal.
    case "\n":
      while place < source.count, source[place] == " " { place += 1 }
      return ""
    default: return String(next)
    }
  }

  private mutating func skipInterpolation(isWanted: Bool) {
    var depth = 0
    while place < source.count {
      switch source[place] {
      case "\"":
        var inner = ChineseLiterals("")
        let start = place
        readText(isWanted: false)
        inner = ChineseLiterals("zh: " + String(source[start..<place]) + ")")
        if isWanted {
          strays += inner.pieces.filter { $0.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) } }
        }
      case "(":
        depth += 1
        place += 1
      case ")":
        place += 1
        if depth == 0 { return }
        depth -= 1
      default: place += 1
      }
    }
  }

  /// A long literal without its first line end, its last line, and the blanks that all lines begin with.
  private static func unindented(_ parts: [String]) -> [String] {
    let marked = parts.joined(separator: "\u{0}")
    var lines = marked.split(separator: "\n", omittingEmptySubsequences: false)
    let indent = lines.last.map { $0.prefix { $0 == " " }.count } ?? 0
    lines.removeFirst()
    if !lines.isEmpty { lines.removeLast() }
    return lines.map { String($0.dropFirst(min(indent, $0.count))) }.joined(separator: "\n")
      .split(separator: "\u{0}", omittingEmptySubsequences: false).map(String.init)
  }
}
