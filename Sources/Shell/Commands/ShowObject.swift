import Analysis
import Messages
import Programme
import Reporting

/// `show ladder [NAME]` and `show ladders`, one for each kind of object: definitions in canonical spelling.
struct ShowObject: Command {
  var name: Reference?
  private var kind: (any ObjectKind)?

  static var syntax: Syntax<ShowObject> { syntax(for: "") }

  static func syntax(for word: String, example: Example = "") -> Syntax<ShowObject> {
    Syntax(
      "show \(word)",
      Message("Definitions of \(word), as they would be written", zh: "\(Message.kind(word))的定义，写法与输入时相同"),
      [
        .option(
          Label.name, \.name, Message("Its name; all of them where it is left out", zh: "名称；省略时为全部"),
          offers: .objects(word))
      ], examples: [example])
  }

  static func syntax(forAll plural: String) -> Syntax<ShowObject> {
    Syntax(
      "show \(plural)", Message("Every definition of its kind", zh: "这一类的全部定义"), examples: [Example("show \(plural)")])
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
          AnalysisProblem.noSuch(
            kind: kind.noun, name.text, names: names,
            list: Message("`show \(kind.plural)` lists them.", zh: "`show \(kind.plural)` 列出现有的。")), at: name.span)
      }
      report.text = text
    } else {
      report.text = names.flatMap { kind.text(of: $0, in: session.programme, session.notation) ?? [] }
      if names.isEmpty {
        report.notes = [
          Message("none is defined yet; `help \(kind.word)` shows how", zh: "还没有定义；`help \(kind.word)` 说明怎么写")
        ]
      }
    }
    return .report(report)
  }
}
