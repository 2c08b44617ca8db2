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

extension Session {
  /// Reads a table with what its block and the settings say.
  func load<Role: MappedRole, Result>(
    _ source: SourceName, _ block: Block?,
    _ read: (TableInput, LoadOptions<Role>, Job) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    var options = LoadOptions<Role>()
    options.today = settings.analysis.today ?? environment.today
    options.quarantine = environment.keepsQuarantine ? settings.quarantine.place : nil
    Role.apply(settings, to: &options.rows)
    if let block { try options.read(block) }
    do throws(Diagnostic) {
      return try read(source.input(in: self), options, environment.job)
    } catch {
      throw error.placed(at: source.text.span)
    }
  }
}
