import Messages
import Programme
import Reporting

/// `show settings`
struct ShowSettings: Command {
  static let syntax = Syntax<ShowSettings>(
    "show settings", Message("Every setting, its value and what it does", zh: "全部设置、它们的值和作用"),
    examples: [Example("show settings", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "show")
    var table = Table(
      "settings",
      columns: [
        Table.Column(Heading("setting", Message("setting", zh: "设置"))), Table.Column(.value),
        Table.Column(.meaning, wraps: true),
      ])
    table.rows = Settings.fields.map { field in
      [
        .text(field.name), field.text(of: session.settings, in: session.notation).map { .text($0) } ?? .none,
        .word(field.summary),
      ]
    }
    report.tables = [table]
    return .report(report)
  }
}
