import Analysis
import Intake
import MemberBook
import Messages
import PlanLanguage
import Programme
import Reporting

/// `load actions from "FILE" { kind = 行为, action 投诉 = "complaint" … }`
struct LoadActions: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadActions>(
    "load actions",
    Message(
      "Reads what members did besides buying in place of what was: check-ins, reviews, redemptions, …",
      zh: "读取会员购买以外的行为（签到、评价、兑换等），取代已载入的行为"),
    [.required("from", takes: Label.source, \.source, SourceName.help, offers: .sources)],
    block: ActionOptions.block(\LoadActions.block),
    changes: .data(),
    examples: [
      Example(
        "load actions from \"行为.csv\" { kind = 行为类型, action 投诉 = \"complaint\" }", shown: 3,
        files: ["行为.csv": "会员,时间,行为类型\nV0000001,2025-05-01,签到\nV0000002,2025-06-18,complaint\n"]),
      Example(
        "load actions from \"用券.csv\" { every_row = 用券 }", files: ["用券.csv": "会员,时间\nV0000001,2025-05-01\n"]),
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    let table = try source.load(block, in: session) { input, options, job throws(Diagnostic) in
      try loadActions(from: input, options: options, job: job)
    }
    inputs.actions = table
    inputs.lastFindings = table.findings
    try session.take(inputs, at: source.text.span)
    return .report(table.report(table.findings, block, in: session.dataset?.book))
  }
}

/// `load more actions from "FILE"`: later actions, or rows that were mended.
struct LoadMoreActions: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadMoreActions>(
    "load more actions",
    Message(
      "Adds actions to those that are loaded; one that is there already counts as merged",
      zh: "在已载入的行为中加入更多；已经有的算作合并"),
    [.required("from", takes: Label.source, \.source, SourceName.help, offers: .sources)],
    block: ActionOptions.block(\LoadMoreActions.block),
    changes: .data(),
    examples: [
      Example(
        "load actions from \"行为.csv\"\nload more actions from \"2025-06.csv\"",
        files: [
          "行为.csv": "会员,时间,行为\nV0000001,2025-05-01,签到\n", "2025-06.csv": "会员,时间,行为\nV0000001,2025-06-01,签到\n",
        ])
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    let further = try source.load(block, in: session) { input, options, job throws(Diagnostic) in
      try loadActions(from: input, options: options, job: job)
    }
    let table = try inputs.actions?.adding(further) ?? further
    inputs.actions = table
    inputs.lastFindings = table.lastFindings ?? further.findings
    try session.take(inputs, at: source.text.span)
    return .report(table.report(inputs.lastFindings ?? further.findings, block, in: session.dataset?.book))
  }
}

extension ActionTable {
  /// What a load of actions found; this is all of them now. `book` is what is loaded with them.
  fileprivate func report(_ findings: Findings, _ block: Block?, in book: Book?) -> Report {
    var report = Report(verb: "load", findings: findings)
    report.title = Message(
      "\(counted(findings.rows, "row")): \(counted(count, "action")); \(findings.asideText)",
      zh: "\(grouped(Int64(findings.rows))) 行：\(grouped(Int64(count))) 次行为；\(findings.asideText)")
    let action = Heading("action", Message("action", zh: "行为"))
    var kinds = Table("actions", columns: [action, .rows, .members].map { Table.Column($0) })
    for kind in tallies {
      kinds.rows.append([.text(kind.name), .count(Int64(kind.actions)), .count(Int64(kind.members))])
    }
    report.tables = [kinds]
    var options = ActionOptions()
    if let block { try? options.read(block) }
    let found = Set(tallies.map(\.name))
    for (word, name) in options.rows.names.sorted(by: { $0.key < $1.key }) where !found.contains(name) {
      report.notes.append(
        Message("no row says `\(word)`, which was to be called \(name)", zh: "没有一行写着 `\(word)`，它本应称为 \(name)"))
    }
    if hasPoints {
      report.notes.append(
        Message("a replay with a points policy spends the points that rows say were spent", zh: "有积分政策时，回放按各行所写扣除用掉的积分")
      )
    }
    if let book {
      let others = book.actions.map { actions in
        (0..<book.members.count).count { !actions.range(of: $0).isEmpty && book.purchases.range(of: $0).isEmpty }
      }
      if let others, others > 0 {
        report.notes.append(
          Message(
            "\(counted(others, "member")) of them without purchases", zh: "其中 \(grouped(Int64(others))) 名会员没有购买"))
      }
    } else {
      report.notes.append(.countOnceLoaded)
    }
    return report
  }
}
