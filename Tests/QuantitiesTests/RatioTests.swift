import Quantities
import Testing

@Suite struct RatioTests {
  @Test func `fractions are kept in lowest terms with a positive denominator`() throws {
    let half = try #require(Ratio(-3, over: -6))
    #expect(half.numerator == 1 && half.denominator == 2)
    #expect(Ratio(1, over: 0) == nil)
    #expect(Ratio(.min, over: -1) == nil)
  }

  @Test func `what leaves 64 bits is nil, never a trap`() throws {
    let huge = Ratio(.max)
    #expect(huge.multiplied(by: huge) == nil)
    #expect(huge.adding(.one) == nil)
    let fine = try #require(Ratio(1, over: .max))
    #expect(fine.adding(try #require(Ratio(1, over: .max - 1))) == nil)
    #expect(Ratio(.min).negated == nil)
    #expect(fine < .one && fine > .zero)
  }

  @Test(arguments: [(1, 3, "0.333333…"), (5, 4, "1.25"), (-1, 8, "-0.125"), (1_234_567, 1, "1,234,567"), (0, 5, "0")])
  func `decimals are exact where they end`(top: Int64, bottom: Int64, text: String) throws {
    #expect(try #require(Ratio(top, over: bottom)).decimal() == text)
  }

  @Test(arguments: [
    (Rounding.floor, [0, 0, 1, 1, 2]), (.nearest, [0, 1, 1, 2, 2]), (.up, [0, 1, 1, 2, 2]),
  ])
  func `rounding of n halves, 0 to 4, and of 7 thirds`(rounding: Rounding, expected: [Int64]) {
    #expect((0...4).map { rounding.quotient(Int64($0), 2) } == expected)
    #expect(rounding.quotient(Int128(7), Int128(3)) == (rounding == .up ? 3 : 2))
  }
}
