import Messages

/// A transcript: statements after `vip> ` and `...> `, each with what was said to it below. One that does not begin in
/// English says so in a comment before the first of them.
public struct SessionText {
  static let prompt = "vip> "
  static let continuation = "...> "

  public struct Exchange: Sendable {
    public internal(set) var statement: String
    var answer: [String] = []
    /// The line in the file that the statement begins at, from 1.
    let line: Int
    /// How many lines it takes.
    var height: Int { statement.count { $0 == "\n" } + 1 }
  }

  private static let languageMark = "# language: "

  public private(set) var exchanges: [Exchange] = []
  /// What is spoken when it begins.
  private(set) var language = Language.english

  /// Nil where the text does not begin with a prompt, comments and blank lines before it left aside.
  public init?(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    for (row, line) in lines.enumerated() {
      if line.hasPrefix(SessionText.prompt) {
        exchanges.append(Exchange(statement: String(line.dropFirst(SessionText.prompt.count)), line: row + 1))
      } else if exchanges.isEmpty {
        guard line.isEmpty || line.hasPrefix("#") else { return nil }
        if line.hasPrefix(SessionText.languageMark) {
          language = Language(rawValue: String(line.dropFirst(SessionText.languageMark.count))) ?? language
        }
      } else if exchanges[exchanges.count - 1].answer.isEmpty, line.hasPrefix(SessionText.continuation) {
        exchanges[exchanges.count - 1].statement += "\n" + line.dropFirst(SessionText.continuation.count)
      } else {
        exchanges[exchanges.count - 1].answer.append(line)
      }
    }
    if exchanges.isEmpty { return nil }
  }

  /// What a transcript that begins in `language` starts with.
  static func head(_ language: Language) -> String {
    language == .english ? "" : languageMark + language.rawValue + "\n"
  }

  /// A statement with its prompts.
  static func prompted(_ statement: String) -> String {
    prompt + statement.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + continuation)
  }
}
