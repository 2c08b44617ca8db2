import MemberBook
import Messages
import Programme
import Quantities
import Testing
@testable import Simulation

/// Retention and repeat rates against a count that goes by the words of their definitions.
@Suite struct RetentionTests {
  /// A member's purchases and what each day came to, in one group of receipts.
  private struct Comings {
    var purchases: Set<Day> = []
    var sums: [Day: Int64] = [:]

    func isActive(_ days: DayRange) -> Bool { purchases.contains(where: days.contains) }
    func visits(_ days: DayRange) -> Int { sums.count { days.contains($0.key) && $0.value > 0 } }
  }

  /// By member, by the group's name.
  private func comings(
    _ book: Book, _ groups: (_ receipt: Int) -> [(name: String, amount: Int64)]
  ) -> [[String: Comings]] {
    (0..<book.members.count).map { member in
      var found: [String: Comings] = [:]
      for receipt in book.purchases.range(of: member) {
        let day = book.purchases.day(receipt)
        for (name, amount) in groups(receipt) {
          if book.purchases.amount[receipt] >= 0 { found[name, default: Comings()].purchases.insert(day) }
          found[name, default: Comings()].sums[day, default: 0] += amount
        }
      }
      return found
    }
  }

  private func check(
    _ outcome: Outcome, _ key: SliceKey, _ members: [Comings], _ range: DayRange, _ before: DayRange, _ place: String
  ) throws {
    let earlier = members.filter { $0.isActive(before) }
    let kept = earlier.count { $0.isActive(range) }
    let active = members.count { $0.isActive(range) }
    let metrics = try ["retention", "churn", "repeat_rate"].map { try #require(Metric.named($0)) }
    let found = metrics.map { outcome.value(of: $0, in: key) }
    #expect(found[0] == .share(part: Int64(kept), whole: Int64(earlier.count)), "\(place)")
    #expect(found[1] == .share(part: Int64(earlier.count - kept), whole: Int64(earlier.count)), "\(place)")
    guard key.tier == nil else { return }
    #expect(
      found[2] == .share(part: Int64(members.count { $0.visits(range) > 1 }), whole: Int64(active)), "\(place)")
  }

  @Test func `all members, tiers on the eve, stores, categories and months are counted by the definitions`() throws {
    var keptSome = 0
    for seed in UInt64(5000)..<5120 {
      let random = RandomCase(seed: seed, withPeople: seed % 3 == 0)
      let history = try random.history()
      let book = history.book
      let start = max(random.last - Int(seed % 5) * 90, book.firstDay + 2)
      guard let range = DayRange(start, max(start, random.last)) else { continue }
      let compiled = try CompiledRules(random.rules, for: history, through: max(range.last, book.lastDay))
      let replay = Replay(history)

      let whole = try replay(compiled, over: range)
      let all = comings(book) { [("", book.purchases.amount[$0])] }.map { $0[""] ?? Comings() }
      try check(whole, SliceKey(), all, range, range.earlier, "seed \(seed)")
      keptSome += whole.retention.reduce(0) { $0 + Int($1[.kept]) }

      // A replay that ends on the eve says who held which tier.
      let eve = try replay(compiled, over: DayRange(range.first - 1))
      for tier in eve.tiers.indices {
        let held = all.indices.filter { Int(eve.finalTiers[$0]) == tier }.map { all[$0] }
        try check(whole, SliceKey(tier: tier), held, range, range.earlier, "seed \(seed), tier \(tier)")
      }

      for split in [Split.store, .category] {
        let outcome = try replay(compiled, over: range, by: split)
        let names = ReceiptGrouping(split, book, range: range).names.map { $0.text(in: .english) }
        let table = split == .store ? book.stores : book.categories
        let found = comings(book) { receipt in
          func name(_ codes: [UInt16], _ place: Int) -> String {
            codes.isEmpty || codes[place] == 0 ? "(blank)" : table.name(Int(codes[place]))
          }
          if split == .store { return [(name(book.purchases.store, receipt), book.purchases.amount[receipt])] }
          return book.purchases.lines(of: receipt).map { line in
            (
              name(book.lines.category, line),
              book.amount(ofLine: line, receiptNet: book.purchases.amount[receipt])
            )
          }
        }
        for (group, name) in names.enumerated() {
          try check(
            outcome, SliceKey(group: group), found.map { $0[name] ?? Comings() }, range, range.earlier,
            "seed \(seed), \(split.rawValue) \(name)")
        }
      }

      let byMonth = try replay(compiled, over: range, by: .month)
      for (group, month) in range.months.enumerated() {
        try check(
          byMonth, SliceKey(group: group), all, month, month.monthBefore, "seed \(seed), month \(month)")
      }
    }
    #expect(keptSome > 50)
  }

  @Test func `without anything before, nothing is said`() throws {
    var builder = BookBuilder()
    try builder.append(member: "甲", day: day(2025, 1, 2), second: 0, amount: 10_00)
    let history = try #require(PurchaseHistory(try builder.finish()))
    let range = try #require(DayRange(day(2025, 1, 1), day(2025, 1, 31)))
    let compiled = try CompiledRules(Rules(ladder: .single), for: history, through: range.last)
    let outcome = try Replay(history)(compiled, over: range)
    #expect(try outcome.value(of: #require(Metric.named("retention"))).ratio == nil)
    #expect(try outcome.value(of: #require(Metric.named("churn"))).ratio == nil)
    #expect(try outcome.value(of: #require(Metric.named("referrals_per_member"))) == .unknown)
  }
}
