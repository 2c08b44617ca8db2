import Intake
import MemberBook
import Programme
import Quantities
import Simulation

let file = CommandLine.arguments[1]
let book = try loadPurchases(from: .file(file), options: PurchaseOptions())
guard let history = History(book) else { fatalError() }
func money(_ n: Int64) -> Money { Money(minor: n * 100) }
func tiers() -> [Tier] {
  var silver = Tier(name: "银卡"), gold = Tier(name: "金卡")
  silver.spend.base = money(500)
  gold.spend.base = money(2000)
  return [Tier(name: "普通"), silver, gold]
}
func ladder(daily: Bool) -> Ladder {
  var ladder = Ladder(name: "会员")
  ladder.window = .rolling(.days(365))
  ladder.keep = daily ? .whileQualified : .duration(.months(12))
  ladder.tiers = tiers()
  if !daily { ladder.grace = .days(30) }
  return ladder
}
func points(full: Bool) -> PointsPolicy {
  var policy = PointsPolicy(name: "基础")
  policy.earn.base = EarnRate(points: Ratio(1), per: money(1))
  var silver = TierRate(name: "银卡"), gold = TierRate(name: "金卡")
  silver.earn.base = Multiplier(Ratio(6, over: 5)!)
  gold.earn.base = Multiplier(Ratio(3, over: 2)!)
  policy.tiers = [silver, gold]
  if full {
    var bonus = Bonus(name: "会员日")
    bonus.earn.base = Multiplier(Ratio(2))
    bonus.when = .daysOfMonth([.day(8)])
    policy.bonuses = [bonus]
    policy.cap = PointsCap(Points(5000), per: .month)
    policy.expire = .afterEarning(.months(12))
  }
  return policy
}
let clock = ContinuousClock()
let range = DayRange(book.firstDay, book.lastDay)!
let times = Int(CommandLine.arguments.dropFirst(2).first ?? "3")!
for full in [false, true] {
  let rules = try CompiledRules(Rules(scenario: "x", ladder: ladder(daily: !full), points: points(full: full)), for: history, through: book.lastDay)
  var best = Duration.seconds(1000)
  for _ in 0..<times { best = min(best, try clock.measure { let o = try Replay(history)(rules, over: range); if o.flow.issued == 5 { print("x") } }) }
  print(full ? "rules" : "rolling", best, (best / .nanoseconds(1)) / Double(book.purchases.count), "ns a purchase")
}
print(MemoryLayout<Book>.size, MemoryLayout<CompiledRules>.size, MemoryLayout<Outcome>.size, MemoryLayout<Rules>.size, MemoryLayout<Purchases>.size)
