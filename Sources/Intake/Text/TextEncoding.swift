public import Messages

/// The encodings that a file can be read in.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case gb18030
  case big5
  case utf16le = "utf-16le"
  case utf16be = "utf-16be"

  /// The encoding that people call `name`: without regard to case, blanks, hyphens and underscores. GBK and GB2312 are
  /// parts of GB18030; UTF-16 without an order is little-endian unless a byte order mark says otherwise.
  public init(named name: String) throws(Diagnostic) {
    switch String(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }) {
    case "utf8", "utf8bom", "utf8sig", "ascii", "usascii": self = .utf8
    case "gb18030", "gbk", "gb2312", "cp936", "ms936", "windows936", "euccn", "gb", "ansi936": self = .gb18030
    case "big5", "cp950", "ms950", "windows950", "big5hkscs", "hkscs", "big5eten", "eten", "ansi950": self = .big5
    case "utf16", "utf16le", "ucs2", "ucs2le", "unicode": self = .utf16le
    case "utf16be", "ucs2be", "unicodefffe": self = .utf16be
    default: throw Diagnostic(IntakeProblem.unsupportedEncoding(name, file: nil))
    }
  }

  /// A byte above 0x80 takes the next one with it, which may look like a delimiter.
  var takesPairs: Bool {
    switch self {
    case .gb18030, .big5: true
    case .utf8, .utf16le, .utf16be: false
    }
  }

  /// How the bytes of its units stand, for UTF-16: such a file is read through a `WideStream`.
  var byteOrder: ByteOrder? {
    switch self {
    case .utf16le: .little
    case .utf16be: .big
    case .utf8, .gb18030, .big5: nil
    }
  }

  /// Decoding writes `UndecodableMark`s. UTF-8 is not decoded, so that what is damaged in it stands there as it is.
  var marksUndecodable: Bool { self != .utf8 }
}
