import MemberBook
import Quantities

/// The short way through the rules, for members of whom there are purchases only, under rules that look at nothing else:
/// what the kernel does for them, in one loop over the book's columns. `Replay` takes it where it is open; the tests hold
/// it against the kernel and the reference.
struct PlainWalk {
  let plain: PlainRules
  let history: History
  private let range: PlainDays

  init(_ plain: PlainRules, _ history: History, ticks: ClosedRange<Int>) {
    self.plain = plain
    self.history = history
    range = PlainDays(plain.rules, ticks: ticks)
  }

  /// How many of `members`, from the first on, the way is open to.
  func reach(of members: Range<Int>) -> Int { plain.reach(of: members, history) }

  /// Walks `members`, all of whom the way is open to.
  func callAsFunction(_ members: Range<Int>) -> PlainTotals {
    let (levels, rules) = (plain.levels, plain.rules)
    return switch (levels.spend.isEmpty, rules.whileQualified) {
    case (false, true): walk(members, SpendLevels(levels), HoldingByWindow(rules))
    case (false, false): walk(members, SpendLevels(levels), HoldingByTerm(rules))
    case (true, true): walk(members, CountingLevels(levels), HoldingByWindow(rules))
    case (true, false): walk(members, CountingLevels(levels), HoldingByTerm(rules))
    }
  }

  private func walk<Levels: PlainLevels>(
    _ members: Range<Int>, _ levels: Levels, _ beginning: some PlainHolding<Levels>
  ) -> PlainTotals {
    let purchases = history.book.purchases
    let (begins, dayOffsets, amounts) = (purchases.start, purchases.dayOffset, purchases.amount.narrowAmounts)
    let (days, nets) = (dayOffsets.span, amounts.span)
    let last = range.last
    var tally = PlainTally(plain.rules, history.book, range)
    var member = PlainMember(levels)
    var holding = beginning
    for number in members {
      let begin = Int(begins[number])
      var end = Int(begins[number + 1])
      while end > begin && days.tick(end - 1) > last { end -= 1 }
      member.reset(at: begin)
      holding.reset(at: begin)
      tally.begin(begin..<end, days)
      var stretch = begin
      while true {
        let tick = member.all.next < end ? days.tick(member.all.next) : last
        while let day = holding.due(by: tick, &member, days, nets) {
          let held = member.tier
          holding.look(at: &member, on: day, days, nets)
          guard member.tier != held else { continue }
          tally.add(stretch..<member.all.next, tier: held, through: day, days, nets)
          tally.change(from: held, to: member.tier, on: day)
          stretch = member.all.next
        }
        guard member.all.next < end else { break }
        member.all.add(days, nets)
        let held = member.tier
        guard member.mayRise else { continue }
        holding.rise(&member, on: tick, days, nets)
        guard member.tier > held else { continue }
        tally.add(stretch..<member.all.next, tier: held, through: tick, days, nets)
        tally.change(from: held, to: member.tier, on: tick)
        stretch = member.all.next
      }
      tally.add(stretch..<member.all.next, tier: member.tier, through: last, days, nets)
      tally.end(number, tier: member.tier, joined: begin < end)
    }
    return tally.totals
  }
}
