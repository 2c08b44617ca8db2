public import Quantities

/// The encodings that a file can be read in.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case gb18030

  /// The encoding that people call `name`: without regard to case, hyphens and underscores, GBK and GB2312 being parts
  /// of GB18030.
  public init(named name: String) throws(Diagnostic) {
    switch String(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8bom", "utf8sig", "ascii", "usascii": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "gb": self = .gb18030
    default: throw Diagnostic(IntakeProblem.unsupportedEncoding(name, file: nil))
    }
  }
}

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
