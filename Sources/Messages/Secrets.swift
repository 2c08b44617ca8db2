/// Whether what stands under `key` in a connection string is not to be seen: a password, a token or a key.
public func isSecret(key: String) -> Bool {
  let folded = key.lowercased()
  return secretEndings.contains { folded.hasSuffix($0) }
}

/// How the keys of secrets end, in any case: `PWD`, `Access_Token`, `ApiKey`.
private let secretEndings = ["pwd", "password", "passwd", "passphrase", "passcode", "token", "secret", "key"]

/// `text` with the secrets of connection strings blotted out character by character, so that places in it stay where they
/// are. A connection string is a quoted text after `odbc`; elsewhere only `PWD=…` and `PASSWORD=…` are blotted out.
public func withoutSecrets(_ text: String) -> String {
  guard text.contains(where: isEqualSign) else { return text }
  var result = SecretSearch(characters: Array(text))
  result.blotConnections()
  result.blotPasswords()
  return String(result.characters)
}

private struct SecretSearch {
  var characters: [Character]

  /// Every text after `odbc`, key by key.
  mutating func blotConnections() {
    var i = 0
    while i < characters.count {
      guard isWord("odbc", at: i) else {
        i += 1
        continue
      }
      i += "odbc".count
      while i < characters.count, characters[i].isWhitespace { i += 1 }
      guard i < characters.count, isQuote(characters[i]) else { continue }
      let end = textEnd(from: i)
      blotConnection(i + 1..<end)
      i = end
    }
  }

  /// A password by its exact name, wherever it stands.
  mutating func blotPasswords() {
    for name in ["pwd", "password"] {
      var i = 0
      while i < characters.count {
        guard isWord(name, at: i), let start = valueStart(after: i + name.count) else {
          i += 1
          continue
        }
        // Without a closing brace, a value in braces has no end.
        let end = valueEnd(in: start..<characters.count) { isQuote($0) || $0 == "\n" }
        blot(start..<end)
        i = end
      }
    }
  }

  private mutating func blotConnection(_ range: Range<Int>) {
    var i = range.lowerBound
    while i < range.upperBound {
      let start = i
      while i < range.upperBound, characters[i] != ";", !isEqualSign(characters[i]) { i += 1 }
      if i < range.upperBound, characters[i] != ";" {
        var key = characters[start..<i]
        while key.last == " " { key = key.dropLast() }
        let value = i + 1
        i = valueEnd(in: value..<range.upperBound) { _ in false }
        while i < range.upperBound, characters[i] != ";" { i += 1 }
        if isSecret(key: String(key)) { blot(value..<i) }
      }
      i += 1
    }
  }

  private mutating func blot(_ range: Range<Int>) {
    // What stands for a secret already stays, and what follows it is no part of it.
    if let first = range.first, characters[first] == "…" { return }
    for place in range { characters[place] = "*" }
  }

  private func isWord(_ word: String, at place: Int) -> Bool {
    let end = place + word.count
    return end <= characters.count && String(characters[place..<end]).lowercased() == word
      && (place == 0 || !(characters[place - 1].isLetter || characters[place - 1].isNumber))
  }

  /// Where the value after `=` begins; nil where no `=` follows.
  private func valueStart(after place: Int) -> Int? {
    var i = place
    while i < characters.count, characters[i] == " " { i += 1 }
    return i < characters.count && isEqualSign(characters[i]) ? i + 1 : nil
  }

  /// Where the value ends: at a semicolon or where `ends` says so, in braces behind the closing one, of which two are one
  /// character.
  private func valueEnd(in range: Range<Int>, _ ends: (Character) -> Bool) -> Int {
    var i = range.lowerBound
    while i < range.upperBound, characters[i] == " " { i += 1 }
    if i < range.upperBound, characters[i] == "{" {
      i += 1
      while i < range.upperBound {
        if characters[i] == "}" {
          guard i + 1 < range.upperBound, characters[i + 1] == "}" else { return i + 1 }
          i += 1
        }
        i += 1
      }
      return range.upperBound
    }
    while i < range.upperBound, characters[i] != ";", !ends(characters[i]) { i += 1 }
    return i
  }

  /// Where the quoted text that begins at `start` is closed, or the text ends.
  private func textEnd(from start: Int) -> Int {
    let isWide = characters[start] != "\""
    var i = start + 1
    while i < characters.count, characters[i] != "\n" {
      if isWide ? isQuote(characters[i]) : characters[i] == "\"" { return i }
      i += characters[i] == "\\" ? 2 : 1
    }
    return min(i, characters.count)
  }
}

private func isQuote(_ character: Character) -> Bool { "\"“”＂".contains(character) }
private func isEqualSign(_ character: Character) -> Bool { character == "=" || character == "＝" }
