import MemberBook
import PlanLanguage
import Programme
import Quantities
import Testing
@testable import Simulation

/// What benefits count, worked out by hand. Amounts are in minor units.
@Suite struct KnownBenefitTests {
  private static func benefit(_ name: String = "B", _ change: (inout Benefit) -> Void) -> Benefit {
    var benefit = Benefit(name: name)
    change(&benefit)
    return benefit
  }

  /// Units by tier of the only benefit.
  private func units(_ book: Book, _ benefit: Benefit, _ ladder: Ladder = .single) throws -> [String: Int64] {
    let history = try #require(PurchaseHistory(book))
    let rules = Rules(ladder: ladder, benefits: [benefit])
    let range = try #require(DayRange(book.firstDay, book.lastDay))
    let outcome = try Replay(history)(CompiledRules(rules, for: history, through: range.last), over: range)
    var units: [String: Int64] = [:]
    for line in outcome.benefitLines { units[line.tier, default: 0] += line.units }
    return units.filter { $0.value != 0 }
  }

  private static let half = Percent(fraction: Ratio(1, over: 2) ?? .zero)
  private static let first = day(2024, 3, 1)

  @Test(arguments: [(200_00, 3, 33_33), (10_01, 2, 2_50), (10_00, 1, 0)] as [(Int64, Int32, Int64)])
  func `the second item's discount is rounded once`(amount: Int64, pieces: Int32, off: Int64) throws {
    var builder = BookBuilder()
    try builder.append(member: "a", day: Self.first, amount: amount, quantity: pieces * 1000)
    let benefit = Self.benefit { $0.discount = Discount(off: Self.half, onSecondItem: true) }
    #expect(try units(try builder.finish(), benefit) == (off == 0 ? [:] : ["all": off]))
  }

  @Test func `a return that names its purchase takes back what was given on it`() throws {
    var builder = BookBuilder()
    try builder.append(member: "a", day: Self.first, amount: 200_00, receipt: "1", quantity: 3000)
    // A third of it, and a third again; then all that is left, though more comes back than was bought.
    for (place, amount) in ([-66_67, -66_67, -100_00] as [Int64]).enumerated() {
      try builder.append(
        member: "a", day: Self.first + 1 + place, amount: amount, receipt: "r\(place)", original: "1", quantity: -1000)
    }
    let benefit = Self.benefit { $0.discount = Discount(off: Self.half, onSecondItem: true) }
    let book = try builder.finish()
    #expect(try units(book, benefit) == [:])
    // What got nothing gives nothing back: the purchase was made on the entry tier.
    var ladder = ReferenceTests.ladder(100_00)
    ladder.tiers[0].name = "all"
    let above = Self.benefit {
      $0.discount = Discount(off: Self.half)
      $0.tiers = .from("T1")
    }
    #expect(try units(book, above, ladder) == [:])
  }

  @Test func `no tier has visits below 0, nor what they cost`() throws {
    // The first wins the tier, the second unmakes the visit, the third makes it again.
    func book(_ amounts: Int64...) throws -> Book {
      var builder = BookBuilder()
      for (place, amount) in amounts.enumerated() {
        try builder.append(
          member: "a", day: Self.first, second: Int32(place), amount: amount, receipt: "\(place)")
      }
      return try builder.finish()
    }
    let ladder = ReferenceTests.ladder(100_00)
    let benefit = Self.benefit { $0.cost = BenefitCost(Money(minor: 5_00), per: .visit) }
    func visits(_ book: Book) throws -> [Int64] {
      let history = try #require(PurchaseHistory(book))
      let range = try #require(DayRange(Self.first, Self.first + 1))
      let rules = try CompiledRules(Rules(ladder: ladder), for: history, through: range.last)
      let outcome = try Replay(history)(rules, over: range)
      return (0..<2).map { outcome.flow(ofTier: $0)[.visits] }
    }
    let unmade = try book(100_00, -100_00)
    #expect(try visits(unmade) == [0, 0])
    #expect(try units(unmade, benefit, ladder) == [:])
    let made = try book(100_00, -100_00, 1_00)
    #expect(try visits(made) == [0, 1])
    #expect(try units(made, benefit, ladder) == ["T1": 1])
  }

  @Test func `a receipt of 0 is a purchase`() throws {
    var builder = BookBuilder()
    for offset in [0, 20, 40, 71] { try builder.append(member: "a", day: Self.first + offset, amount: 0) }
    let book = try builder.finish()
    let perPurchase = Self.benefit { $0.cost = BenefitCost(Money(minor: 5_00), per: .purchase) }
    #expect(try units(book, perPurchase) == ["all": 4])
    let lapsed = Self.benefit {
      $0.cost = BenefitCost(Money(minor: 5_00))
      $0.when = .lapsed(.days(30))
    }
    #expect(try units(book, lapsed) == ["all": 1])
  }
}
