/// Text that cannot move the cursor, clear the screen or turn its direction.
enum PrintableText {
  /// `text` with every control and format character written as `\u{1b}`.
  static func escaping(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isUnprintable(scalar) {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As much of `text` as fits into `columns`, with `…` where something was cut.
  static func cut(_ text: String, to columns: Int, width: (String) -> Int) -> String {
    if width(text) <= columns { return text }
    var result = ""
    for character in text {
      if width(result + String(character)) > columns - 1 { break }
      result.append(character)
    }
    return columns > 0 ? result + "…" : ""
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
    default: false
    }
  }
}
