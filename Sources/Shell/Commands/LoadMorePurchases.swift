import Analysis
import Intake
import MemberBook
import Messages
import PlanLanguage
import Programme
import Reporting

/// `load more purchases from "FILE"`: next month's export, or rows that were mended.
struct LoadMorePurchases: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadMorePurchases>(
    "load more purchases",
    Message(
      "Adds purchases to those that are loaded; a row that is there already counts as merged",
      zh: "在已载入的购买中加入更多；已经有的行算作合并"),
    [.required("from", takes: Label.source, \.source, SourceName.help, offers: .sources)],
    block: PurchaseOptions.block(\LoadMorePurchases.block),
    changes: .data(),
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
      throw Diagnostic(AnalysisProblem.noData, at: source.text.span)
    }
    let (whole, found) = try source.load(block, in: session) {
      input, options, job throws(Diagnostic) in
      try loadPurchases(
        from: input, addingTo: book, options: options, job: job)
    }
    inputs.purchases = whole
    inputs.path += ", " + source.label
    inputs.lastFindings = found
    try session.take(inputs, at: source.text.span)
    var report = Report(verb: "load", findings: found)
    let (new, known) = (grouped(Int64(found.accepted)), grouped(Int64(found.known)))
    let (receipts, members) = (whole.purchases.walkIns.lowerBound, whole.members.count)
    report.title = Message(
      "\(counted(found.rows, "row")): \(new) new, \(known) known; "
        + "now \(counted(receipts, "receipt")) by \(counted(members, "member")), "
        + "\(whole.firstDay)..\(whole.lastDay); \(found.asideText)",
      zh: "\(grouped(Int64(found.rows))) 行：\(new) 行新增，\(known) 行已有；"
        + "现有 \(grouped(Int64(members))) 名会员的 \(grouped(Int64(receipts))) 张小票，"
        + "\(whole.firstDay)..\(whole.lastDay)；\(found.asideText)")
    return .report(report)
  }
}
