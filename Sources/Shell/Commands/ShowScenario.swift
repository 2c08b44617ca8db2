import PlanLanguage
import Programme
import Quantities
import Reporting

/// `show scenario NAME`: its diff, with what its parent says.
struct ShowScenario: Command {
  var name = Reference("")

  static let syntax = Syntax<ShowScenario>(
    "show scenario", "What a scenario changes, beside what its parent says",
    [.argument("NAME", \.name, "Its name", .scenarios)], examples: [Example("show scenario 提高门槛", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    if name.text == Scenario.baseline {
      var report = Report(verb: "show", title: "baseline")
      report.notes = ["it is what the objects themselves say; `show ladders` and `show points` show them"]
      return .report(report)
    }
    guard let scenario = session.programme.scenario(named: name.text) else {
      throw Diagnostic(
        ShellProblem.noSuch(
          kind: "scenario", name.text, names: session.programme.scenarios.map(\.name),
          list: "`show scenarios` lists them."), at: name.span)
    }
    var report = Report(verb: "show", title: "scenario \(scenario.name) from \(scenario.parent)")
    var parent = session.programme
    if let origin = session.programme.scenario(named: scenario.parent) { parent = try parent.applying(origin) }
    let before = Dictionary(
      parent.paths(session.notation).map { ($0.text, $0.value ?? "not set") }, uniquingKeysWith: { first, _ in first })
    var table = Table(
      "changes",
      columns: [
        Table.Column("path"), Table.Column("parent", title: scenario.parent),
        Table.Column("value", title: scenario.name),
        Table.Column("during"),
      ])
    for change in scenario.assignments {
      table.rows.append([
        .text(change.pathText), .text(before[change.pathText] ?? "–"), .text(Printer.text(of: change.value.tokens)),
        change.during.map { .text(Printer.text(of: $0.tokens)) } ?? .none,
      ])
    }
    report.tables = [table]
    if scenario.assignments.isEmpty { report.notes = ["it changes nothing"] }
    return .report(report)
  }
}

/// `show scenarios`
struct ShowScenarios: Command {
  static let syntax = Syntax<ShowScenarios>(
    "show scenarios", "Every scenario and how much it changes",
    examples: [Example("show scenarios", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "show")
    var table = Table("scenarios", columns: ["scenario", "from", "changes"].map { Table.Column($0) })
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
    "show paths", "Every path that a scenario can set, with its present value",
    examples: [Example("show paths", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "show")
    var table = Table(
      "paths", columns: [Table.Column("path"), Table.Column("value"), Table.Column("meaning")])
    for path in session.programme.paths(session.notation) {
      table.rows.append([.text(path.text), path.value.map { .text($0) } ?? .none, .text(path.summary)])
    }
    report.tables = [table]
    if table.rows.isEmpty { report.notes = ["nothing is defined yet; `help ladder` shows how"] }
    return .report(report)
  }
}
