import Analysis
import Messages
import Numerics
import PlanLanguage

/// `watch N STATEMENT`: again every N seconds, until Ctrl-C.
struct Watch: Command {
  var seconds = Placed(Count(0))
  var rest = Rest()

  static let syntax = Syntax<Watch>(
    "watch",
    Message(
      "Runs a statement again every so many seconds, until Ctrl-C; at the prompt only",
      zh: "每隔若干秒重新运行一条语句，直到按 Ctrl-C；只能在提示符下使用"), aliases: [Alias(zh: "监视")],
    [
      .argument(
        Message("SECONDS", zh: "秒数"), \.seconds,
        Message("How long to wait between two runs: 1 to 86,400", zh: "两次运行之间等多久：1 到 86,400")),
      .argument(
        Message("STATEMENT", zh: "语句"), \.rest, Message("What to run; one without a block", zh: "要运行的语句；不带块"),
        offers: .statement),
    ],
    changes: .statements(), examples: ["watch 5 show quality"])

  private static let bounds = Int64(1)...86_400

  func run(in session: inout Session) throws -> Answer {
    guard let phrase = rest.phrase, let first = phrase.tokens.first else { return .nothing }
    guard session.isTyped else { throw Diagnostic(WatchProblem()) }
    guard Watch.bounds.contains(seconds.value.value) else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(grouped(seconds.value.value), must: Message("from 1 to 86,400", zh: "1 到 86,400")),
        at: seconds.span)
    }
    guard case .word(let verb) = first.kind else {
      throw Diagnostic(SyntaxProblem.verbExpected(found: "`\(first.kind.text)`"), at: first.span)
    }
    let statement = Statement(
      verb: session.vocabulary.verb(meantBy: verb), verbSpan: first.span, phrase: phrase.dropping(words: 1), block: nil,
      span: phrase.span)
    let job = session.job
    // Ctrl-C is how it ends, and no error.
    do {
      while !job.isStopped, !session.wantsToQuit {
        try session.execute(statement)
        session.rule()
        for _ in 0..<(seconds.value.value * 20) where !job.isStopped { session.environment.wait(.milliseconds(50)) }
      }
    } catch let error as Diagnostic where error.code == .interrupted {}
    return .nothing
  }
}

private struct WatchProblem: Problem {
  var code: ErrorCode { .value }
  var message: Message {
    Message("`watch` ends by Ctrl-C alone, so it has no place in a script", zh: "`watch` 只能用 Ctrl-C 结束，所以不能用在脚本中")
  }
  var hint: Message? {
    Message("a loop goes a number of rounds: for x in 1..10 { … }", zh: "循环会运行规定的轮数：for x in 1..10 { … }")
  }
}
