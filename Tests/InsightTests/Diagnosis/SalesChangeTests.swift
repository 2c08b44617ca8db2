import Insight
import Quantities
import Testing

@Suite("A change of sales is the sum of its parts") struct SalesChangeTests {
  /// By the definition: the mean over the six orders in which the factors change, as fractions; nil where one is undefined
  /// or too fine.
  private func naive(_ from: SalesFactors, _ to: SalesFactors) -> [Ratio]? {
    func factors(_ range: SalesFactors) -> [Ratio]? {
      guard let frequency = Ratio(range.purchases, over: range.members),
        let basket = Ratio(range.spend, over: range.purchases)
      else { return nil }
      return [Ratio(range.members), frequency, basket]
    }
    guard let before = factors(from), let after = factors(to) else { return nil }
    var sums = [Ratio.zero, .zero, .zero]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      var present = before
      for factor in order {
        guard let old = product(present) else { return nil }
        present[factor] = after[factor]
        guard let sum = product(present)?.subtracting(old).flatMap({ sums[factor].adding($0) }) else { return nil }
        sums[factor] = sum
      }
    }
    let parts = sums.compactMap { $0.divided(by: Ratio(6)) }
    return parts.count == 3 ? parts : nil
  }

  private func product(_ factors: [Ratio]) -> Ratio? {
    factors.reduce(Ratio.one) { sum, factor in sum.flatMap { $0.multiplied(by: factor) } }
  }

  private func factors(_ dice: inout Dice, upTo members: Int) -> SalesFactors {
    let members = Int64(dice.int(1...members))
    let purchases = members + Int64(dice.int(0...Int(members) * 9))
    let spend =
      Int64(dice.int(-20_000...400_000)) * purchases / Int64(dice.pick([1, 3, 7])) + Int64(dice.int(-50...50))
    return SalesFactors(
      members: members, purchases: purchases, spend: spend, walkIns: Int64(dice.int(-5_000...900_000)))
  }

  @Test func `1,000 random pairs of ranges add up to the minor unit`() throws {
    var dice = Dice(seed: 7)
    for _ in 0..<1_000 {
      let size = dice.pick([3, 60, 2_000, 400_000, 30_000_000])
      let (from, to) = (factors(&dice, upTo: size), factors(&dice, upTo: size))
      let change = try #require(SalesChange(from: from, to: to))
      #expect(change.whole == to.sales - from.sales)
      #expect(change.members + change.frequency + change.basket == to.spend - from.spend)
      #expect(change.walkIns == to.walkIns - from.walkIns && change.returns == 0)
      // Seen from the other end every part is the opposite, but for the rounding.
      let back = try #require(SalesChange(from: to, to: from))
      for part in SalesChange.Part.allCases { #expect((change[part] + back[part]).magnitude <= 1) }
    }
  }

  @Test func `parts are the exact ones, rounded by the largest remainder`() throws {
    var dice = Dice(seed: 11)
    var checked = 0
    for _ in 0..<1_000 {
      let (from, to) = (factors(&dice, upTo: 40), factors(&dice, upTo: 40))
      guard let exact = naive(from, to) else { continue }
      checked += 1
      let change = try #require(SalesChange(from: from, to: to))
      let parts = [change.members, change.frequency, change.basket]
      let floors = exact.map { ratio in
        ratio.numerator / ratio.denominator - (ratio.numerator % ratio.denominator < 0 ? 1 : 0)
      }
      let rests = try zip(exact, floors).map { try #require($0.subtracting(Ratio($1))) }
      var expected = floors
      let missing = Int(to.spend - from.spend - floors.reduce(0, +))
      let ranked = rests.indices.sorted { rests[$0] != rests[$1] ? rests[$0] > rests[$1] : $0 < $1 }
      for place in ranked.prefix(missing) { expected[place] += 1 }
      #expect(parts == expected, "\(from) \(to)")
    }
    #expect(checked > 900)
  }

  @Test func `a factor that stays the same has no part, and one that alone changes has all of it`() throws {
    let from = SalesFactors(members: 10, purchases: 30, spend: 90_000)
    let more = try #require(SalesChange(from: from, to: SalesFactors(members: 20, purchases: 60, spend: 180_000)))
    #expect((more.members, more.frequency, more.basket) == (90_000, 0, 0))
    let often = try #require(SalesChange(from: from, to: SalesFactors(members: 10, purchases: 45, spend: 135_000)))
    #expect((often.members, often.frequency, often.basket) == (0, 45_000, 0))
    let dear = try #require(SalesChange(from: from, to: SalesFactors(members: 10, purchases: 30, spend: 60_001)))
    #expect((dear.members, dear.frequency, dear.basket) == (0, 0, -29_999))
    let same = try #require(SalesChange(from: from, to: from))
    #expect(SalesChange.Part.allCases.allSatisfy { same[$0] == 0 } && same.driver == .members)
    // All three doubled, of a product of one: 7 of change, a third each, what is left to the first ones.
    let one = SalesFactors(members: 1, purchases: 1, spend: 1)
    let eight = try #require(SalesChange(from: one, to: SalesFactors(members: 2, purchases: 4, spend: 8)))
    #expect((eight.members, eight.frequency, eight.basket) == (3, 2, 2))
  }

  @Test func `ranges without members, purchases or sales`() throws {
    let none = SalesFactors()
    let some = SalesFactors(members: 4, purchases: 6, spend: 5_000, walkIns: 700)
    let begun = try #require(SalesChange(from: none, to: some))
    #expect((begun.members, begun.frequency, begun.basket, begun.walkIns) == (5_000, 0, 0, 700))
    let ended = try #require(SalesChange(from: some, to: none))
    #expect((ended.members, ended.frequency, ended.basket, ended.walkIns) == (-5_000, 0, 0, -700))
    #expect(try #require(SalesChange(from: none, to: none)).whole == 0)
    // Goods brought back by members who bought nothing.
    let returns = SalesFactors(spend: -300, walkIns: 50)
    let back = try #require(SalesChange(from: returns, to: some))
    #expect((back.members, back.returns, back.walkIns, back.whole) == (5_000, 300, 650, 5_950))
    #expect(back.whole == some.sales - returns.sales)
    #expect(back.driver == .members)
    let free = try #require(SalesChange(from: some, to: SalesFactors(members: 2, purchases: 9, spend: 0)))
    #expect(free.whole == -5_700 && free.members + free.frequency + free.basket == -5_000)
  }

  @Test func `the largest counts and amounts neither trap nor drift`() throws {
    let counts: [Int64] = [1, 2, 1 << 20, 1 << 30, (1 << 30) - 1]
    let amounts: [Int64] = [0, 1, -1, 1 << 40, -(1 << 52), 1 << 61, -(1 << 61)]
    var told = 0
    for members in counts {
      for purchases in counts where purchases >= members {
        for others in counts {
          for spend in amounts {
            for other in amounts {
              let from = SalesFactors(members: members, purchases: purchases, spend: spend)
              let to = SalesFactors(members: others, purchases: others, spend: other)
              guard let change = SalesChange(from: from, to: to) else { continue }
              told += 1
              #expect(change.whole == other - spend)
            }
          }
        }
      }
    }
    #expect(told > 1_500)
  }
}
