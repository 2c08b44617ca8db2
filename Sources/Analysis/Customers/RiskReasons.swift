import MemberBook
public import Messages
import PlanLanguage
import Programme
public import Quantities
import Simulation

/// What happened to a member about the time that they began to stay away: associations, each by itself, never causes.
public struct RiskReasons {
  let replay: Replay
  let rules: CompiledRules
  let range: DayRange

  private var book: Book { replay.history.book }

  /// `usual` is how many days the member usually stays away at most; below 0 where that is not known.
  public func of(_ member: Int, usual: Int) -> [Message] {
    let purchases = book.purchases
    let receipts = purchases.range(of: member).filter { purchases.day($0) <= range.last }
    guard let last = receipts.last else { return [] }
    var reasons: [Message] = []
    if purchases.amount[last] < 0 {
      let day = purchases.day(last)
      reasons.append(Message("the last receipt, of \(day), is a return", zh: "最后一张小票（\(day)）是退货"))
    }
    let visits = visits(receipts)
    reasons += [categoryLeft(visits), storeChanged(visits)].compactMap(\.self)
    return reasons + ofTheProgramme(member, visits.last.map { purchases.day($0[0]) }, usual)
  }

  /// Receipts that are no returns, by day.
  private func visits(_ receipts: [Int]) -> [[Int]] {
    let purchases = book.purchases
    var visits: [[Int]] = []
    for receipt in receipts where purchases.amount[receipt] >= 0 {
      if let day = visits.last?.first, purchases.dayOffset[day] == purchases.dayOffset[receipt] {
        visits[visits.count - 1].append(receipt)
      } else {
        visits.append([receipt])
      }
    }
    return visits
  }

  /// A category that made three tenths of the spend and more, and nothing of the last three visits.
  private func categoryLeft(_ visits: [[Int]]) -> Message? {
    guard !book.lines.category.isEmpty, visits.count >= 6 else { return nil }
    func spend(_ visits: some Sequence<[Int]>) -> [Int: Int64] {
      var sums: [Int: Int64] = [:]
      for receipt in visits.joined() {
        for line in book.purchases.lines(of: receipt) {
          let amount = book.amount(ofLine: line, receiptNet: book.purchases.amount[receipt])
          if amount > 0 { sums[book.categoryCode(ofLine: line), default: 0] += amount }
        }
      }
      return sums
    }
    let (before, after) = (spend(visits.dropLast(3)), spend(visits.suffix(3)))
    let total = before.values.reduce(0, +)
    guard total > 0,
      let left = before.filter({ $0.key > 0 && after[$0.key] == nil }).max(by: {
        ($0.value, $1.key) < ($1.value, $0.key)
      }),
      Double(left.value) >= 0.3 * Double(total)
    else { return nil }
    let (name, share) = (book.categories.name(left.key), Int(100 * Double(left.value) / Double(total)))
    return Message(
      "nothing of \(name) in the last 3 visits, \(share)% of spend before", zh: "最近 3 次没有买 \(name)，此前占消费额的 \(share)%")
  }

  /// A store of three visits in five and more, and none of the last two.
  private func storeChanged(_ visits: [[Int]]) -> Message? {
    guard !book.purchases.store.isEmpty, visits.count >= 5 else { return nil }
    let stores = visits.map { book.storeCode(of: $0[0]) }
    let before = stores.dropLast(2).reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    guard let usual = before.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), usual.key > 0,
      5 * usual.value >= 3 * (stores.count - 2), let now = stores.last, now > 0, !stores.suffix(2).contains(usual.key)
    else { return nil }
    let (from, to) = (book.stores.name(usual.key), book.stores.name(now))
    return Message("the last 2 visits were at \(to), before mostly at \(from)", zh: "最近 2 次在 \(to)，此前多在 \(from)")
  }

  /// The last downgrade and expiry of baseline's ledger, from 90 days before the last purchase to the day on which the
  /// member was due again: later ones follow from staying away.
  private func ofTheProgramme(_ member: Int, _ lastPurchase: Day?, _ usual: Int) -> [Message] {
    guard let lastPurchase, let ledger = replay.ledger(of: member, rules, through: range.last) else { return [] }
    let (first, due) = (lastPurchase - AtRisk.span, lastPurchase + max(usual, 0))
    let entries = ledger.entries.filter { $0.day >= first && $0.day <= due }
    var reasons: [Message] = []
    func when(_ day: Day) -> Message {
      let days = day - lastPurchase
      return days > 0
        ? Message("\(counted(days, "day")) after the last purchase", zh: "末次购买后 \(grouped(Int64(days))) 天")
        : Message("\(counted(-days, "day")) before the last purchase", zh: "末次购买前 \(grouped(Int64(-days))) 天")
    }
    for entry in entries.reversed() {
      guard case .changed(let from, let to, _) = entry.event, to < from else { continue }
      let change = "\(rules.tiers[from]) → \(rules.tiers[to])"
      reasons.append(
        Message(
          "down from \(change) on \(entry.day), \(when(entry.day))", zh: "\(entry.day) 降级 \(change)，\(when(entry.day))")
      )
      break
    }
    for entry in entries.reversed() {
      guard case .expired(let points, _) = entry.event else { continue }
      reasons.append(
        Message(
          "\(grouped(points)) points expired on \(entry.day), \(when(entry.day))",
          zh: "\(entry.day) 过期 \(grouped(points)) 积分，\(when(entry.day))"))
      break
    }
    return reasons
  }
}

extension Analyst {
  /// What may lie behind members' staying away, by baseline's rules.
  public func riskReasons(over range: DayRange) throws(Diagnostic) -> RiskReasons {
    let data = try loaded()
    let rules = try rules(of: Reference(Scenario.baseline))
    let compiled = try data.history.compile(rules, through: range.last)
    return RiskReasons(replay: Replay(data.history), rules: compiled, range: range)
  }
}
