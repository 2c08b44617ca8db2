import Analysis
import Insight
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting

/// `show segments`: how many members each has, what they spend, and how they overlap; `by tags` the same of tags, with
/// another `by` all members by a built-in segmentation.
struct ShowSegments: Command {
  /// What `by` names.
  enum View: Phrased {
    case tags
    case scheme(SegmentScheme)

    static var form: Message { .choice(candidates.map { Message(verbatim: $0) }) }
    static var candidates: [String] { SegmentScheme.candidates + ["tags"] }

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      if reader.accept(word: "tags") || reader.accept(word: "标签") || reader.accept(word: "標籤") {
        self = .tags
      } else {
        do throws(Diagnostic) { self = .scheme(try SegmentScheme(from: &reader)) } catch {
          guard let found = reader.next?.kind.text else { throw error }
          throw Diagnostic(ReadingProblem.notOneOf(found: found, options: View.candidates), at: error.span)
        }
      }
    }

    func text(in notation: Notation) -> String {
      switch self {
      case .tags: "tags"
      case .scheme(let scheme): scheme.text(in: notation)
      }
    }
  }

  var view: View?
  var range: Placed<Horizon>?

  static let syntax = Syntax<ShowSegments>(
    "show segments",
    Message(
      "Segments, or tags: members, spend, and how they overlap; or all members by RFM, contribution, life cycle or layers",
      zh: "分群或标签：会员数、消费额，以及彼此的重叠；或者按 RFM、贡献、生命周期或分层划分全部会员"),
    [
      .clause(
        "by", takes: Message("SCHEME", zh: "方法"), \.view,
        Message("rfm, pyramid, lifecycle, layers or tags", zh: "rfm、pyramid、lifecycle、layers 或 tags"),
        offers: .words(View.candidates)),
      .clause(
        "over", takes: Label.range, \.range,
        Message(
          "The pyramid counts its days, the others look back from its end; all data where it is left out",
          zh: "金字塔只计这些天，其他方法从其结束时往前看；省略时为全部数据"), offers: .ranges),
    ],
    examples: [
      Example("show segments", shown: 12), Example("show segments by rfm", shown: 16),
      Example("show segments by pyramid over 2025", shown: 8), Example("show segments by lifecycle", shown: 9),
      Example("show segments by layers", shown: 8),
      Example("tag 周末客 { where = weekend share >= 50% }\nshow segments by tags", shown: 12),
    ])

  func run(in session: inout Session) throws -> Answer {
    if case .scheme(let scheme)? = view { return .report(try divided(by: scheme, in: &session)) }
    if let range {
      let usage = ShowSegments.syntax.usage
      let problem: any Problem =
        view == nil
        ? AnalysisProblem.missing(Message(verbatim: "`by`"), of: "show segments over", usage: usage)
        : ShellProblem.unexpected("over", usage: usage)
      throw Diagnostic(problem, at: range.span)
    }
    let kind = view == nil ? Segment.declaration.kind : Tag.declaration.kind
    let names = session.programme.conditions.filter { $0.kind == kind }.map(\.name)
    var report = Report(verb: "show")
    guard !names.isEmpty else {
      report.notes = [Message("none is defined yet; `help \(kind)` shows how", zh: "还没有定义；`help \(kind)` 说明怎么写")]
      return .report(report)
    }
    let data = try session.analyst.loaded()
    let sets = try session.analyst.memberSets(names.map { .segment(ConditionName($0, kind: kind)) })
    let spend = try session.analyst.memberSpend(data)
    let asOf = session.analyst.asOf(data)
    report.title =
      view == nil
      ? Message("segments at \(asOf)", zh: "分群，截至 \(asOf)") : Message("tags at \(asOf)", zh: "标签，截至 \(asOf)")
    let heading = view == nil ? Heading.segment : .tag
    report.tables = [ShowSegments.table(of: sets, named: names, heading, spend: spend)]
    if names.count > 1 { report.tables.append(ShowSegments.overlaps(names, heading, sets)) }
    report.values = [
      .init(.members, .count(Int64(sets.memberCount))), .init(.outside, .count(Int64(sets.outside))),
    ]
    return .report(report)
  }

  private func divided(by scheme: SegmentScheme, in session: inout Session) throws(Diagnostic) -> Report {
    let days = try range.map { range throws(Diagnostic) in try session.analyst.days(of: range) }
    let division = try session.analyst.division(scheme, over: days)
    var report = Report(
      verb: "show",
      title: Message(
        "\(scheme.title) at \(division.days.last), spend over \(division.days)",
        zh: "\(scheme.title)，截至 \(division.days.last)，消费额为 \(division.days)"))
    report.tables = [division.table] + division.furtherTables
    report.values = [.init(.members, .count(Int64(division.classes.of.count)))]
    report.notes = division.notes
    return report
  }

  private static func table(of sets: MemberSets, named names: [String], _ heading: Heading, spend: [Int64]) -> Table {
    var table = Table(
      "\(heading.key)s",
      columns: [heading, .members, .share, .spend, .spendShare, .spendPerMember].map { Table.Column($0) })
    let all = spend.reduce(0, +)
    for (set, name) in names.enumerated() {
      let members = sets.members(of: set)
      let sum = members.reduce(Int64(0)) { $0 + spend[$1] }
      table.rows.append([
        .text(name), .count(Int64(members.count)),
        .share(part: Int64(members.count), whole: Int64(sets.memberCount)), .money(Money(minor: sum)),
        .share(part: sum, whole: all), .average(Money(minor: sum), per: Int64(members.count)),
      ])
    }
    return table
  }

  /// How many members each two have in common; with itself, all of its members.
  private static func overlaps(_ names: [String], _ heading: Heading, _ sets: MemberSets) -> Table {
    var table = Table(
      "overlap", title: Message("members in common", zh: "共有的会员"),
      columns: [heading, .with, .members].map { Table.Column($0) })
    for (one, name) in names.enumerated() {
      for (other, second) in names.enumerated() {
        table.rows.append([
          .text(name), .text(second), .count(Int64(sets.overlap(of: one, other))),
        ])
      }
    }
    table.chartedAs = .heat
    table.plot = Plot(.heat, labels: 2)
    return table
  }
}

extension Heading {
  static let spendShare = Heading("spend_share", Message("of spend", zh: "消费占比"))
  static let spendPerMember = Heading("spend_per_member", Message("per member", zh: "人均消费"))
  static let tag = Heading("tag", Message("tag", zh: "标签"))
  fileprivate static let with = Heading("with", Message("with", zh: "与"))
  fileprivate static let outside = Heading("outside", Message("in none", zh: "不在任何分群"))
}
