import ArgumentParser
import Messages
import Reporting
import Shell

/// Loads the file, defines a programme, and measures one statement as a person would type it.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Measures one question to a loaded book; prints seconds and the answer.",
    discussion: "The last line is JSON, for scripts/bench.")

  @Argument(help: "What is asked: \(Question.allCases.map(\.rawValue).joined(separator: ", ")).") var question: Question
  @Argument(help: "The file to load.") var file: String

  func run() throws {
    let heard = Heard()
    var session = Session(
      Environment(
        emit: { report, _, _ in heard.report = report }, complain: { heard.complaint = $0.message.text }))
    session.run("load purchases from \"\(file)\"\n" + question.programme, name: "")
    let clock = ContinuousClock()
    let taken = clock.measure { session.run(question.statement, name: "") }
    if let complaint = heard.complaint { throw ValidationError(complaint) }
    guard let table = heard.report?.tables.first else { throw ValidationError("there is no answer") }
    print("{\"seconds\": \(taken / .seconds(1)), \"answer\": \(try question.answer(table))}")
  }

  private final class Heard {
    var report: Report?
    var complaint: String?
  }
}
