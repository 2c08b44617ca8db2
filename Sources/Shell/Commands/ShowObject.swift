import Programme
import Quantities
import Reporting

/// `show ladder [NAME]` and `show ladders`, one for each kind of object: definitions in canonical spelling.
struct ShowObject: Command {
  var name: Reference?
  private var kind: (any ObjectKind)?

  static var syntax: Syntax<ShowObject> { syntax(for: "") }

  static func syntax(for word: String, example: Example = "") -> Syntax<ShowObject> {
    Syntax(
      "show \(word)", "Definitions of \(word), as they would be written",
      [
        .option("NAME", \.name, "Its name; all of them where it is left out", .objects(word))
      ], examples: [example])
  }

  static func syntax(forAll plural: String) -> Syntax<ShowObject> {
    Syntax("show \(plural)", "Every definition of its kind", examples: [Example("show \(plural)")])
  }

  init() {}
  init(_ kind: some ObjectKind) { self.kind = kind }

  func run(in session: inout Session) throws -> Answer {
    guard let kind else { return .nothing }
    let names = kind.names(in: session.programme)
    var report = Report(verb: "show")
    if let name {
      guard let text = kind.text(of: name.text, in: session.programme, session.notation) else {
        throw Diagnostic(
          ShellProblem.noSuch(kind: kind.word, name.text, names: names, list: "`show \(kind.plural)` lists them."),
          at: name.span)
      }
      report.text = text
    } else {
      report.text = names.flatMap { kind.text(of: $0, in: session.programme, session.notation) ?? [] }
      if names.isEmpty { report.notes = ["none is defined yet; `help \(kind.word)` shows how"] }
    }
    return .report(report)
  }
}
