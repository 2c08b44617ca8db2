import Analysis
import Messages
import PlanLanguage
import Reporting

/// `plan EVENT [draws N] [seed N]`: what an event is expected to bring, and what must be true for it to pay.
struct PlanEvent: Command {
  var name = Reference("")
  var scenario: Reference?
  var draws: Placed<Count>?
  var seed: Count?
  var top: Count?

  static let syntax = Syntax<PlanEvent>(
    "plan",
    Message(
      "What an event is expected to bring: guests, cost, ROI with its range, and its break-even",
      zh: "预计活动带来什么：宾客、成本、投资回报率及其区间，以及盈亏平衡"), aliases: [Alias(zh: "策划")],
    [
      .argument(Message("EVENT", zh: "活动"), \.name, .itsName, offers: .objects("event")),
      .clause(
        "in", takes: Label.scenario, \.scenario,
        Message("Whose changes apply; baseline where it is left out", zh: "采用哪个方案的改动；省略时为 baseline"), offers: .scenarios
      ),
      .clause(
        "draws", takes: Label.number, \.draws,
        Message("Draws of the declared ranges; 1,000 where it is left out", zh: "对所声明区间的抽样次数；省略时为 1,000")),
      .clause(
        "seed", takes: Label.number, \.seed,
        Message("What the draws are keyed by; `set seed` where it is left out", zh: "抽样的随机种子；省略时用 `set seed`")),
      .clause(
        "top", takes: Label.number, \.top,
        Message("How many guests are shown; 20 where it is left out, and all in JSON", zh: "显示多少名宾客；省略时为 20，JSON 中为全部")),
    ],
    examples: [Example("plan 春季私享会 top 3", shown: 14), "plan 春季私享会 draws 5,000 seed 7 top 60"])

  func run(in session: inout Session) throws -> Answer {
    let planned = try session.analyst.plan(
      name, PlanRequest(draws: draws, seed: seed, scenario: scenario, usage: PlanEvent.syntax.usage))
    return .report(planned.report(guestsShown: Int(clamping: top?.value ?? 20), session.notation))
  }
}
