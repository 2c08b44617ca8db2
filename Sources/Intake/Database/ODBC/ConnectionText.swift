import Messages

/// `connection` for a message: `odbc DSN=shop;UID=li;PWD=…`. Only what names the database and the user is shown.
public func describedWithoutSecrets(_ connection: String) -> String { ConnectionText(connection).described }

/// An ODBC connection string: `KEY=VALUE;KEY={VALUE};…`, where `}}` between braces is one.
struct ConnectionText: Sendable {
  private struct Part {
    let key: String
    let value: String
  }

  /// With passwords blotted out, and whatever else is not known to be none.
  let described: String
  private let secrets: [String]

  init(_ connection: String) {
    let parts = ConnectionText.parts(of: connection)
    var shown: [String] = []
    for part in parts {
      let key = part.key.lowercased()
      if ConnectionText.names.contains(key) {
        shown.append(part.key + "=" + ConnectionText.blotted(part.value))
      } else if isSecret(key: key) {
        shown.append(part.key + "=…")
      } else if shown.last != "…" {
        shown.append("…")
      }
    }
    described = "odbc " + shown.joined(separator: ";")
    secrets = parts.filter { isSecret(key: $0.key) && !$0.value.isEmpty }.map(\.value)
  }

  /// Words of a driver without the connection's passwords, in one line.
  func redacted(_ words: String) -> String {
    var result = words
    for secret in secrets.sorted(by: { $0.count > $1.count }) {
      result = ConnectionText.without(secret, in: result)
    }
    result = ConnectionText.blotted(result)
    return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static let names: Set<String> = [
    "dsn", "filedsn", "driver", "server", "servername", "host", "hostname", "address", "port", "database", "db", "dbq",
    "uid", "user", "username", "user id",
  ]

  private static func parts(of connection: String) -> [Part] {
    var parts: [Part] = []
    var rest = connection[...]
    while !rest.isEmpty {
      let key = rest.prefix { $0 != "=" && $0 != ";" }
      rest = rest[key.endIndex...]
      var value = ""
      if rest.first == "=" {
        rest = rest.dropFirst()
        value = ConnectionText.value(&rest)
      }
      rest = rest.drop { $0 != ";" }.dropFirst()
      let name = trimmed(key)
      if !name.isEmpty || !value.isEmpty { parts.append(Part(key: name, value: value)) }
    }
    return parts
  }

  /// Takes the value that stands at the front, up to the semicolon that ends it or, after braces, what follows them.
  private static func value(_ rest: inout Substring) -> String {
    rest = rest.drop { $0 == " " }
    guard rest.first == "{" else {
      let value = rest.prefix { $0 != ";" }
      rest = rest[value.endIndex...]
      return trimmed(value)
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.first {
      rest = rest.dropFirst()
      if character == "}" {
        guard rest.first == "}" else { break }
        rest = rest.dropFirst()
      }
      value.append(character)
    }
    return value
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  /// `text` without any `PWD=…`, and with `://user:…@` for a password in an address.
  private static func blotted(_ text: String) -> String {
    let assignment = #/(?i)(\w*(?:pwd|passw|secret|token)\w*\s*=\s*)(?:\{(?:[^}]|\}\})*\}?|"[^"]*"?|'[^']*'?|[^;\n]*)/#
    let address = #/(://[^/:@\s]*:)[^@\s]*@/#
    return text.replacing(assignment) { $0.1 + "…" }.replacing(address) { $0.1 + "…@" }
  }

  /// A short secret is a word of its own only: blotting every letter `a` would tell more than it hides.
  private static func without(_ secret: String, in text: String) -> String {
    if secret.count >= 4 { return text.replacing(secret, with: "…") }
    var result = ""
    var rest = text[...]
    while let found = rest.firstRange(of: secret) {
      let before = rest[..<found.lowerBound].last ?? result.last
      let isWord = before.map(isPartOfWord) != true && rest[found.upperBound...].first.map(isPartOfWord) != true
      result += rest[..<found.lowerBound] + (isWord ? "…" : secret)
      rest = rest[found.upperBound...]
    }
    return result + rest
  }

  private static func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
