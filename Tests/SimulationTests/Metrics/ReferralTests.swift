import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// Who brought whom.
@Suite struct ReferralTests {
  /// 甲 brought 乙 in January and 丙 in February, 乙 brought 丁 by an action; 戊 names nobody's id, 己 themselves.
  private static func history(renaming names: [String: String] = [:]) throws -> PurchaseHistory {
    var builder = BookBuilder()
    for (id, month) in [("甲", 1), ("乙", 1), ("丙", 2), ("丁", 2), ("戊", 3), ("己", 3)] {
      try builder.append(member: id, day: day(2025, month, 10), second: 0, amount: month == 1 ? 900_00 : 10_00)
    }
    let ids = ["甲", "乙", "丙", "丁", "戊", "己"]
    var profiles = Profiles(count: ids.count)
    for (member, referrer) in [(1, "甲"), (2, "甲"), (4, "乌"), (5, "己")] {
      profiles.set(.referrer, to: Array(referrer.utf8).span, of: member)
    }
    var actions = ActionTable()
    try actions.append(member: "丁", day: day(2025, 2, 10), kind: "推荐", other: "乙")
    let table = MemberTable(ids: ids, profiles: profiles)
    return try #require(
      PurchaseHistory(try builder.finish().joined(by: table.renamed(names), try actions.renamed(names))))
  }

  private static var rules: Rules {
    var ladder = Ladder(name: "会员")
    ladder.tiers = [Tier(name: "普通"), Tier(name: "金卡")]
    ladder.tiers[1].spend.base = Money(minor: 500_00)
    return Rules(ladder: ladder)
  }

  private func outcome(_ history: PurchaseHistory, by split: Split? = nil) throws -> Outcome {
    let range = try #require(DayRange(day(2025, 1, 1), day(2025, 3, 31)))
    let compiled = try CompiledRules(Self.rules, for: history, through: range.last)
    return try Replay(history)(compiled, over: range, by: split)
  }

  @Test func `those who joined in the range stand with who referred them`() throws {
    let history = try Self.history()
    let metric = try #require(Metric.named("referrals_per_member"))
    let whole = try outcome(history)
    #expect(whole.value(of: metric) == .quotient(3, over: 6))
    // Both who referred anybody are on the higher tier by now.
    #expect(whole.value(of: metric, in: SliceKey(tier: 1)) == .quotient(3, over: 2))
    #expect(whole.value(of: metric, in: SliceKey(tier: 0)) == .quotient(0, over: 4))
    let months = try outcome(history, by: .month)
    #expect(
      (0..<3).map { months.value(of: metric, in: SliceKey(group: $0)) }
        == [.quotient(1, over: 2), .quotient(2, over: 2), .quotient(0, over: 2)])
    #expect(history.referrals?.strays == 2)
  }

  @Test func `a referrer who was merged stands for the one they were merged into`() throws {
    let history = try Self.history(renaming: ["甲": "戊"])
    let member = try #require(history.book.members.member(withID: "戊"))
    let found = try #require(history.referrals)
    #expect(found.count(by: member, in: 0...400) == 2)
  }
}
