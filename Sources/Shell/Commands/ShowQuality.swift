import MemberBook
import Quantities
import Reporting

/// `show quality [TOPIC]`: what became of every row of the input, and what looks wrong in those that were accepted.
struct ShowQuality: Command {
  var topic: QualityTopic?
  var top: Count?

  static let syntax = Syntax<ShowQuality>(
    "show quality", "What became of every row that was read, and what looks wrong in the data",
    [
      .option(
        "TOPIC", \.topic,
        "rows: by input and reason. suspicious: amounts, cards, dates, receipts. members: who look like one person. coverage: by month and store. All of them, more briefly, where it is left out",
        .words(QualityTopic.candidates)),
      .clause("top", "N", \.top, "How many of each kind are listed; 20, or 5 without a topic, where it is left out"),
    ],
    examples: [Example("show quality", shown: 6), "show quality coverage", "show quality members top 50"])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.loaded()
    let (book, stop) = (data.book, session.environment.stop)
    let limit = ListLimit(limit: Int(clamping: top?.value ?? (topic == nil ? 5 : 20)))
    func isAsked(_ part: QualityTopic) -> Bool { topic == nil || topic == part }

    var section = QualitySection()
    if isAsked(.rows) { section = section + QualitySection(rowsOf: session.qualitySources(of: book), limit) }
    if isAsked(.suspicious) {
      section = section + QualitySection(suspiciousOf: try Quality(of: book, stop: stop), in: book, limit)
    }
    if isAsked(.members) {
      section = section + QualitySection(membersOf: try LikelySame(in: book, stop: stop), in: book, limit)
    }
    if isAsked(.coverage) {
      let coverage = try Coverage(of: book, stop: stop)
      section = section + QualitySection(coverageOf: coverage, in: book, limit, isWhole: topic == .coverage)
    }
    var report = Report(verb: "show", title: "quality of \(data.path)")
    if isAsked(.rows) { report.title += ": " + book.findings.sumText }
    report.values = ["rows", "accepted", "merged", "quarantined", "walk_ins"].compactMap { name in
      book.findings.count(named: name).map { .init(name, .count($0)) }
    }
    report.showsValues = false
    report.tables = section.tables
    report.notes = section.notes
    return .report(report)
  }
}

extension Session {
  /// What was read, kind by kind.
  fileprivate func qualitySources(of book: Book) -> [QualitySource] {
    var sources = [QualitySource(kind: "purchases", findings: book.findings)]
    if let members = inputs.members { sources.append(QualitySource(kind: "members", findings: members.findings)) }
    if let actions = inputs.actions { sources.append(QualitySource(kind: "actions", findings: actions.findings)) }
    return sources
  }
}

extension Findings {
  /// `4 rows = 1 accepted + 0 merged + 3 set aside`.
  fileprivate var sumText: String {
    let parts = [(accepted, "accepted"), (merged, "merged"), (quarantined, "set aside")].map {
      "\(grouped(Int64($0))) \($1)"
    }
    return counted(rows, "row") + " = " + parts.joined(separator: " + ")
      + (walkIns == 0 ? "" : "; \(grouped(Int64(walkIns))) without a member")
  }
}
