import MemberBook
import PlanLanguage
import Programme
import Quantities
import Testing
@testable import Simulation

/// A book with a members file and actions, through ledger, totals and benefits.
@Suite struct KnownMembersTests {
  /// Data of 2017 by 甲; 乙 and 丙 stand in the members file only.
  private static func history() throws -> PurchaseHistory {
    var builder = BookBuilder()
    try builder.append(member: "甲", day: day(2017, 1, 1), second: 36_000, amount: 50_00, store: "东")
    try builder.append(member: "甲", day: day(2017, 12, 31), second: 0, amount: 10_00, store: "东")
    var profiles = Profiles(count: 4)
    func set(_ fact: ProfileText, _ text: String, of member: Int) {
      profiles.set(fact, to: Array(text.utf8).span, of: member)
    }
    set(.tier, "金卡", of: 1)
    profiles.set(.tierSince, to: day(2016, 6, 1), of: 1)
    profiles.set(openingPoints: 300, of: 1)
    set(.tier, "白金", of: 2)
    profiles.set(openingPoints: 40, of: 2)
    profiles.set(.openingExpiry, to: day(2016, 12, 31), of: 2)
    profiles.set(joined: day(2016, 2, 29), of: 2)
    profiles.set(birthday: Birthday(month: 5, day: 4), of: 2)
    profiles.set(openingPoints: -7, of: 3)
    let table = MemberTable(ids: ["甲", "乙", "丙", "丁"], profiles: profiles)
    var actions = ActionTable()
    for (day, second) in [(day(2016, 12, 31), Int32(0)), (day(2017, 1, 1), 36_000), (day(2017, 1, 1), 0)] {
      try actions.append(member: "甲", day: day, second: second, kind: "签到")
    }
    try actions.append(member: "甲", day: day(2017, 1, 2), kind: "其他")
    return try #require(PurchaseHistory(try builder.finish().joined(by: table, actions)))
  }

  private static var rules: Rules {
    var ladder = Ladder(name: "会员")
    ladder.window = .lifetime
    ladder.tiers = [Tier(name: "普通"), Tier(name: "金卡")]
    ladder.tiers[1].actions["签到"].base = Count(2)
    ladder.tiers[1].need = .all
    var policy = PointsPolicy(name: "基础")
    policy.earn.base = EarnRate(points: .one, per: Money(minor: 100))
    policy.actions = [ActionRate(name: "签到")]
    policy.actions[0].earn.base = Points(5)
    policy.actions[0].limit = ActionLimit(Count(1), per: .day)
    return Rules(ladder: ladder, points: policy)
  }

  private static let year = DayRange(day(2017, 1, 1), day(2017, 12, 31)) ?? DayRange(day(2017, 1, 1))

  @Test func `the ledger tells actions, opening points, imports and renewals`() throws {
    let history = try Self.history()
    let compiled = try CompiledRules(Self.rules, for: history, through: Self.year.last)
    func events(_ id: String) throws -> [ReplayEvent] {
      let member = try #require(history.book.members.member(withID: id))
      return Replay(history).ledger(of: member, compiled, through: Self.year.last)?.entries.map(\.event) ?? []
    }
    func action(_ index: Int, second: Int32, earned: Int64, isLimited: Bool) -> ReplayEvent {
      .action(
        ActionFacts(index: index, entry: 0, tick: 1, second: second), EarnedPoints(points: earned, capped: 0),
        isLimited: isLimited)
    }
    func receipt(_ index: Int, tick: Int, second: Int32, net: Int64, earned: Int64) -> ReplayEvent {
      .receipt(
        ReceiptFacts(member: 0, index: index, tick: tick, second: second, net: net, visits: 1),
        EarnedPoints(points: earned, capped: 0))
    }
    // The action of 00:00, the purchase of 10:00, the action of the same moment, which wins the tier.
    #expect(
      try events("甲") == [
        action(1, second: 0, earned: 5, isLimited: false),
        receipt(0, tick: 1, second: 36_000, net: 50_00, earned: 50),
        action(2, second: 36_000, earned: 0, isLimited: true), .changed(from: 0, to: 1, .action),
        receipt(1, tick: 365, second: 0, net: 10_00, earned: 10),
      ])
    #expect(try events("乙") == [.opened(300), .imported(from: 0, to: 1), .reviewed(.unseen)])
    #expect(try events("丙").isEmpty && events("丁").isEmpty)
    let first = try #require(Replay(history).ledger(of: 0, compiled, through: Self.year.first))
    #expect(first.actions == [2] && first.entries.map(\.actions) == [[1], [1], [2], [2]])
    let gap = try #require(compiled.gap(above: 0, holding: first.window, [1], on: Self.year.first))
    #expect(gap.thresholds == [.init(measure: .actions("签到"), asked: 2, held: 1)])
  }

  @Test func `members without purchases count, and what could not be used is found`() throws {
    let history = try Self.history()
    let compiled = try CompiledRules(Self.rules, for: history, through: Self.year.last)
    let outcome = try Replay(history)(compiled, over: Self.year)
    #expect(
      outcome.stocks.map { $0[.members] } == [2, 2] && outcome.stock[.active] == 1 && outcome.totals[.notYetJoined] == 2
    )
    #expect(outcome.totals[.opening] == 300 && outcome.flow[.issued] == 65 && outcome.stock[.outstanding] == 365)
    #expect(outcome.totals[.unseenReviews] == 1 && outcome.flow[.upgrades] == 1 && outcome.flow[.downgrades] == 0)
    #expect(
      outcome.findings
        == FactFindings(
          strayTiers: [.init(name: "白金", members: 1)], lapsedOpenings: 1, negativeOpenings: 1))
    // Actions are done in no store.
    let byStore = try Replay(history)(compiled, over: Self.year, by: .store)
    #expect(byStore.flow(ofGroup: 0)[.issued] == 60 && byStore.flow(ofGroup: 1)[.issued] == 5)
    let byMonth = try Replay(history)(compiled, over: Self.year, by: .month)
    #expect(byMonth.flow(ofGroup: 0)[.issued] == 55)
  }

  @Test func `benefits are given from the day of joining on, by the tier of the morning`() throws {
    let history = try Self.history()
    func units(_ change: (inout Benefit) -> Void) throws -> [String: Int64] {
      var benefit = Benefit(name: "礼")
      benefit.cost = BenefitCost(Money(minor: 100))
      change(&benefit)
      var rules = Self.rules
      rules.benefits = [benefit]
      let compiled = try CompiledRules(rules, for: history, through: Self.year.last)
      let lines = try Replay(history)(compiled, over: Self.year).benefitLines
      return Dictionary(lines.map { ("\($0.month) \($0.tier)", $0.units) }, uniquingKeysWith: +)
    }
    let monthly = try units { $0.cost = BenefitCost(Money(minor: 100), per: .month) }
    // 丙 since 2016; 丁, of whom no date is known, from the first day on; 甲 joined that day, 乙 came with the tier.
    #expect(monthly["2017-01 普通"] == 1 && monthly["2017-01 金卡"] == 1)
    #expect(monthly["2017-02 普通"] == 2 && monthly["2017-02 金卡"] == 2)
    #expect(try units { $0.when = .birthdayMonth } == ["2017-05 普通": 1])
    // Of 乙 nothing is known before the tier was won.
    #expect(try units { $0.when = .joiningAnniversary } == ["2017-02 普通": 1, "2017-06 金卡": 1])
    // An import is no upgrade, and no action a first purchase.
    #expect(try units { $0.when = .upgrade } == ["2017-01 金卡": 1])
    #expect(try units { $0.when = .firstPurchase } == ["2017-01 普通": 1])
    // A condition on the member, met by nobody who bought.
    #expect(try units { $0.when = .purchases(.birthdayMonth) } == [:])
  }
}
