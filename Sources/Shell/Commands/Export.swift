import Analysis
import Files
import Messages
import PlanLanguage
import Reporting

/// `export _ [TABLE] to "f.csv" [replace]`: the last result as a file.
struct Export: Command {
  var result = Reference("_")
  var table: Reference?
  var path = Quoted()
  var replace = false

  static let syntax = Syntax<Export>(
    "export", Message("Writes the last result to a file: .csv, .json or .md", zh: "把上一个结果写入文件：.csv、.json 或 .md"),
    aliases: [Alias(zh: "导出")],
    [
      .argument(Message(verbatim: "_"), \.result, Message("The last result", zh: "上一个结果"), offers: .words(["_"])),
      .option(
        Message("TABLE", zh: "表"), \.table,
        Message("Which of its tables; for .csv the first where it is left out", zh: "其中的哪张表；省略时 .csv 写第一张"),
        offers: .tables),
      .required(
        "to", takes: Label.file, \.path, Message("The file; its ending says the format", zh: "文件；由扩展名决定格式"),
        offers: .files),
      .flag("replace", \.replace, .overwriting),
    ],
    examples: ["export _ to \"moves.csv\"", "export _ differences to \"differences.csv\" replace"])

  func run(in session: inout Session) throws -> Answer {
    guard result.text == "_" else {
      throw Diagnostic(ReadingProblem.notOneOf(found: result.text, options: ["_"]), at: result.span)
    }
    guard var report = session.lastReport else { throw Diagnostic(ExportProblem.noResult, at: result.span) }
    if let table {
      guard let found = report.tables.first(where: { $0.name == table.text }) else {
        let names = report.tables.map(\.name)
        throw Diagnostic(
          AnalysisProblem.noSuch(
            kind: Message("table", zh: "表"), table.text, names: names,
            list: Message("the last result has: \(Message.list(names))", zh: "上一个结果有：\(Message.list(names))")),
          at: table.span)
      }
      report.tables = [found]
    }
    try report.write(to: path, replacing: replace, in: session)
    return .done(.written(path.text))
  }
}

extension Report {
  /// Writes a result to a file, in the format that its ending says.
  func write(to path: Quoted, replacing: Bool, in session: Session) throws {
    let text: String
    switch path.text.split(separator: ".").last?.lowercased() {
    case "csv": text = CSVRenderer.text(self)
    case "json": text = JSONRenderer.line(self, source: path.span?.place ?? "") + "\n"
    case "md": text = MarkdownRenderer(currency: session.settings.currency).text(self)
    default: throw Diagnostic(ExportProblem.unknownFormat(path.text), at: path.span)
    }
    let draft = try FileDraft(session.analyst.files.writing(path), at: path.span, replacing: replacing)
    try draft.write(Array(text.utf8))
    try draft.publish()
  }
}

private enum ExportProblem: Problem {
  case noResult
  case unknownFormat(String)

  var code: ErrorCode {
    switch self {
    case .noResult: .noData
    case .unknownFormat: .value
    }
  }

  var message: Message {
    switch self {
    case .noResult: .noResult
    case .unknownFormat(let path): Message("\(path) does not say a format", zh: "\(path) 没有说明格式")
    }
  }

  var hint: Message? {
    switch self {
    case .noResult: Message("`run`, `compare` or `show` something first", zh: "先用 `run`、`compare` 或 `show` 得到结果")
    case .unknownFormat: Message("let it end in .csv, .json or .md", zh: "扩展名用 .csv、.json 或 .md")
    }
  }
}
