import Analysis
import MemberBook
import Messages
import PlanLanguage
import Reporting

/// `show quality [TOPIC]`: what became of every row of the input, and what looks wrong in those that were accepted.
struct ShowQuality: Command {
  var topic: QualityTopic?
  var top: Count?

  static let syntax = Syntax<ShowQuality>(
    "show quality",
    Message(
      "What became of every row that was read, and what looks wrong in the data", zh: "读取的每一行结果如何，以及数据中看起来有问题的地方"),
    [
      .option(
        Label.topic, \.topic,
        Message(
          "rows: by input and reason. suspicious: amounts, cards, dates, receipts. "
            + "members: who look like one person. coverage: by month and store. "
            + "All of them, more briefly, where it is left out",
          zh: "rows：按输入和原因。suspicious：金额、卡号、日期、小票。members：像是同一人的会员。coverage：按月份和门店。省略时简要列出全部"),
        offers: .words(QualityTopic.candidates)),
      .clause(
        "top", takes: Label.number, \.top,
        Message(
          "How many of each kind are listed; 20, or 5 without a topic, where it is left out",
          zh: "每一类列出多少；省略时为 20，没有主题时为 5")),
    ],
    examples: [Example("show quality", shown: 6), "show quality coverage", "show quality members top 50"])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let (book, job) = (data.book, session.job)
    let limit = ListLimit(limit: Int(clamping: top?.value ?? (topic == nil ? 5 : 20)))
    func isAsked(_ part: QualityTopic) -> Bool { topic == nil || topic == part }

    var section = QualitySection()
    if isAsked(.rows) { section = section + QualitySection(rowsOf: session.inputs.qualitySources(of: book), limit) }
    if isAsked(.suspicious) {
      section = section + QualitySection(suspiciousOf: try Quality(of: book, job: job), in: book, limit)
    }
    if isAsked(.members) {
      section = section + QualitySection(membersOf: try LikelyDuplicates(in: book, job: job), in: book, limit)
    }
    if isAsked(.coverage) {
      let coverage = try Coverage(of: book, job: job)
      section = section + QualitySection(coverageOf: coverage, in: book, limit, isWhole: topic == .coverage)
    }
    let title = session.inputs.title
    var report = Report(verb: "show", title: Message("quality of \(title)", zh: "数据质量，\(title)"))
    if isAsked(.rows) {
      report.title = .sentence(report.title, book.findings.sumText, separator: Message(": ", zh: "："))
    }
    let headings: [Heading] = [.rows, .accepted, .merged, .quarantined, .walkIns]
    report.values = headings.compactMap { heading in
      book.findings.count(named: heading.key).map { .init(heading, .count($0)) }
    }
    report.showsValues = false
    report.tables = section.tables
    report.notes = section.notes
    return .report(report)
  }
}

extension Inputs {
  /// What was read, kind by kind.
  fileprivate func qualitySources(of book: Book) -> [QualitySource] {
    var sources = [QualitySource(kind: Message("purchases", zh: "购买"), findings: book.findings)]
    if let members = members {
      sources.append(QualitySource(kind: Message("members", zh: "会员"), findings: members.findings))
    }
    if let actions = actions {
      sources.append(QualitySource(kind: Message("actions", zh: "行为"), findings: actions.findings))
    }
    return sources
  }

  /// What is loaded, for people.
  fileprivate var title: Message {
    demo == nil ? Message(verbatim: path) : Message("the demo boutique", zh: "演示服装店")
  }
}

extension Findings {
  /// `4 rows = 1 accepted + 0 merged + 3 set aside`.
  fileprivate var sumText: Message {
    let (accepted, merged) = (grouped(Int64(accepted)), grouped(Int64(merged)))
    let aside = grouped(Int64(quarantined))
    let sum = Message(
      "\(counted(rows, "row")) = \(accepted) accepted + \(merged) merged + \(aside) set aside",
      zh: "\(grouped(Int64(rows))) 行 = \(accepted) 接受 + \(merged) 合并 + \(aside) 搁置")
    guard walkIns > 0 else { return sum }
    let strangers = grouped(Int64(walkIns))
    return Message("\(sum); \(strangers) without a member", zh: "\(sum)；\(strangers) 行没有会员")
  }
}
