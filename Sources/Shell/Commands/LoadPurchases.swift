import Analysis
import Intake
import MemberBook
import Messages
import PlanLanguage
import Programme
import Reporting

/// `load purchases from "FILE" { member = 会员卡号 … }`
struct LoadPurchases: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadPurchases>(
    "load purchases",
    Message(
      "Reads purchases from a file or a database in place of those that are loaded", zh: "从文件或数据库读取购买数据，取代已载入的数据"),
    aliases: [Alias(zh: "载入")],
    [.required("from", takes: Label.source, \.source, SourceName.help, offers: .sources)],
    block: PurchaseOptions.block(\LoadPurchases.block),
    changes: .data(),
    examples: [
      Example(
        "load purchases from \"till.csv\"", shown: 2,
        files: ["till.csv": "member,date,amount\nA,2026-01-03,420.00\nB,2026-01-05,80.00\nA,2026-02-10,\n"]),
      "load purchases from \"小票.csv\" { member = 会员卡号, amount = 实付金额, encoding = gb18030 }",
      "load purchases from \"pos.db\" { table = 销售 }",
    ])

  func run(in session: inout Session) throws -> Answer {
    let book = try source.load(block, in: session) { input, options, job throws(Diagnostic) in
      try loadPurchases(from: input, options: options, job: job)
    }
    var inputs = session.inputs
    inputs.purchases = book
    // What was invented with the demo's purchases goes with them.
    if inputs.demo != nil { inputs.members = nil }
    inputs.demo = nil
    inputs.path = source.label
    inputs.lastFindings = book.findings
    try session.take(inputs, at: source.text.span)
    var report = Report(on: book, verb: "load")
    for (merged, kept) in session.renames.sorted(by: { $0.key < $1.key }) {
      report.notes.append(Message("\(merged) stays merged into \(kept)", zh: "\(merged) 仍然合并到 \(kept)"))
    }
    return .report(report)
  }
}
