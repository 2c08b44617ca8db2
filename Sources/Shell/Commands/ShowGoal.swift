import Analysis
import MemberBook
import Messages
import Programme
import Quantities
import Reporting
import Simulation

/// `show goal [NAME]`, `show goals`: what is to be reached, and how far from it baseline is.
struct ShowGoal: Command {
  var name: Reference?

  static let syntax = Syntax<ShowGoal>(
    "show goal",
    Message(
      "A goal, and how far from it baseline is in the days of its period that are history",
      zh: "目标，以及 baseline 在目标期内已有数据的日期里离它多远"),
    [
      .option(
        Label.name, \.name, Message("Its period; all of them where it is left out", zh: "目标期；省略时为全部"),
        offers: .objects("goal"))
    ],
    examples: [Example("show goal 2025", shown: 9)])

  static let ofAll = Syntax<ShowGoal>(
    "show goals", Message("Every goal, and how far from it baseline is", zh: "全部目标，以及 baseline 离它们多远"),
    examples: ["show goals"])

  static var commands: [AnyCommand] {
    [AnyCommand(ShowGoal.self), AnyCommand(ofAll) { ShowGoal() }]
  }

  func run(in session: inout Session) throws -> Answer {
    let asked = session.programme.goals.filter { name == nil || $0.name == name?.text }
    guard !asked.isEmpty else {
      // That none is there is said as of any kind.
      guard let kind = Programme.kinds.first(where: { $0.word == Goal.declaration.kind }) else { return .nothing }
      var definitions = ShowObject(kind)
      definitions.name = name
      return try definitions.run(in: &session)
    }
    var report = Report(verb: "show")
    for goal in asked { try ShowGoal.add(goal, to: &report, &session) }
    return .report(report)
  }

  private static func add(_ goal: Goal, to report: inout Report, _ session: inout Session) throws(Diagnostic) {
    report.text += Goal.declaration.print(goal, in: session.notation)
    guard let data = session.dataset, let period = goal.period else { return }
    let asOf = session.analyst.asOf(data)
    guard period.first <= asOf, period.last >= data.book.firstDay,
      let range = DayRange(period.first, min(period.last, asOf))
    else {
      report.notes.append(
        Message(
          "the data, \(data.book.firstDay)..\(asOf), say nothing of goal \(goal.name)",
          zh: "数据（\(data.book.firstDay)..\(asOf)）不涉及目标 \(goal.name)"))
      return
    }
    var rules = try session.analyst.rules(of: Reference(Scenario.baseline))
    rules.goals = [goal]
    let outcome = try session.analyst.outcome(rules, over: range, accounts: goal.needsAccounts)
    let found = GoalTable(outcome)
    for table in found.tables {
      if report.tables.isEmpty { report.tables = [table] } else { report.tables[0].rows += table.rows }
    }
    let notes = found.notes + session.analyst.comingNotes(on: found.metrics, over: range)
    for note in notes where !report.notes.contains(note) { report.notes.append(note) }
  }
}
