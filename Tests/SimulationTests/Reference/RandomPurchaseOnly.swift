import Programme
import Quantities
@testable import Simulation

/// Random rules under which purchases alone decide, for members of whom some return goods.
struct RandomPurchaseOnly {
  let rules: Rules
  let members: [[ReferenceReceipt]]

  init(seed: UInt64, withPoints: Bool = true) {
    var dice = Dice(seed: seed &* 31 &+ 5)
    var ladder = dice.ladder()
    ladder.upgrade = .immediate
    if case .anniversaryYear = ladder.window { ladder.window = .rolling(.days(365)) }
    if case .anniversary = ladder.keep { ladder.keep = .duration(.months(6)) }
    for index in ladder.tiers.indices.dropFirst() {
      ladder.tiers[index].spend = Scheduled(ladder.tiers[index].spend.base)
      ladder.tiers[index].visits = Scheduled(ladder.tiers[index].visits.base)
      ladder.tiers[index].purchases = Scheduled(ladder.tiers[index].purchases.base)
      ladder.tiers[index].points = Scheduled(nil)
      if !ladder.tiers[index].hasThreshold || seed % 2 == 0 {
        ladder.tiers[index].spend.base = Money(minor: Int64(index) * 40_000)
        if seed % 2 == 0 {
          ladder.tiers[index].visits.base = nil
          ladder.tiers[index].purchases.base = nil
        }
      }
    }
    var points = dice.points(for: ladder)
    points.redeem = Scheduled(nil)
    points.bonuses = points.bonuses.prefix(1).map { bonus in
      var bonus = bonus
      bonus.when = nil
      bonus.qualifies = .yes
      return bonus
    }
    if case .inactivity = points.expire { points.expire = .afterEarning(.months(3)) }
    rules = Rules(scenario: "plain \(seed)", ladder: ladder, points: withPoints ? points : nil)
    var members: [[ReferenceReceipt]] = []
    for number in 0..<6 {
      let receipts = dice.receipts(under: rules)
      members.append(number % 3 == 2 ? receipts : receipts.filter { $0.amount >= 0 })
    }
    self.members = members
  }
}
