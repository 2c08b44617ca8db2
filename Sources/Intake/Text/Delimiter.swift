public import Messages

/// What stands between the fields of a row.
public enum Delimiter: String, CaseIterable, Sendable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"

  /// The delimiter written as itself, or as `tab`.
  public init(named name: String) throws(Diagnostic) {
    let text = name == "tab" || name == "\\t" ? "\t" : name
    guard let delimiter = Delimiter(rawValue: text) else { throw Diagnostic(IntakeProblem.unsupportedDelimiter(name)) }
    self = delimiter
  }

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .bar: UInt8(ascii: "|")
    }
  }

  /// As findings name it.
  public var name: String { self == .tab ? "tab" : rawValue }
}
