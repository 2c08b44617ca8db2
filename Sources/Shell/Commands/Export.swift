import Files
import Quantities
import Reporting

/// `export _ [TABLE] to "f.csv" [replace]`: the last result as a file.
struct Export: Command {
  var result = Reference("_")
  var table: Reference?
  var path = Quoted()
  var replace = false

  static let syntax = Syntax<Export>(
    "export", "Writes the last result to a file: .csv, .json or .md",
    [
      .argument("_", \.result, "The last result", .words(["_"])),
      .option("TABLE", \.table, "Which of its tables; for .csv the first where it is left out", .tables),
      .required("to", "\"FILE\"", \.path, "The file; its ending says the format", .files),
      .flag("replace", \.replace, "Overwrites the file where it is there already"),
    ],
    examples: ["export _ to \"moves.csv\"", "export _ differences to \"differences.csv\" replace"])

  func run(in session: inout Session) throws -> Answer {
    guard result.text == "_" else {
      throw Diagnostic(ReadingProblem.notOneOf(found: result.text, options: ["_"]), at: result.span)
    }
    guard var report = session.lastReport else { throw Diagnostic(ExportProblem.noResult, at: result.span) }
    if let table {
      guard let found = report.tables.first(where: { $0.name == table.text }) else {
        throw Diagnostic(
          ShellProblem.noSuch(
            kind: "table", table.text, names: report.tables.map(\.name),
            list: "the last result has: " + report.tables.map(\.name).joined(separator: ", ")), at: table.span)
      }
      report.tables = [found]
    }
    let text: String
    switch path.text.split(separator: ".").last?.lowercased() {
    case "csv": text = CSVRenderer.text(report)
    case "json": text = JSONRenderer.line(report, source: path.span?.place ?? "") + "\n"
    case "md": text = MarkdownRenderer(currency: session.settings.currency).text(report)
    default: throw Diagnostic(ExportProblem.unknownFormat(path.text), at: path.span)
    }
    let draft = try FileDraft(path.text, at: path.span, replacing: replace)
    try draft.write(Array(text.utf8))
    try draft.publish()
    return .done("written: \(path.text)")
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

  var message: String {
    switch self {
    case .noResult: "there is no result yet"
    case .unknownFormat(let path): "\(path) does not say a format"
    }
  }

  var hint: String? {
    switch self {
    case .noResult: "`run`, `compare` or `show` something first"
    case .unknownFormat: "let it end in .csv, .json or .md"
    }
  }
}
