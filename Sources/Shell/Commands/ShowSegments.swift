import Insight
import Programme
import Quantities
import Reporting

/// `show segments`: how many members each has, what they spend, and how they overlap.
struct ShowSegments: Command {
  static let syntax = Syntax<ShowSegments>(
    "show segments",
    Message("Segments: members, spend, and how they overlap", zh: "分群：会员数、消费额，以及彼此的重叠"),
    examples: [Example("show segments", shown: 12)])

  func run(in session: inout Session) throws -> Answer {
    let segments = session.programme.segments
    var report = Report(verb: "show")
    guard !segments.isEmpty else {
      report.notes = [Message("none is defined yet; `help segment` shows how", zh: "还没有定义；`help segment` 说明怎么写")]
      return .report(report)
    }
    let data = try session.loaded()
    let sets = try session.segmentSets()
    let spend = try session.memberSpend(data)
    let asOf = session.asOf(data)
    report.title = Message("segments at \(asOf)", zh: "分群，截至 \(asOf)")
    report.tables = [ShowSegments.table(segments, sets, spend)]
    if segments.count > 1 { report.tables.append(ShowSegments.overlaps(segments, sets)) }
    report.values = [
      .init(.members, .count(Int64(sets.memberCount))), .init(.outside, .count(Int64(sets.outside))),
    ]
    return .report(report)
  }

  private static func table(_ segments: [Segment], _ sets: MemberSets, _ spend: [Int64]) -> Table {
    var table = Table(
      "segments",
      columns: [.segment, .members, .share, .spend, .spendShare, .spendPerMember].map { Table.Column($0) })
    let all = spend.reduce(0, +)
    for (set, segment) in segments.enumerated() {
      let members = sets.members(of: set)
      let sum = members.reduce(Int64(0)) { $0 + spend[$1] }
      table.rows.append([
        .text(segment.name), .count(Int64(members.count)),
        .share(part: Int64(members.count), whole: Int64(sets.memberCount)), .money(Money(minor: sum)),
        .share(part: sum, whole: all), .average(Money(minor: sum), per: Int64(members.count)),
      ])
    }
    return table
  }

  /// How many members each two have in common; with itself, all of its members.
  private static func overlaps(_ segments: [Segment], _ sets: MemberSets) -> Table {
    var table = Table(
      "overlap", title: Message("members in common", zh: "共有的会员"),
      columns: [.segment, .with, .members].map { Table.Column($0) })
    for (one, segment) in segments.enumerated() {
      for (other, second) in segments.enumerated() {
        table.rows.append([
          .text(segment.name), .text(second.name), .count(Int64(sets.overlap(of: one, other))),
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
  fileprivate static let with = Heading("with", Message("with", zh: "与"))
  fileprivate static let outside = Heading("outside", Message("in none", zh: "不在任何分群"))
}
