import PlanLanguage
import Quantities
import Reporting

/// `for NAME in VALUES [step STEP] { … }`
struct For: Command {
  var name = Reference("")
  var values: RoundValues?
  var step: AnyNumber?
  var body: Body?

  static let syntax = Syntax<For>(
    "for", "Runs statements once for each value, {NAME} standing for it",
    [
      .argument("NAME", \.name, "The variable; it is gone when the loop ends"),
      Slot(
        place: .clause("in"), label: "VALUES",
        summary: "a..b in any unit or in days, months, quarters · names with commas between · tiers(LADDER)",
        isRequired: true, offer: .scenarios
      ) { subject, reader throws(Diagnostic) in subject.values = try RoundValues(from: &reader) },
      .clause("step", "STEP", \.step, "From one value of a range to the next; 1 where it is left out, -1 counts down"),
    ],
    body: BodyUse(form: .plain) { subject, body, _ in subject.body = body },
    examples: [
      "for x in 8,000..12,000 step 1,000 { sweep 会员.金卡.spend from {x} to {x} on share(金卡) over last 6mo }",
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
        try session.environment.stop.check()
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
