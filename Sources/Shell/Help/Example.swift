/// Statements that show what something does, as a person would type them. An `ExampleRunner` runs them: `help` shows what
/// they answer there, and the tests run every one.
public struct Example: Sendable, ExpressibleByStringLiteral {
  /// What the session is like that an example is for.
  enum Setting: Sendable {
    case usual
    /// Nothing is loaded or defined.
    case empty
    /// Ctrl-C is pressed as it begins.
    case interrupted
  }

  public let text: String
  /// How many lines of the answer help shows.
  let shown: Int
  let setting: Setting
  /// What it reads, by name.
  let files: [String: String]

  init(_ text: String, shown: Int = 0, _ setting: Setting = .usual, files: [String: String] = [:]) {
    self.text = text
    self.shown = shown
    self.setting = setting
    self.files = files
  }

  public init(stringLiteral text: String) { self.init(text) }

  var typed: [String] { text.split(separator: "\n").map { "  " + $0 } }

  /// What a person reads who asks for help: the statements, and below them the beginning of what they answer.
  func lines(in runner: ExampleRunner) -> [String] {
    var answer = runner.answer(to: self).lines
    while answer.last == "" { answer.removeLast() }
    let rest = answer.count > shown ? ["    …"] : []
    return typed + answer.prefix(shown).map { $0.isEmpty ? "" : "    " + $0 } + rest
  }
}
