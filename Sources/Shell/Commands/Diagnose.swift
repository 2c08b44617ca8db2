import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `diagnose [store S] over RANGE [against RANGE] [stuck N]`: the VIP business of a store, or of all, on a page.
struct Diagnose: Command {
  var store: StoreName?
  var range = Placed(Horizon.history)
  var against: Placed<Horizon>?
  var stuck: Count?

  static let syntax = Syntax<Diagnose>(
    "diagnose",
    Message(
      "The VIP business of a store, or of all, on a page: members, sales and why they changed, the entry tier, what matters "
        + "most; `help diagnosis` defines each figure",
      zh: "一页看清一家或全部门店的会员业务：会员、销售及其变化的原因、起始等级、最要紧的事；`help diagnosis` 说明每个数字"),
    aliases: [Alias(zh: "诊断")],
    [
      .clause(
        "store", takes: Label.store, \.store,
        Message("One store, beside the others; all together where it is left out", zh: "一家门店，与其他门店对照；省略时为全部门店合计")),
      .required(
        "over", takes: Label.range, \.range, Message("The days that are looked at", zh: "所看的日期"), offers: .ranges),
      .clause(
        "against", takes: Label.range, \.against,
        Message(
          "The earlier range; where it is left out the equal one just before: months, quarters and years by the calendar",
          zh: "较早的区间；省略时为紧接在前的等长区间，整月、整季、整年按日历"), offers: .ranges),
      .clause(
        "stuck", takes: Label.number, \.stuck,
        Message(
          "From how many purchases on a member who never rose counts as stuck; 3 where it is left out",
          zh: "从未升级的会员购买多少笔起算滞留；省略时为 3")),
    ],
    examples: [
      Example("diagnose over 2025-Q4", shown: 20),
      Example("diagnose store 万象城店 over 2025-Q4 against 2024-Q4", shown: 20),
    ])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let focus = try store.map { try session.analyst.storeCode(of: $0.name) } ?? StoreTallies.all(data.book)
    let days = try session.analyst.days(of: range)
    let earlier = try earlier(than: days, in: session)
    let request = DiagnosisRequest(
      focus: focus, range: days, earlier: earlier, stuckFrom: stuck?.value ?? DiagnosisRequest.usuallyStuck)
    let answer = try session.analyst.diagnosis(request)
    return .report(DiagnosisText(answer: answer, notation: session.notation).report)
  }

  private func earlier(than days: DayRange, in session: Session) throws(Diagnostic) -> EarlierRange {
    guard let against else { return EarlierRange(before: days, of: range.value) }
    let named = try session.analyst.days(of: against)
    guard named.last < days.first else {
      throw Diagnostic(DiagnosisProblem.notEarlier(named, than: days), at: against.span)
    }
    return EarlierRange(named: named)
  }
}

/// A store's name, for a command that looks it up.
struct StoreName: Phrased {
  let name: Reference

  static var form: Message { Message("a store's name", zh: "门店名称") }

  init(from reader: inout PhraseReader) throws(Diagnostic) { name = try Reference(of: "store", from: &reader) }

  func text(in notation: Notation) -> String { name.text(in: notation) }
}
