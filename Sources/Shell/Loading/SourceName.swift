import Analysis
import Intake
import Messages
import Numerics
import PlanLanguage

/// Where `load` reads from: `"FILE"`, or `odbc "DSN=…"`.
struct SourceName: Phrased {
  let isDatabase: Bool
  let text: Quoted

  init(_ text: Quoted = Quoted(), isDatabase: Bool = false) {
    self.text = text
    self.isDatabase = isDatabase
  }

  static var form: Message { Message("\"FILE\" or odbc \"DSN=…\"", zh: "\"文件\" 或 odbc \"DSN=…\"") }
  static var candidates: [String] { ["odbc"] }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    isDatabase = reader.accept(word: "odbc")
    text = try Quoted(from: &reader)
  }

  func text(in notation: Notation) -> String { (isDatabase ? "odbc " : "") + quoted(text.text) }

  /// As results name it: never with a password.
  func input(in session: Session) -> TableInput {
    isDatabase ? .odbc(text.text) : .file(session.analyst.files.reading(text))
  }

  /// The file as it was typed.
  var label: String { isDatabase ? TableInput.odbc(text.text).name : text.text }
}

extension SourceName {
  static let help = Message(
    "A file, beside the script or in the current directory; or odbc and a connection",
    zh: "脚本旁边或当前目录中的文件；或 odbc 加连接")
}

extension SourceName {
  /// Reads the table with what its block and the session's settings say.
  func load<Role: MappedRole, Result>(
    _ block: Block?, in session: Session,
    _ read: (TableInput, LoadOptions<Role>, Job) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    var options = LoadOptions<Role>()
    options.today = session.settings.analysis.today ?? session.environment.today
    options.quarantine = session.environment.keepsQuarantine ? session.settings.quarantine.place : nil
    Role.apply(session.settings, to: &options.rows)
    if let block { try options.read(block) }
    do throws(Diagnostic) {
      return try read(input(in: session), options, session.job)
    } catch {
      throw error.placed(at: text.span)
    }
  }
}
