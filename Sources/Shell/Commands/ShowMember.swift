import CustomerModels
import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `show member ID`: all that is known of one member, on a page.
struct ShowMember: Command {
  var member = Reference("")

  static let syntax = Syntax<ShowMember>(
    "show member",
    Message(
      "One member on a page: who they are (`set mask`), tier and what is missing, points and what expires when, rhythm, "
        + "favourites, value and P(alive), benefits, family and referrals, notes",
      zh: "一名会员的全貌：身份（`set mask`）、等级与还差什么、积分与何时过期、购买节奏、偏好、价值与留存概率、权益、家庭与推荐、备注"),
    [.argument(Label.id, \.member, .memberID, .members)], examples: [Example("show member V0000106", shown: 8)])

  func run(in session: inout Session) throws -> Answer {
    var explain = ExplainMember()
    explain.member = member
    guard case .report(var report) = try explain.run(in: &session) else { return .nothing }
    let data = try session.loaded()
    let index = try session.member(member)
    let last = session.asOf(data)
    let page = MemberPage(member: index, data: data, last: last, mask: session.settings.mask)
    let rules = try session.rules(of: Reference(Scenario.baseline))
    let outlook = try session.outlookIfAny()
    let margin = try session.marginShare()
    let rhythms = try MemberRhythms(data.book, through: last, workers: session.workers)

    var tier: String?
    if case .text(let name)? = report.values.first(where: { $0.key == Heading.tier.key })?.cell { tier = name }
    report.verb = "show"
    report.title = Message("member \(member.text) on \(last)", zh: "会员 \(member.text)，\(last)")
    report.tables.removeAll { $0.name == "ledger" }
    report.tables =
      [page.identity].compactMap(\.self) + report.tables
      + [
        page.favourites, page.actions, tier.flatMap { page.benefits(of: $0, rules) }, page.relations,
        page.notes(session.careNotes, session.renames),
      ].compactMap(\.self)
    for place in report.tables.indices where report.tables[place].name == "lots" {
      report.tables[place].shownRows = min(report.tables[place].rows.count, 12)
    }
    report.values.removeAll { $0.key == Heading.purchases.key }
    report.values += page.rhythm(rhythms, outlook, margin)
    if let outlook {
      report.notes.append(
        .sentence(outlook.meaning(of: .value, margin), outlook.source, separator: Message(", ", zh: "，")))
    } else {
      report.notes.append(
        Message("too few members bought on two days for a customer model", zh: "在两天购买过的会员太少，没有顾客模型"))
    }
    report.notes.append(
      Message(
        "`explain member \(member.text)` shows how this came about", zh: "`explain member \(member.text)` 说明这是怎么来的"))
    return .report(report)
  }
}

extension Session {
  /// The outlook; nil where the data have too little for a model.
  mutating func outlookIfAny() throws(Diagnostic) -> CustomerOutlook? {
    do throws(Diagnostic) { return try outlook() } catch {
      guard error.code == .noData || error.code == .range else { throw error }
      return nil
    }
  }
}
