import Analysis
import CustomerModels
import Messages
import PlanLanguage
import Programme
import Reporting

/// `fit customers [using mbg|bg|pareto|nbd, …] [calibrate to DATE] [by store|ATTRIBUTE|join year]`
struct FitCustomers: Command {
  var models: [ModelKind]?
  var calibration: Placed<CalibrationDay>?
  var split: FitSplit?

  static let syntax = Syntax<FitCustomers>(
    "fit customers",
    Message(
      "Fits when members buy and when they leave, and what their baskets are: the model that values and chances to be "
        + "alive come from, until the data change",
      zh: "拟合会员何时购买、何时流失以及客单：会员价值和留存概率都由它得出，直到数据改变"), aliases: [Alias(zh: "拟合")],
    [
      .clause(
        "using", takes: Message("MODELS", zh: "模型"), \.models,
        Message(
          "mbg (may leave after any purchase), bg (after any repeat purchase), pareto (at any time), nbd (never); mbg where "
            + "it is left out, and the first is the one that is used",
          zh: "mbg（任何一次购买后都可能流失）、bg（复购之后）、pareto（任何时候）、nbd（从不流失）；省略时为 mbg，使用的是第一个"),
        offers: .words(ModelKind.candidates)),
      .clause(
        "calibrate", takes: Message("to DATE", zh: "to 日期"), \.calibration,
        Message("The last day that counts; the as-of date where it is left out", zh: "计入的最后一天；省略时为截止日")),
      .clause(
        "by", takes: Message("store|ATTRIBUTE|join year", zh: "store|属性|join year"), \.split,
        Message(
          "A fit for each group: by the store of the first purchase, an attribute of the members file, or the year of "
            + "joining; groups with fewer than 100 repeat buyers are pooled",
          zh: "每组各拟合一次：按首次购买的门店、会员文件中的属性或入会年份；复购会员不足 100 名的组合并")),
    ],
    examples: [
      Example("fit customers", shown: 10),
      Example("fit customers using mbg, bg, pareto calibrate to 2025-06-30", shown: 8),
      Example("fit customers by store", shown: 6),
    ])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    var request = FitRequest(calibration: calibration?.value.day, split: split)
    if let models { request.models = models }
    for (place, kind) in request.models.enumerated() where request.models[..<place].contains(kind) {
      throw Diagnostic(AnalysisProblem.namedTwice(kind.rawValue))
    }
    let fit: CustomerFit
    do throws(Diagnostic) { fit = try session.analyst.customerFit(request) } catch {
      throw error.placed(at: calibration?.span)
    }
    let text = FitText(fit: fit, book: data.book)
    var report = Report(verb: "fit", title: text.title)
    report.tables = text.tables
    report.values = text.values
    report.showsValues = false
    report.notes = text.notes
    return .report(report)
  }
}
