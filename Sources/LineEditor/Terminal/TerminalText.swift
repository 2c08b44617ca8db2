import CLibedit
import Glibc
import Synchronization

/// How the terminal's bytes are read as text.
public enum TerminalText {
  /// Takes the character type of the user's locale, or UTF-8 where that is another encoding or not installed.
  ///
  /// Must run before the first `LineEditor` is made: under `LANG=C` libedit would drop Chinese input without a word.
  /// Nothing but `LC_CTYPE` changes, so numbers keep their decimal point. Returns whether text is UTF-8 now.
  @discardableResult
  public static func prepare() -> Bool {
    if setlocale(LC_CTYPE, "") != nil, isUTF8 { return true }
    for name in ["C.UTF-8", "C.utf8", "en_US.UTF-8"] where setlocale(LC_CTYPE, name) != nil {
      if isUTF8 {
        replacement.withLock { $0 = name }
        return true
      }
    }
    return false
  }

  /// The character type that had to be taken in place of the locale's; nil where that one is UTF-8.
  private static let replacement = Mutex<String?>(nil)

  /// The environment for another program that shows or edits our text: as it is, but with a character type that is
  /// installed where ours had to be replaced.
  public static func childEnvironment(_ environment: [String: String]) -> [String: String] {
    guard let name = replacement.withLock({ $0 }) else { return environment }
    var environment = environment
    // LC_ALL would go before LC_CTYPE.
    environment[environment["LC_ALL"]?.isEmpty == false ? "LC_ALL" : "LC_CTYPE"] = name
    if environment["LESSCHARSET"] == nil { environment["LESSCHARSET"] = "utf-8" }
    return environment
  }

  /// Whether the environment asks for UTF-8, or for nothing at all: what is drawn with block characters can be seen.
  public static var isAskedForUTF8: Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { (name: String) in getenv(name).map { String(cString: $0) } }
    guard let locale = names.first(where: { !$0.isEmpty })?.lowercased() else { return true }
    return locale.contains("utf-8") || locale.contains("utf8")
  }

  /// Whether the terminal knows colours and lines that are written over: it can move its cursor.
  public static var knowsEscapes: Bool { Terminal.movesCursor }

  /// Columns that `text` takes on the terminal by the C library's tables, which are also libedit's.
  public static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + Int(editline_width(Wide(bitPattern: $1.value))) }
  }

  private static var isUTF8: Bool {
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return String(cString: name) == "UTF-8"
  }
}
