import Analysis
import Insight
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// Where the programme and the conditions put a member.
extension MemberPage {
  /// The benefits of the tier, and those that the member had in the year to the last day, with what they cost.
  func benefits(of tier: String, _ rules: Rules, _ year: Outcome) -> Table? {
    let names = rules.ladder.tiers.map(\.name)
    guard let place = names.firstIndex(of: tier) else { return nil }
    let held = rules.benefits.filter { $0.tiers?.selects(names)[place] ?? true }.map(\.name)
    let used = Dictionary(grouping: year.benefitLines.filter { $0.units != 0 }, by: \.benefit)
    let shown = (rules.benefits.map(\.name) + rules.coupons.map(\.name)).filter { held.contains($0) || used[$0] != nil }
    guard !shown.isEmpty else { return nil }
    var table = Table(
      "benefits", title: Message("benefits, and what they cost in the last 12mo", zh: "权益，及过去 12 个月的成本"),
      columns: [.init(.benefit), .init(.ofTier), .init(.units), .init(.cost)])
    table.rows = shown.map { name in
      let lines = used[name] ?? []
      let units = lines.reduce(0) { $0 + $1.units }
      let isHeld = held.contains(name)
      return [
        .text(name), .word(isHeld ? Message("yes", zh: "是") : Message("no", zh: "否")),
        lines.first?.isMoney == true ? .money(Money(minor: units)) : .count(units),
        .money(Money(minor: lines.reduce(0) { $0 + $1.cost.minor })),
      ]
    }
    return table
  }

  /// Which classes, tags and segments the member is in.
  func groups(_ groups: MemberGroups) -> Table? {
    var table = Table(
      "groups", title: Message("groups", zh: "归类"), columns: [.init(.fact), .init(.value, wraps: true)])
    for (title, name) in groups.classes { table.rows.append([.word(title), .word(name)]) }
    for (kind, names) in groups.named where !names.isEmpty {
      table.rows.append([.word(.kind(kind)), .text(names.joined(separator: ", "))])
    }
    return table.rows.isEmpty ? nil : table
  }
}

extension MemberGroups {
  /// `score(好客)`, of 100.
  var values: [Report.Value] {
    scores.map { name, points, whole in
      .init(
        Heading("score(\(name))", .named(Score.declaration.kind, name)),
        .quotient(numerator: points * 100, denominator: whole))
    }
  }
}

extension Heading {
  fileprivate static let ofTier = Heading("of_tier", Message("of the tier", zh: "本等级"))
  fileprivate static let units = Heading("units", Message("units", zh: "数量"))
}
