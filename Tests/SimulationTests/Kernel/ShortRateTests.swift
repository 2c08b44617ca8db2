import Quantities
import Testing
@testable import Simulation

/// Rates whose division is one multiplication, against 128-bit arithmetic.
@Suite struct ShortRateTests {
  @Test func `short rates give what the fraction gives`() throws {
    var dice = Dice(seed: 11)
    var compared = 0
    for _ in 0..<20_000 {
      let denominator = dice.amount(1...(1 << dice.amount(1...32)))
      let numerator = dice.amount(0...(1 << dice.amount(1...24)))
      let rounding = dice.pick([Rounding.floor, .nearest, .up])
      guard let ratio = Ratio(numerator, over: denominator), let rate = Rate(ratio, per: 1, rounding),
        let short = ShortRate(rate)
      else { continue }
      let size = dice.amount(0...((1 << 31) - 1))
      // Around whole quotients a reciprocal that is too large would show.
      let whole = size / ratio.denominator * ratio.denominator
      let sizes: [Int64] = [0, 1, (1 << 31) - 1, size, whole, max(0, whole - 1)]
      for size in sizes {
        let dividend = Int128(size) * Int128(rate.numerator) + Int128(rate.addend)
        let exact = dividend / Int128(rate.denominator.value)
        #expect(Int128(short.points(size)) == exact, "\(size) by \(ratio)")
        compared += 1
      }
    }
    #expect(compared > 60_000)
  }

  @Test func `what is too fine or goes by whole steps is no short rate`() throws {
    let fine = try #require(Ratio((1 << 29) + 1, over: 1 << 20))
    let tooFine = try #require(Rate(fine, per: 1, .floor))
    let stepped = try #require(Rate(fine, per: 100, .floor))
    #expect(ShortRate(tooFine) == nil)
    #expect(ShortRate(stepped) == nil)
    #expect(ShortRate(Rate(unit: 1)) == nil)
  }
}
