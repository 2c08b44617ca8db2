import Intake
import MemberBook
import Programme
import Quantities
import Reporting

/// `load more purchases from "FILE"`: next month's export, or rows that were mended.
struct LoadMorePurchases: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadMorePurchases>(
    "load more purchases", "Adds purchases to those that are loaded; a row that is there already counts as merged",
    [.required("from", "SOURCE", \.source, SourceName.help, .sources)],
    block: PurchaseOptions.block(\LoadMorePurchases.block),
    examples: [
      Example(
        "load purchases from \"2026-10.csv\"\nload more purchases from \"2026-11.csv\"", shown: 4,
        files: [
          "2026-10.csv": "member,date,amount\nA,2026-10-03,420\nB,2026-10-05,80\n",
          "2026-11.csv": "member,date,amount\nB,2026-10-05,80\nA,2026-11-02,60\n",
        ])
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    guard let book = inputs.purchases, inputs.demo == nil else {
      throw Diagnostic(ShellProblem.noData, at: source.text.span)
    }
    let (whole, found) = try session.load(source, block) {
      input, options, progress, isCancelled throws(Diagnostic) in
      try loadPurchases(
        from: input, addingTo: book, options: options, progress: progress, isCancelled: isCancelled)
    }
    inputs.purchases = whole
    inputs.path += ", " + source.label
    inputs.lastFindings = found
    try session.take(inputs, at: source.text.span)
    var report = Report(verb: "load", findings: found)
    report.title =
      "\(counted(found.rows, "row")): \(grouped(Int64(found.accepted))) new, \(grouped(Int64(found.known))) known; "
      + "now \(counted(whole.purchases.walkIns.lowerBound, "receipt")) by \(counted(whole.members.count, "member")), "
      + "\(whole.firstDay)..\(whole.lastDay); " + found.asideText
    return .report(report)
  }
}
