/// JSON, written a value at a time; keys stay in the order they are written.
public struct JSONText {
  public private(set) var text = ""
  /// Whether the next member of the object or array that is open needs a comma before it.
  private var needsComma = false

  public init() {}

  public mutating func object(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
    open(key, "{")
    body(&self)
    close("}")
  }

  public mutating func array(_ key: String? = nil, _ body: (inout JSONText) -> Void) {
    open(key, "[")
    body(&self)
    close("]")
  }

  /// A number or literal that is JSON already.
  public mutating func literal(_ literal: String, _ key: String? = nil) {
    begin(key)
    text += literal
    needsComma = true
  }

  public mutating func string(_ string: String, _ key: String? = nil) { literal(JSONText.quoted(string), key) }

  private mutating func begin(_ key: String?) {
    if needsComma { text += "," }
    if let key { text += JSONText.quoted(key) + ":" }
  }

  private mutating func open(_ key: String?, _ bracket: String) {
    begin(key)
    text += bracket
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    text += bracket
    needsComma = true
  }

  static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
