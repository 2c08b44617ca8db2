import Analysis
import Intake
import MemberBook
import Messages
import PlanLanguage
import Programme
import Reporting

/// `load members from "FILE" { tier = 会员等级 … }`
struct LoadMembers: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadMembers>(
    "load members",
    Message(
      "Reads what is known of the members in place of what was: joining, birthday, tier, points, …",
      zh: "读取会员资料（入会、生日、等级、积分等），取代已载入的资料"),
    [.required("from", takes: Label.source, \.source, SourceName.help, offers: .sources)],
    block: MemberOptions.block(\LoadMembers.block),
    changes: .data(),
    examples: [
      Example(
        "load members from \"members.csv\"", shown: 2,
        files: ["members.csv": "member,joined,birthday\nV0000001,2023-05-01,1990-03-08\nV0000002,2023-06-18,\n"]),
      "load members from \"会员.xlsx\" { sheet = 会员资料, joined = 开卡日期, tier = 会员等级 }",
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    let table = try source.load(block, in: session) { input, options, job throws(Diagnostic) in
      try loadMembers(from: input, options: options, job: job)
    }
    inputs.members = table
    inputs.lastFindings = table.findings
    try session.take(inputs, at: source.text.span)
    return .report(table.report(table.findings, in: session.dataset?.book))
  }
}

/// `load more members from "FILE"`: further members, or rows that were mended.
struct LoadMoreMembers: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadMoreMembers>(
    "load more members",
    Message(
      "Adds members to those that are loaded; what the file says of a member who is there counts",
      zh: "在已载入的会员中加入更多；会员已存在时以文件为准"),
    [.required("from", takes: Label.source, \.source, SourceName.help, offers: .sources)],
    block: MemberOptions.block(\LoadMoreMembers.block),
    changes: .data(),
    examples: [
      Example(
        "load members from \"members.csv\"\nload more members from \"2026-11.csv\"", shown: 4,
        files: [
          "members.csv": "member,tier\nV0000001,银卡\nV0000002,普通\n",
          "2026-11.csv": "member,tier\nV0000002,银卡\nV0000003,普通\n",
        ])
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    let further = try source.load(block, in: session) { input, options, job throws(Diagnostic) in
      try loadMembers(from: input, options: options, job: job)
    }
    let table = inputs.members?.updated(by: further) ?? further
    inputs.members = table
    inputs.lastFindings = further.findings
    try session.take(inputs, at: source.text.span)
    return .report(table.report(further.findings, in: session.dataset?.book))
  }
}

extension MemberTable {
  /// What a load of members found; this is all of them now. `book` is what is loaded with them.
  fileprivate func report(_ findings: Findings, in book: Book?) -> Report {
    var report = Report(verb: "load", findings: findings)
    report.title = Message(
      "\(counted(findings.rows, "row")): \(counted(count, "member")); \(findings.asideText)",
      zh: "\(grouped(Int64(findings.rows))) 行：\(grouped(Int64(count))) 名会员；\(findings.asideText)")
    if let book {
      let buyers = (0..<book.members.count).count { !book.purchases.range(of: $0).isEmpty }
      let unknown = book.members.count - count
      if book.members.count > buyers {
        let others = book.members.count - buyers
        report.notes.append(
          Message("\(counted(others, "member")) without purchases", zh: "\(grouped(Int64(others))) 名会员没有购买"))
      }
      if unknown > 0 {
        report.notes.append(
          Message(
            "\(counted(unknown, "member")) of whom this file says nothing",
            zh: "\(grouped(Int64(unknown))) 名会员在这个文件中没有资料"))
      }
    } else {
      report.notes.append(.countOnceLoaded)
    }
    let undated = (0..<count).count {
      profiles.text(.tier, of: $0) != nil && profiles.day(.tierSince, of: $0) == nil
    }
    if undated > 0 {
      report.notes.append(
        Message(
          "\(counted(undated, "tier")) without a date count as held since the data begin; "
            + "`tier_since = HEADER` names the dates",
          zh: "\(grouped(Int64(undated))) 个没有日期的等级视为数据开始时就已持有；`tier_since = HEADER` 指明日期"))
    }
    if !profiles.attributes.isEmpty {
      let kept = Message.list(
        profiles.attributes.map { Message("\($0.name) (\($0.kind.title))", zh: "\($0.name)（\($0.kind.title)）") })
      report.notes.append(Message("kept as attributes: \(kept)", zh: "作为属性保留：\(kept)"))
    }
    return report
  }
}

extension Attribute.Kind {
  fileprivate var title: Message {
    switch self {
    case .text: Message("text", zh: "文字")
    case .number: Message("number", zh: "数字")
    case .day: Message("day", zh: "日期")
    }
  }
}

extension Message {
  static let countOnceLoaded = Message("they count once purchases are loaded", zh: "载入购买数据后才生效")
}
