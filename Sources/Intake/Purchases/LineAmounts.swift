import Quantities

/// The amounts of a row, in minor units, and its pieces, in thousandths.
struct LineAmounts {
  var paid: Int64 = 0
  var pieces: Int32 = 0
  var discount: Int64 = 0
  var cost: Int64 = 0

  /// The row is a return, however it is written.
  mutating func turnBack() {
    (paid, pieces, discount, cost) = (-abs(paid), -abs(pieces), -abs(discount), -abs(cost))
  }

  /// Each to the nearest minor unit, halves away from zero; false, and nothing done, beyond the bound of amounts.
  mutating func convert(at rate: Ratio) -> Bool {
    func converted(_ minor: Int64) -> Int64 {
      rounded(Int128(minor) * Int128(rate.numerator), Int128(rate.denominator))
    }
    let all = (paid: converted(paid), discount: converted(discount), cost: converted(cost))
    guard [all.paid, all.discount, all.cost].allSatisfy(DecimalReading.isWithinBound) else { return false }
    (paid, discount, cost) = (all.paid, all.discount, all.cost)
    return true
  }

  mutating func add(_ tax: Percent) {
    (paid, discount, cost) = (tax.added(to: paid), tax.added(to: discount), tax.added(to: cost))
  }
}

extension Percent {
  /// An amount without tax and the tax on it, to the nearest minor unit, halves away from zero.
  fileprivate func added(to amount: Int64) -> Int64 {
    rounded(
      Int128(amount) * (Int128(fraction.denominator) + Int128(fraction.numerator)), Int128(fraction.denominator))
  }
}
