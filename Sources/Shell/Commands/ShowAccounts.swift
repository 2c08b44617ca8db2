import Analysis
import Messages
import PlanLanguage
import Programme
import Reporting
import Simulation

/// `show accounts over RANGE [in SCENARIO]`: what points are booked at, month by month.
struct ShowAccounts: Command {
  var range = Placed(Horizon.history)
  var scenario: Reference?

  static let syntax = Syntax<ShowAccounts>(
    "show accounts",
    Message(
      "What points are booked at, month by month: cost accrual, deferred revenue, breakage",
      zh: "积分逐月的账目：成本计提、递延收入、失效率"),
    [
      .required(
        "over", takes: Label.range, \.range, Message("The months, each as known at its end", zh: "哪些月份，每月按月末所知"),
        offers: .ranges),
      .clause(
        "in", takes: Label.scenario, \.scenario,
        Message("Whose rules apply; baseline where it is left out", zh: "按哪个方案的规则；省略时为 baseline"), offers: .scenarios),
    ],
    examples: [Example("show accounts over 2025-10..2025-12", shown: 8), "show accounts over 2025-Q4 in 提高门槛"])

  func run(in session: inout Session) throws -> Answer {
    let name = scenario ?? Reference(Scenario.baseline)
    let range = try session.analyst.days(of: range)
    let outcome = try session.analyst.accountedOutcome(of: name, over: range, at: self.range.span)
    session.lastRange = range
    session.lastScenario = name.text
    let rules = try session.analyst.rules(of: name)
    let accounts = AccountsReport(months: outcome.accountMonths)
    var report = Report(
      verb: "show", title: Message("accounts of \(name.text) over \(range)", zh: "\(name.text) 的账目，\(range)"))
    report.tables = accounts.tables
    report.values = accounts.values
    report.showsValues = false
    report.notes =
      session.analyst.monthNotes(range, outcome.accountMonths) + session.analyst.accountNotes(outcome)
      + session.analyst.notes(on: rules, over: range, outcome)
    if rules.points?.isPriced == false, let policy = rules.points {
      report.notes.append(AccountsProblem.noPrice(policy.name).message)
    }
    return .report(report)
  }
}
