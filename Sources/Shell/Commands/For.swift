import Analysis
import Messages
import Numerics
import PlanLanguage
import Reporting

/// `for NAME in VALUES [step STEP] { … }`
struct For: Command {
  var name = Reference("")
  var values: RoundValues?
  var step: AnyNumber?
  var body: Body?

  static let syntax = Syntax<For>(
    "for", Message("Runs statements once for each value, {NAME} standing for it", zh: "对每个值运行一遍语句，{名称} 代表该值"),
    aliases: [Alias(zh: "循环")],
    [
      .argument(Label.name, \.name, Message("The variable; it is gone when the loop ends", zh: "变量；循环结束后就没有了")),
      Slot(
        place: .clause("in"), label: Message("VALUES", zh: "取值"),
        summary: Message(
          "a..b in any unit or in days, months, quarters · names with commas between · tiers(LADDER)",
          zh: "任意单位或以日、月、季度计的 a..b · 用逗号隔开的名称 · tiers(等级体系)"),
        isRequired: true, offer: .rounds
      ) { subject, reader throws(Diagnostic) in subject.values = try RoundValues(from: &reader) },
      .clause(
        "step", takes: Message("STEP", zh: "步长"), \.step,
        Message(
          "From one value of a range to the next; 1 where it is left out, -1 counts down",
          zh: "区间中一个值到下一个值的间隔；省略时为 1，-1 表示递减")),
    ],
    body: BodyUse(form: .plain) { subject, body, _ in subject.body = body },
    changes: .statements(StepName(words: 1) { _ in Message("for", zh: "循环") }),
    examples: [
      Example(
        """
        for x in 6,000..14,000 step 4,000 {
          scenario 试 from baseline { 会员.金卡.spend = {x} }
          collect share(试, 金卡) as share over last 6mo
        }
        """, shown: 12),
      "for s in baseline, 提高门槛 { run {s} over last 6mo }", "for t in tiers(会员) { assert share({t}) > 1% }",
    ])

  func run(in session: inout Session) throws -> Answer {
    guard let values, let body else { return .nothing }
    try session.checkVariable(name.text, at: name.span)
    try session.checkVerbs(of: body)
    let (outside, undoable) = (session.rounds, session.undoable)
    if outside.isEmpty { session.collected = Collected() }
    let all = try values.values(step: step, in: session)
    for (number, value) in all.enumerated() where !session.wantsToQuit {
      let round = Round(name: name.text, value: value, number: number)
      session.rounds = outside + [round]
      do {
        try session.job.check()
        try session.part(number, of: all.count) { try $0.execute(body) }
      } catch let error as Diagnostic {
        // What was gathered until then can still be exported.
        if outside.isEmpty, let report = session.collected.report { session.lastReport = report }
        throw error.within([round])
      }
      // The loop is undone as a whole.
      session.undoable = undoable
    }
    session.rounds = outside
    guard outside.isEmpty, let report = session.collected.report else { return .nothing }
    session.collected = Collected()
    return .report(report)
  }
}
