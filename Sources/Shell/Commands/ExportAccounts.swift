import Analysis
import Messages
public import PlanLanguage
import Programme
import Quantities
import Reporting
public import Simulation

/// `export accounts over RANGE [in SCENARIO] [as VIEW] to "f.csv" [replace]`: the month-end vouchers.
struct ExportAccounts: Command {
  var range = Placed(Horizon.history)
  var scenario: Reference?
  var view: AccountingView?
  var path = Quoted()
  var replace = false

  static let syntax = Syntax<ExportAccounts>(
    "export accounts",
    Message(
      "Month-end vouchers of the points: date, account, debit, credit, memo", zh: "积分的月末凭证：日期、科目、借方、贷方、摘要"),
    [
      .required("over", takes: Label.range, \.range, Message("The months", zh: "哪些月份"), offers: .ranges),
      .clause(
        "in", takes: Label.scenario, \.scenario,
        Message("Whose rules apply; baseline where it is left out", zh: "按哪个方案的规则；省略时为 baseline"), offers: .scenarios),
      .clause(
        "as", takes: Message("VIEW", zh: "口径"), \.view,
        Message(
          "deferred_revenue or cost_accrual; where it is left out both, of which a firm books one",
          zh: "deferred_revenue 或 cost_accrual；省略时两种都写，企业只入其中一种"), offers: .words(AccountingView.candidates)),
      .required(
        "to", takes: Label.file, \.path, Message("The file; its ending says the format", zh: "文件；由扩展名决定格式"),
        offers: .files),
      .flag("replace", \.replace, .overwriting),
    ],
    examples: [
      "export accounts over 2025-12 to \"voucher.csv\"",
      "export accounts over 2025-Q4 as deferred_revenue to \"voucher.csv\" replace",
    ])

  func run(in session: inout Session) throws -> Answer {
    let name = scenario ?? Reference(Scenario.baseline)
    let range = try session.analyst.days(of: range)
    let outcome = try session.analyst.accountedOutcome(of: name, over: range, at: self.range.span)
    if let policy = try session.analyst.rules(of: name).points {
      if view == .deferredRevenue, policy.value == nil {
        throw Diagnostic(AccountsProblem.noValue(policy.name), at: self.range.span)
      }
      if !policy.isPriced { throw Diagnostic(AccountsProblem.noPrice(policy.name), at: self.range.span) }
    }
    var report = Report(
      verb: "export", title: Message("accounts of \(name.text) over \(range)", zh: "\(name.text) 的账目，\(range)"))
    report.tables = [voucher(outcome.accountMonths)]
    report.notes = session.analyst.monthNotes(range, outcome.accountMonths) + session.analyst.accountNotes(outcome)
    try report.write(to: path, replacing: replace, in: session)
    return .done(.written(path.text), notes: report.notes)
  }

  private func voucher(_ months: [PointsAccounts.Month]) -> Table {
    var table = Table(
      "voucher",
      columns: [
        .date, Heading("view", Message("view", zh: "口径")), Heading("account", Message("account", zh: "科目")),
        Heading("debit", Message("debit", zh: "借方")), Heading("credit", Message("credit", zh: "贷方")),
        Heading("memo", Message("memo", zh: "摘要")),
      ].map { Table.Column($0) })
    for line in months.flatMap(\.voucher) where view == nil || line.view == view {
      table.rows.append([
        .day(line.date), .text(line.view.rawValue), .text("\(line.account.chinese) \(line.account.english)"),
        .money(Money(minor: line.debit)), .money(Money(minor: line.credit)), .text(line.memo.text),
      ])
    }
    return table
  }
}

extension AccountingView: PhrasedChoice {}
