import Quantities
import Reporting

/// `plan EVENT [draws N] [seed N]`: what an event is expected to bring, and what must be true for it to pay.
struct PlanEvent: Command {
  var name = Reference("")
  var scenario: Reference?
  var draws: Placed<Count>?
  var seed: Count?
  var top: Count?

  static let syntax = Syntax<PlanEvent>(
    "plan", "What an event is expected to bring: guests, cost, ROI with its range, and its break-even",
    [
      .argument("EVENT", \.name, "Its name", .objects("event")),
      .clause("in", "SCENARIO", \.scenario, "Whose changes apply; baseline where it is left out", .scenarios),
      .clause("draws", "N", \.draws, "Draws of the declared ranges; 1,000 where it is left out"),
      .clause("seed", "N", \.seed, "What the draws are keyed by; `set seed` where it is left out"),
      .clause("top", "N", \.top, "How many guests are shown; 20 where it is left out, and all in JSON"),
    ],
    examples: [Example("plan 春季私享会 top 3", shown: 14), "plan 春季私享会 draws 5,000 seed 7 top 60"])

  func run(in session: inout Session) throws -> Answer {
    let planned = try session.plan(name, PlanRequest(draws: draws, seed: seed, scenario: scenario))
    return .report(planned.report(guestsShown: Int(clamping: top?.value ?? 20), session.notation))
  }
}
