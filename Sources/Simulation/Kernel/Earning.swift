import MemberBook
import Programme
import Quantities

extension EarnTables {
  /// The points of a receipt of `size` minor units (its net, or a return's magnitude), rounded once.
  func points(for receipt: ReceiptFacts, size: Int64, tier: Int, _ book: Book) -> Int64 {
    plainPoints(on: receipt.tick, size: size, tier: tier)
      ?? classes[Int(classOf[receipt.tick])].points(for: receipt, size: size, tier: tier, rounding, book)
  }

  /// The same on days when all receipts earn alike; nil on others.
  @inline(__always)
  func plainPoints(on tick: Int, size: Int64, tier: Int) -> Int64? {
    let rate = rate(on: tick, tier: tier)
    return rate.denominator.value > 0 ? rate.points(size) : nil
  }
}

extension EarnClass {
  /// On days with conditional bonuses: by receipt, or line by line where a bonus looks at lines.
  func points(for receipt: ReceiptFacts, size: Int64, tier: Int, _ rounding: Rounding, _ book: Book) -> Int64 {
    let store = book.storeCode(of: receipt.index)
    let lines = book.purchases.lines(of: receipt.index)
    // Σ amount × factor, in minor units × scale.
    var weighted: Int128 = 0
    if byLine {
      let sign: Int64 = receipt.net < 0 ? -1 : 1
      for line in lines {
        let amount = book.amount(ofLine: line, receiptNet: receipt.net)
        weighted += Int128(sign * amount) * Int128(factor(for: receipt, tier: tier, store: store, line: line, book))
      }
    } else {
      weighted = Int128(size) * Int128(factor(for: receipt, tier: tier, store: store, line: 0, book))
    }
    guard weighted > 0 else { return 0 }
    if unit == 1 {
      return rounding.exact(weighted, base.numerator, over: Int128(scale), base.denominator)
    }
    // Whole steps earn by the average multiplier of the money in the receipt.
    let steps = size / unit
    let (product, overflow) = weighted.multipliedReportingOverflow(by: Int128(steps))
    return overflow
      ? .max : rounding.exact(product, base.numerator, over: Int128(scale) * Int128(size), base.denominator)
  }

  /// Whether no product on the way leaves 128 bits, for receipts whose lines come to `largest` minor units.
  func isExact(upTo largest: Int64) -> Bool {
    let factor = Double(factors.joined().max() ?? 0)
    let steps = unit == 1 ? 1 : Double(largest) / Double(unit) + 1
    let top = Double(largest) * factor * steps * Double(base.numerator)
    let bottom = Double(scale) * Double(base.denominator) * (unit == 1 ? 1 : Double(largest))
    return max(top, bottom) < 1e38
  }

  @inline(__always)
  private func factor(for receipt: ReceiptFacts, tier: Int, store: Int, line: Int, _ book: Book) -> Int64 {
    var set = 0
    for (bit, condition) in conditional.enumerated()
    where condition.holds(receipt, store: store, line: line, book) {
      set |= 1 << bit
    }
    return factors[tier][set]
  }
}

extension Rounding {
  /// `weighted × numerator ÷ (over × denominator)`, rounded on the exact quotient; the points that a policy can issue
  /// were bounded when it was compiled, so that leaving 128 bits means more than that bound.
  fileprivate func exact(_ weighted: Int128, _ numerator: Int64, over: Int128, _ denominator: Int64) -> Int64 {
    let (top, topOverflow) = weighted.multipliedReportingOverflow(by: Int128(numerator))
    let (bottom, bottomOverflow) = over.multipliedReportingOverflow(by: Int128(denominator))
    guard !topOverflow, !bottomOverflow else { return .max }
    return quotient(top, bottom) ?? .max
  }
}
