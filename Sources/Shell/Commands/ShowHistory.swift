import Quantities
import Reporting

/// `history [N]`
struct ShowHistory: Command {
  var count: Count?

  static let syntax = Syntax<ShowHistory>(
    "history", "The statements of this session, the latest last",
    [.option("N", \.count, "How many of the latest; all of them where it is left out")],
    examples: [Example("let gold = 8,000\nhistory 1", shown: 2), "history"])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "history")
    let earlier = session.asked.dropLast()
    let shown = earlier.suffix(count.flatMap { Int(exactly: $0.value) } ?? earlier.count)
    report.text = shown.flatMap { $0.split(separator: "\n").map { visible(String($0)) } }
    return .report(report)
  }
}
