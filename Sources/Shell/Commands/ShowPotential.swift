import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `show potential [top 20] [lead 90d]`: who looks like those who came to the top tier looked not long before.
struct ShowPotential: Command {
  var top: Count?
  var lead: Placed<CalendarDuration>?

  static let syntax = Syntax<ShowPotential>(
    "show potential",
    Message(
      "Members who never held the top tier and look as last year's newcomers to it looked not long before they got there, "
        + "with the reason, and how many of those listed first rose when it was tried on earlier days",
      zh: "从未达到最高等级、而样子像去年新晋会员升级前不久的会员，附原因；并在更早的日子上检验排在前面的有多少真的升级"),
    [
      .clause("top", takes: Label.number, \.top, Message("How many; 20 where it is left out", zh: "多少名；省略时为 20")),
      .clause(
        "lead", takes: Message("DURATION", zh: "时长"), \.lead,
        Message("How long before at most; 90d where it is left out", zh: "最多提前多久；省略时为 90d")),
    ],
    examples: [Example("show potential top 3", shown: 12)])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded()
    let asOf = session.analyst.asOf(data)
    let rules = try session.analyst.rules(of: Reference(Scenario.baseline))
    guard let tier = rules.ladder.tiers.lastIndex(where: { $0.by == .qualification }), tier > 0 else {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message("a ladder with a tier to rise to", zh: "有可升等级的等级体系"), of: "show potential",
          usage: Message(verbatim: "ladder NAME { … }")))
    }
    let days = asOf - (asOf - (lead?.value ?? .days(90)))
    guard (7...365).contains(days) else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(
          lead?.value.description ?? "", must: Message("from 7 to 365 days", zh: "7 到 365 天")), at: lead?.span)
    }
    let limit = Int(clamping: top?.value ?? 20)
    let compiled = try data.history.compile(rules, through: asOf)
    let potential = try Potential(
      data.history, compiled, top: tier, asOf: asOf, lead: days, listed: limit, session.job)
    let text = PotentialText(potential: potential, tiers: compiled.tiers, top: tier, book: data.book, session.notation)
    var report = Report(
      verb: "show",
      title: Message(
        "potential \(compiled.tiers[tier]) on \(asOf), of \(counted(potential.candidateCount, "member")) who never were",
        zh: "\(asOf) 有望升到 \(compiled.tiers[tier]) 的会员，共 \(grouped(Int64(potential.candidateCount))) 名从未达到"))
    report.tables = [text.members] + [text.trials, text.profile].compactMap(\.self)
    report.values = [
      .init(.candidates, .count(Int64(potential.candidateCount))),
      .init(.newcomers, .count(Int64(potential.newcomers))), .init(.former, .count(Int64(potential.former))),
    ]
    report.notes = text.notes
    if potential.candidateCount > limit {
      let all = grouped(Int64(potential.candidateCount))
      report.notes.append(
        Message("\(limit) of \(all) members; `top N` lists more", zh: "\(all) 名会员中的 \(limit) 名；`top N` 列出更多"))
    }
    return .report(report)
  }
}

extension Heading {
  static let candidates = Heading("candidates", Message("candidates", zh: "候选会员"))
  static let newcomers = Heading("newcomers", Message("newcomers", zh: "新晋会员"))
  fileprivate static let former = Heading("former", Message("once there, now below", zh: "曾达到、现已下降"))
}
