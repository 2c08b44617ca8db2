import Messages
import Numerics
public import Quantities

/// Members who buy more often than one person can: cards that a till holds for whoever has none, or that are passed
/// around. Purchases are receipts of net 0 or more. Two rules, either of which suffices:
///
/// - on one day, at least 20 purchases and 5 times what nine in ten of all members' days with a purchase stay within (in
///   data without receipt ids a purchase is a row, so that one visit is several);
/// - in all, at least 200 purchases and 20 times what 99 in 100 of the members stay within.
public struct SharedCards: Sendable, Equatable {
  /// A member who buys more than one person does.
  public struct Example: Sendable, Equatable {
    /// The member's number.
    public let member: Int
    /// The day with the most purchases.
    public let busiest: Day
    /// On that day.
    public let purchases: Int
    /// Days by the first rule.
    public let days: Int
    /// All purchases of the member.
    public let total: Int
  }

  /// The most purchases in all first.
  public let examples: [Example]
  /// How many such members there are.
  public let count: Int
  /// Purchases of those members, and of all members.
  public let purchases: Int
  /// Of all members.
  public let allPurchases: Int

  private static let leastADay = 20
  private static let leastInAll = 200

  init(in book: Book, _ job: Job) throws(Diagnostic) {
    let purchases = book.purchases
    var (days, totals) = (AmountScale(), AmountScale())
    var suspects: [(member: Int, total: Int)] = []
    var all = 0
    try book.forEachOwner(job) { owner, receipts in
      guard let owner else { return }
      var (total, most) = (0, 0)
      purchases.forEachDay(of: receipts) { _, count in
        days.add(step: AmountScale.step(of: UInt64(count)))
        total += count
        most = max(most, count)
      }
      if total > 0 { totals.add(step: AmountScale.step(of: UInt64(total))) }
      if most >= Self.leastADay || total >= Self.leastInAll { suspects.append((owner, total)) }
      all += total
    }
    let aDay = max(Self.leastADay, 5 * Int(AmountScale.start(of: days.step(at: 9, of: 10))))
    let inAll = max(Self.leastInAll, 20 * Int(AmountScale.start(of: totals.step(at: 99, of: 100))))
    var found: [Example] = []
    for (member, total) in suspects {
      var busiest = (day: 0, count: 0)
      var over = 0
      purchases.forEachDay(of: purchases.range(of: member)) { day, count in
        if count > busiest.count { busiest = (day, count) }
        if count >= aDay { over += 1 }
      }
      if over > 0 || total >= inAll {
        found.append(
          Example(
            member: member, busiest: purchases.epoch + busiest.day, purchases: busiest.count, days: over, total: total))
      }
    }
    examples = found.kept { ($1.total, $0.member) < ($0.total, $1.member) }
    count = found.count
    self.purchases = found.reduce(0) { $0 + $1.total }
    allPurchases = all
  }
}

extension Purchases {
  /// Calls `body` with every day on which one of `receipts`, all of one member, is a purchase, and how many are.
  fileprivate func forEachDay(of receipts: Range<Int>, _ body: (_ day: Int, _ count: Int) -> Void) {
    var (day, count) = (-1, 0)
    for receipt in receipts where amount[receipt] >= 0 {
      let own = Int(dayOffset[receipt])
      if own != day {
        if count > 0 { body(day, count) }
        (day, count) = (own, 0)
      }
      count += 1
    }
    if count > 0 { body(day, count) }
  }
}
