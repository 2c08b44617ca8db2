import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting

/// `moves rfm from A to B`, one for each built-in segmentation: who changed class between two times.
struct MovesBetween: Command {
  var from = Placed(Horizon.history)
  var to = Placed(Horizon.history)
  var top: Count?
  private var scheme = SegmentScheme.rfm

  static var syntax: Syntax<MovesBetween> { syntax(for: .rfm) }

  static func syntax(for scheme: SegmentScheme) -> Syntax<MovesBetween> {
    Syntax(
      "moves \(scheme.rawValue)",
      Message(
        "Who changed class of \(scheme.rawValue) between the ends of two ranges",
        zh: "两个区间结束时，哪些会员换了 \(scheme.rawValue) 的类别"),
      [
        .required(
          "from", takes: Label.range, \.from, Message("The earlier range; its end counts", zh: "较早的区间；看其结束时"),
          offers: .ranges),
        .required(
          "to", takes: Label.range, \.to, Message("The later range; its end counts", zh: "较晚的区间；看其结束时"), offers: .ranges
        ),
        .clause(
          "top", takes: Label.number, \.top,
          Message("How many of those who changed are listed; 20 where it is left out", zh: "列出多少名换了类别的会员；省略时为 20")),
      ],
      examples: [Example("moves \(scheme.rawValue) from 2025-Q1 to 2025-Q3 top 3", shown: 14)])
  }

  static let commands = SegmentScheme.allCases.map { scheme in
    AnyCommand(syntax(for: scheme)) {
      var command = MovesBetween()
      command.scheme = scheme
      return command
    }
  }

  func run(in session: inout Session) throws -> Answer {
    let (earlier, later) = (try session.analyst.days(of: from), try session.analyst.days(of: to))
    guard earlier.last < later.last else {
      throw Diagnostic(ReadingProblem.reversedRange("\(earlier.last)..\(later.last)"), at: to.span)
    }
    let before = try session.analyst.part(0, of: 2) { analyst throws(Diagnostic) in
      try analyst.division(scheme, over: earlier)
    }
    let after = try session.analyst.part(1, of: 2) { analyst throws(Diagnostic) in
      try analyst.division(scheme, over: later)
    }
    let data = try session.analyst.loaded()
    let spend = try MemberSummary(data.book, over: later, nil, session.job).spend
    let width = after.titles.count
    var members = [Int64](repeating: 0, count: before.titles.count * width)
    var sums = members
    var movers: [Int] = []
    for member in spend.indices {
      let cell = Int(before.classes.of[member]) * width + Int(after.classes.of[member])
      members[cell] += 1
      sums[cell] += spend[member]
      if before.classes.of[member] != after.classes.of[member] { movers.append(member) }
    }
    var report = Report(
      verb: "moves",
      title: Message(
        "\(scheme.title), \(earlier.last) → \(later.last)", zh: "\(scheme.title)，\(earlier.last) → \(later.last)"))
    var table = Table("moves", columns: [.fromClass, .toClass, .members, .spend].map { Table.Column($0) })
    table.chartedAs = .heat
    for cell in members.indices where members[cell] > 0 {
      table.rows.append([
        .word(before.titles[cell / width]), .word(after.titles[cell % width]), .count(members[cell]),
        .money(Money(minor: sums[cell])),
      ])
    }
    report.tables = [table]
    movers.sort { one, other in
      spend[one] != spend[other]
        ? spend[one] > spend[other] : data.book.members.id(of: one) < data.book.members.id(of: other)
    }
    let limit = Int(clamping: top?.value ?? 20)
    if !movers.isEmpty {
      var list = Table(
        "members", title: Message("who changed, by spend in \(later)", zh: "换了类别的会员，按 \(later) 的消费额"),
        columns: [.member, .fromClass, .toClass, .spend].map { Table.Column($0) })
      for member in movers.prefix(limit) {
        list.rows.append([
          .text(data.book.members.id(of: member)), .word(before.titles[Int(before.classes.of[member])]),
          .word(after.titles[Int(after.classes.of[member])]), .money(Money(minor: spend[member])),
        ])
      }
      report.tables.append(list)
    }
    report.values = [
      .init(.changed, .count(Int64(movers.count))), .init(.stayed, .count(Int64(spend.count - movers.count))),
    ]
    if movers.count > limit {
      report.notes.append(
        Message(
          "\(limit) of \(movers.count) who changed are listed; `top N` lists more",
          zh: "\(movers.count) 名换了类别的会员中列出 \(limit) 名；`top N` 列出更多"))
    }
    for note in before.notes + after.notes where !report.notes.contains(note) { report.notes.append(note) }
    return .report(report)
  }
}

extension Heading {
  fileprivate static let fromClass = Heading("from", Message("from", zh: "原类别"))
  fileprivate static let toClass = Heading("to", Message("to", zh: "新类别"))
  fileprivate static let changed = Heading("changed", Message("changed", zh: "换了类别"))
  fileprivate static let stayed = Heading("stayed", Message("stayed", zh: "未变"))
}
