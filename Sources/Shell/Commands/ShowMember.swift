import Analysis
import CustomerModels
import MemberBook
import Messages
import PlanLanguage
import Planning
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
        + "favourites, value and P(alive), tags, segments and scores, contacts, events, benefits, family and referrals, notes",
      zh: "一名会员的全貌：身份（`set mask`）、等级与还差什么、积分与何时过期、购买节奏、偏好、价值与留存概率、标签、分群与评分、联系、活动、权益、家庭与推荐、备注"),
    [.argument(Label.id, \.member, .memberID, offers: .members)], examples: [Example("show member V0000106", shown: 8)])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.analyst.loaded(at: member.span)
    let index = try session.analyst.member(member, renamed: session.renames)
    let last = session.analyst.asOf(data)
    let page = MemberPage(member: index, data: data, last: last, mask: session.settings.mask)
    let rules = try session.analyst.rules(of: Reference(Scenario.baseline))
    let ledger = try session.analyst.ledger(of: index, rules, through: last).map {
      LedgerText($0, notation: session.notation)
    }
    let outlook = try session.analyst.outlookIfAny()
    let margin = try session.analyst.marginShare()
    let rhythms = try MemberRhythms(data.book, through: last, job: session.job)
    let groups = try session.analyst.groups(of: index)
    let contacts = session.settings.contacts.map { Set($0.map(\.text)) } ?? ContactNames.usual

    var report = Report(
      verb: "show", title: Message("member \(member.text) on \(last)", zh: "会员 \(member.text)，\(last)"))
    report.tables = [page.identity, ledger.flatMap(lots), page.groups(groups), page.favourites].compactMap(\.self)
    report.tables += [page.actions(contacts), page.contacts(contacts)].compactMap(\.self)
    let names = Set(session.programme.events.map(\.name))
    report.tables += [page.events(names, invited: try session.analyst.invitations(of: index))].compactMap(\.self)
    if let tier = ledger.map({ $0.rules.tiers[$0.ledger.tier] }) {
      let year = try session.analyst.lastYear(of: index, rules)
      report.tables += [page.benefits(of: tier, rules, year)].compactMap(\.self)
    }
    report.tables += [page.relations, page.notes(session.careNotes, session.renames)].compactMap(\.self)
    report.values = (ledger?.values ?? []) + page.rhythm(rhythms, outlook, margin) + groups.values
    report.notes = ledger?.notes ?? []
    report.notes += groups.untold.map { Message("\($0.name) is left out: \($0.why)", zh: "未列出 \($0.name)：\($0.why)") }
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

  /// The points that are left and when they expire; nil where there are none.
  private func lots(_ ledger: LedgerText) -> Table? {
    guard !ledger.ledger.lots.isEmpty else { return nil }
    var table = ledger.lotTable
    table.shownRows = min(table.rows.count, 12)
    return table
  }
}
