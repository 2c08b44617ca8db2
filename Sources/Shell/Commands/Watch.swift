import PlanLanguage
import Quantities

/// `watch N STATEMENT`: again every N seconds, until Ctrl-C.
struct Watch: Command {
  var seconds = Placed(Count(0))
  var rest = Rest()

  static let syntax = Syntax<Watch>(
    "watch", "Runs a statement again every so many seconds, until Ctrl-C; at the prompt only",
    [
      .argument("SECONDS", \.seconds, "How long to wait between two runs: 1 to 86,400"),
      .argument("STATEMENT", \.rest, "What to run; one without a block", .statement),
    ],
    runsOthers: true, examples: ["watch 5 show quality"])

  private static let bounds = Int64(1)...86_400

  func run(in session: inout Session) throws -> Answer {
    guard let phrase = rest.phrase, let first = phrase.tokens.first else { return .nothing }
    guard session.isTyped else { throw Diagnostic(WatchProblem()) }
    guard Watch.bounds.contains(seconds.value.value) else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(grouped(seconds.value.value), must: "from 1 to 86,400"), at: seconds.span)
    }
    guard case .word(let verb) = first.kind else {
      throw Diagnostic(SyntaxProblem.verbExpected(found: "`\(first.kind.text)`"), at: first.span)
    }
    let statement = Statement(
      verb: session.vocabulary.verb(meantBy: verb), verbSpan: first.span, phrase: phrase.dropping(words: 1), block: nil,
      span: phrase.span)
    let stop = session.environment.stop
    // Ctrl-C is how it ends, and no error.
    do {
      while !stop.isRaised(), !session.wantsToQuit {
        try session.execute(statement)
        session.rule()
        for _ in 0..<(seconds.value.value * 20) where !stop.isRaised() { session.environment.wait(.milliseconds(50)) }
      }
    } catch let error as Diagnostic where error.code == .interrupted {}
    return .nothing
  }
}

private struct WatchProblem: Problem {
  var code: ErrorCode { .value }
  var message: String { "`watch` ends by Ctrl-C alone, so it has no place in a script" }
  var hint: String? { "a loop goes a number of rounds: for x in 1..10 { … }" }
}
