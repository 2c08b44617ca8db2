/// `text` with the passwords of connection strings, `PWD=…` and `PASSWORD=…`, blotted out character by character, so that
/// places in it stay where they are.
public func withoutSecrets(_ text: String) -> String {
  let characters = Array(text)
  guard characters.contains("=") else { return text }
  var result = characters
  for name in ["pwd", "password"] {
    var i = 0
    while i + name.count <= characters.count {
      guard String(characters[i..<(i + name.count)]).lowercased() == name,
        i == 0 || !(characters[i - 1].isLetter || characters[i - 1].isNumber),
        let start = valueStart(characters, after: i + name.count)
      else {
        i += 1
        continue
      }
      let end = valueEnd(characters, from: start)
      for place in start..<end { result[place] = "*" }
      i = end
    }
  }
  return String(result)
}

/// Where the value after `=` begins; nil where no `=` follows.
private func valueStart(_ characters: [Character], after place: Int) -> Int? {
  var i = place
  while i < characters.count, characters[i] == " " { i += 1 }
  guard i < characters.count, characters[i] == "=" || characters[i] == "＝" else { return nil }
  return i + 1
}

/// Where the value ends: at a semicolon or a quote, in braces at the closing one.
private func valueEnd(_ characters: [Character], from start: Int) -> Int {
  var i = start
  if i < characters.count, characters[i] == "{" {
    while i < characters.count, characters[i] != "}" { i += 1 }
    return min(i + 1, characters.count)
  }
  while i < characters.count, !";\"”\n".contains(characters[i]) { i += 1 }
  return i
}
