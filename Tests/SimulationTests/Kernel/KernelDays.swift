import MemberBook
import Programme
import Quantities

@testable import Simulation

/// Drives the kernel a calendar day at a time and writes down the same things as the reference.
enum KernelDays {
  /// Counts what the kernel tells between two looks.
  struct DayObserver: ReplayObserver {
    var today = ReferenceDay(day: .distantPast, tier: 0)

    mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState) {
      today.receipts.append((tierBefore: tier, points: earned))
      today.issued += earned
    }
    mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int) {
      today.clawedBack += clawedBack
      today.waived += waived
    }
    mutating func expired(_ points: Int64, tick: Int, tier: Int) { today.expired += points }
    mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {
      if to > from { today.upgrades += 1 } else { today.downgrades += 1 }
    }
    mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {}
  }

  static func replay(_ receipts: Range<Int>, _ rules: CompiledRules, _ history: History, through last: Day)
    -> [ReferenceDay]
  {
    let purchases = history.book.purchases
    guard let first = receipts.first, purchases.day(first) <= last else { return [] }
    var walk = MemberWalk(rules, history.book, observer: DayObserver(), qualifier: rules.thresholds)
    walk.begin(joining: rules.timeline.tick(purchases.day(first)), firstReceipt: first)
    var next = first
    var days: [ReferenceDay] = []
    var day = purchases.day(first)
    while day <= last {
      let tick = rules.timeline.tick(day)
      walk.observer.today = ReferenceDay(day: day, tier: 0)
      walk.advance(to: tick)
      while next < receipts.upperBound, purchases.day(next) == day {
        walk.take(
          ReceiptFacts(
            index: next, tick: tick, second: purchases.second.isEmpty ? 0 : purchases.second[next],
            net: purchases.amount[next]))
        next += 1
      }
      walk.observer.today.tier = walk.tier
      walk.observer.today.lots = walk.openLots.filter { $0.points > 0 }.map {
        ReferenceLot(earned: $0.earned, release: $0.release, expiry: $0.expiry, remaining: $0.points)
      }
      days.append(walk.observer.today)
      day = day + 1
    }
    return days
  }
}

extension RandomCase {
  /// The members' receipts as a book, line by line.
  func history() throws -> History {
    var builder = BookBuilder()
    for (number, receipts) in members.enumerated() {
      for (index, receipt) in receipts.enumerated() {
        for (line, place) in zip(receipt.lines, Int32(0)...) {
          try builder.append(
            member: "m\(number)", day: receipt.day, second: receipt.second, amount: line.amount, store: receipt.store,
            category: line.category, channel: receipt.store == "s1" ? "web" : "shop", receipt: "r\(index)",
            original: receipt.original.map { "r\($0)" }, quantity: place)
        }
      }
    }
    guard let history = History(try builder.finish()) else { throw Unexpected() }
    return history
  }

  func member(_ number: Int, in history: History) -> Range<Int> {
    history.book.members.member(withID: "m\(number)").map { history.book.purchases.range(of: $0) } ?? 0..<0
  }

  struct Unexpected: Error {}
}
