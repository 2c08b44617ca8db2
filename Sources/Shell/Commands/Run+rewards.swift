import Messages
import Programme
import Quantities
import Reporting
import Simulation

extension Run {
  /// What was redeemed of the catalogue, in its order; nothing where nothing was.
  static func rewardTables(_ outcome: Outcome) -> [Table] {
    var table = Table(
      "rewards", title: Message("what was redeemed", zh: "已兑换的项目"),
      columns: [.reward, .kind, .redemptions, .points, .cost].map { Table.Column($0) })
    for (reward, found) in outcome.rewards().enumerated() where found[.redemptions] > 0 {
      let entry = outcome.costing.rewards[reward]
      table.rows.append([
        .text(entry.name), .word(entry.kind.noun), .count(found[.redemptions]), .points(found[.points]),
        .money(Money(minor: outcome.costing.cost(ofReward: reward, points: found[.points]))),
      ])
    }
    return table.rows.isEmpty ? [] : [table]
  }
}

extension Heading {
  fileprivate static let reward = Heading("reward", Message("reward", zh: "兑换品"))
  fileprivate static let kind = Heading("kind", Message("kind", zh: "种类"))
  fileprivate static let redemptions = Heading("redemptions", Message("redemptions", zh: "兑换次数"))
}
