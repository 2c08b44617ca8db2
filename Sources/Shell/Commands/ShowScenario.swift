import Analysis
import Messages
import PlanLanguage
import Programme
import Reporting

/// `show scenario NAME`: its diff, with what its parent says.
struct ShowScenario: Command {
  var name = Reference("")

  static let syntax = Syntax<ShowScenario>(
    "show scenario", Message("What a scenario changes, beside what its parent says", zh: "方案改变了什么，并列出上级方案的值"),
    aliases: [Alias(zh: "显示")],
    [.argument(Label.name, \.name, .itsName, offers: .scenarios)], examples: [Example("show scenario 提高门槛", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    if name.text == Scenario.baseline {
      var report = Report(verb: "show", title: Message(verbatim: Scenario.baseline))
      report.notes = [
        Message(
          "it is what the objects themselves say; `show ladders` and `show points` show them",
          zh: "它就是各对象自身的定义；用 `show ladders` 和 `show points` 查看")
      ]
      return .report(report)
    }
    guard let scenario = session.programme.scenario(named: name.text) else {
      throw Diagnostic(
        AnalysisProblem.noSuch(
          kind: .kind("scenario"), name.text, names: session.programme.scenarios.map(\.name),
          list: Message("`show scenarios` lists them.", zh: "`show scenarios` 列出全部方案。")), at: name.span)
    }
    var report = Report(
      verb: "show",
      title: Message(
        "scenario \(scenario.name) from \(scenario.parent)", zh: "方案 \(scenario.name)，基于 \(scenario.parent)"))
    var parent = session.programme
    if let origin = session.programme.scenario(named: scenario.parent) { parent = try parent.applying(origin) }
    let before = Dictionary(
      parent.paths(session.notation).map { path -> (String, Cell) in
        (path.text, path.value.map { .text($0) } ?? .word(.notSet))
      }, uniquingKeysWith: { first, _ in first })
    var table = Table(
      "changes",
      columns: [
        .path, Heading("parent", Message(verbatim: scenario.parent)),
        Heading("value", Message(verbatim: scenario.name)), Heading("during", Message("during", zh: "期间")),
      ].map { Table.Column($0) })
    for change in scenario.assignments {
      table.rows.append([
        .text(change.pathText), before[change.pathText] ?? .text("–"), .text(Printer.text(of: change.value.tokens)),
        change.during.map { .text(Printer.text(of: $0.tokens)) } ?? .none,
      ])
    }
    report.tables = [table]
    if scenario.assignments.isEmpty { report.notes = [Message("it changes nothing", zh: "它没有改变任何内容")] }
    return .report(report)
  }
}

/// `show scenarios`
struct ShowScenarios: Command {
  static let syntax = Syntax<ShowScenarios>(
    "show scenarios", Message("Every scenario and how much it changes", zh: "全部方案，以及各自的改动数"),
    examples: [Example("show scenarios", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "show")
    var table = Table(
      "scenarios",
      columns: [
        .scenario, Heading("from", Message("from", zh: "上级方案")), Heading("changes", Message("changes", zh: "改动数")),
      ].map { Table.Column($0) })
    table.rows = [[.text(Scenario.baseline), .none, .none]]
    table.rows += session.programme.scenarios.map {
      [.text($0.name), .text($0.parent), .count(Int64($0.assignments.count))]
    }
    report.tables = [table]
    return .report(report)
  }
}

/// `show paths`
struct ShowPaths: Command {
  static let syntax = Syntax<ShowPaths>(
    "show paths", Message("Every path that a scenario can set, with its present value", zh: "方案可以设置的全部路径及其现在的值"),
    examples: [Example("show paths", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "show")
    var table = Table("paths", columns: [.path, .value, .meaning].map { Table.Column($0) })
    for path in session.programme.paths(session.notation) {
      table.rows.append([.text(path.text), path.value.map { .text($0) } ?? .none, .word(path.summary)])
    }
    report.tables = [table]
    if table.rows.isEmpty {
      report.notes = [Message("nothing is defined yet; `help ladder` shows how", zh: "还没有任何定义；`help ladder` 说明怎么写")]
    }
    return .report(report)
  }
}
