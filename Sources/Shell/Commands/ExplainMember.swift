import Analysis
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `explain member ID [in SCENARIO]`: the member's ledger, line by line. `explain member ID between A and B`: where two
/// scenarios part for that member.
struct ExplainMember: Command {
  var member = Reference("")
  var scenario: Pair?
  var pair: Pair?
  var range: Placed<Horizon>?

  /// One scenario, or two joined by `and`.
  struct Pair: Phrased {
    let names: [Reference]

    static var form: Message { Message("A and B", zh: "A and B") }

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      let first = try Reference(from: &reader)
      names = reader.accept(word: "and") ? [first, try Reference(from: &reader)] : [first]
    }

    func text(in notation: Notation) -> String { names.map { $0.text(in: notation) }.joined(separator: " and ") }
  }

  static let syntax = Syntax<ExplainMember>(
    "explain member",
    Message(
      "One member's ledger: every purchase, tier change and point, with its reason; or where two scenarios part",
      zh: "一名会员的明细：每笔购买、等级变动和积分，以及原因；或两个方案从何处开始不同"),
    aliases: [Alias(zh: "为什么"), Alias(zh: "解释")],
    [
      .argument(Label.id, \.member, .memberID, offers: .members),
      .clause(
        "in", takes: Message("SCENARIO [and SCENARIO]", zh: "方案 [and 方案]"), \.scenario,
        Message("Whose rules apply; baseline where it is left out", zh: "按哪个方案的规则；省略时为 baseline"), offers: .scenarios),
      .clause(
        "between", takes: Message("A and B", zh: "A and B"), \.pair,
        Message("Two scenarios, and where they part", zh: "两个方案，以及从何处开始不同"), offers: .scenarios),
      .clause(
        "over", takes: Label.range, \.range,
        Message("Its last day ends the ledger; the as-of date where it is left out", zh: "明细到它的最后一天为止；省略时为截止日"),
        offers: .ranges
      ),
    ],
    examples: [
      Example("explain member V0000106", shown: 8), "explain member V0000106 in 提高门槛",
      Example("explain member V0000031 between baseline and 提高门槛 over last 6mo", shown: 8),
    ])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded(at: member.span)
    let index = try session.analyst.member(member, renamed: session.renames)
    if scenario != nil, let pair {
      throw Diagnostic(
        ShellProblem.unexpected("between", usage: ExplainMember.syntax.usage), at: pair.names.first?.span)
    }
    let names = (pair ?? scenario)?.names ?? [Reference(Scenario.baseline)]
    if let pair, pair.names.count < 2 {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message("two scenarios", zh: "两个方案"), of: "explain member … between", usage: ExplainMember.syntax.usage),
        at: pair.names.first?.span)
    }
    let days = try range.map { horizon throws(Diagnostic) in try session.analyst.days(of: horizon) }
    let last = days?.last ?? session.analyst.asOf(data)
    let ledgers = try names.map { name throws(Diagnostic) in
      try session.analyst.ledger(of: index, session.analyst.rules(of: name), through: last)
    }
    let texts = ledgers.compactMap(\.self).map { LedgerText($0, notation: session.notation) }
    guard let first = texts.first, texts.count == names.count else {
      var report = Report(
        verb: "explain",
        title: Message("member \(member.text) has no purchase by \(last)", zh: "会员 \(member.text) 到 \(last) 为止没有购买"))
      report.values = [.init(.purchases, .count(0))]
      return .report(report)
    }
    if names.count == 2 {
      let range = days ?? DayRange(min(data.book.firstDay, last), last) ?? DayRange(last)
      return .report(
        DivergenceText(member: member.text, names: names.map(\.text), ledgers: texts, range: range).report)
    }
    var report = Report(
      verb: "explain",
      title: Message(
        "member \(member.text) in \(names[0].text), through \(last)",
        zh: "会员 \(member.text) 在方案 \(names[0].text) 下的明细，截至 \(last)"))
    report.tables = [first.ledgerTable]
    if !first.ledger.lots.isEmpty { report.tables.append(first.lotTable) }
    report.values = first.values
    report.notes = first.notes
    return .report(report)
  }
}
