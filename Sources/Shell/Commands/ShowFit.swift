import Analysis
import CustomerModels
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting

/// `show fit [using MODELS] [holdout 6mo] [by store]`: how well the customer models forecast days that they were not shown.
struct ShowFit: Command {
  var models: [ModelKind]?
  var holdout: Placed<CalendarDuration>?
  var split: FitSplit?

  static let syntax = Syntax<ShowFit>(
    "show fit",
    Message(
      "How well customer models forecast days they were not shown, beside two naive forecasts: the total, the error a "
        + "member, and whether those who came often are told from those who did not",
      zh: "顾客模型对未见过的日期预测得如何，并与两种简单预测对照：总量、人均误差，以及能否分清常来与少来的会员"),
    [
      .clause(
        "using", takes: Message("MODELS", zh: "模型"), \.models,
        Message("Which models; all four where it is left out", zh: "哪些模型；省略时为全部四个"),
        offers: .words(ModelKind.candidates)),
      .clause(
        "holdout", takes: Message("DURATION", zh: "时长"), \.holdout,
        Message(
          "How many of the last days the models are not shown; where it is left out those after `calibrate to` of the fit, "
            + "else the last third",
          zh: "最后多少天不给模型看；省略时为拟合的 `calibrate to` 之后，没有则为最后三分之一")),
      .clause(
        "by", takes: Message("store|ATTRIBUTE|join year", zh: "store|属性|join year"), \.split,
        Message(
          "Models of each group too, as in `fit customers by`, and which forecasts it best",
          zh: "另外对每组各拟合一次，分组同 `fit customers by`，看哪个预测得最好")),
    ],
    examples: [
      Example("show fit using mbg, nbd holdout 6mo", shown: 8), "show fit using mbg by store",
      "fit customers calibrate to 2025-06-30\nshow fit using mbg",
    ])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let asOf = session.analyst.asOf(data)
    let calibration = try calibration(data, asOf)
    var kinds: [ModelKind] = []
    for kind in models ?? ModelKind.allCases where !kinds.contains(kind) { kinds.append(kind) }
    let comparison: HoldoutComparison
    do throws(Diagnostic) {
      comparison = try session.analyst.holdout(of: kinds, calibration: calibration, through: asOf)
    } catch {
      throw error.placed(at: holdout?.span)
    }
    var report = Report(verb: "show", title: comparison.title)
    report.tables = comparison.tables
    report.notes = comparison.notes
    if let split {
      let groups = try session.analyst.groupedHoldout(
        by: split, of: kinds, calibration: calibration, through: asOf)
      report.tables.insert(groups.table, at: 1)
      report.notes += groups.notes
    }
    report.values = [
      .init(.members, .count(Int64(comparison.members))), .init(.actual, .count(Int64(comparison.actual))),
      .init(Heading("holdout_days", Message("holdout days", zh: "留出天数")), .count(Int64(asOf - calibration))),
    ]
    report.showsValues = false
    if holdout == nil, !isOfFit(data, asOf) {
      report.notes.append(
        Message(
          "the last third of the days is held out; `holdout 6mo` says otherwise",
          zh: "留出最后三分之一的天数；可用 `holdout 6mo` 另行指定"))
    }
    return .report(report)
  }

  /// The last day that the models are shown.
  private func calibration(_ data: Dataset, _ asOf: Day) throws(Diagnostic) -> Day {
    if let holdout {
      let day = asOf - holdout.value
      guard day >= data.book.firstDay else {
        throw Diagnostic(CustomersProblem.holdoutTooLong(from: day + 1, first: data.book.firstDay), at: holdout.span)
      }
      return day
    }
    if isOfFit(data, asOf), let day = data.customerFit?.calibration { return day }
    return asOf - max(1, (asOf - data.book.firstDay + 1) / 3)
  }

  /// Whether the fit leaves days to compare with.
  private func isOfFit(_ data: Dataset, _ asOf: Day) -> Bool {
    data.customerFit?.request.calibration.map { $0 < asOf } ?? false
  }
}
