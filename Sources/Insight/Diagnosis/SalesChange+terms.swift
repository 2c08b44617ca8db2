extension SalesChange {
  /// Exact sums of a few fractions over one denominator.
  struct Terms {
    /// A whole number and a numerator over the common denominator, 0 or more and below it.
    struct Value {
      var whole: Int128
      var rest: Int128 = 0
    }

    private let denominator: Int128

    /// Nil where the denominator, the product of all four, is too large.
    init?(divisors one: (Int128, Int128), _ other: (Int128, Int128)) {
      let (first, second) = (one.0.multipliedReportingOverflow(by: one.1), other.0 * other.1)
      let (product, overflow) = first.partialValue.multipliedReportingOverflow(by: second)
      // The remainders of three parts, each below six times as much, must fit together.
      guard !first.overflow, !overflow, product > 0, product < Int128.max / 32 else { return nil }
      denominator = product
    }

    /// The product of `factors` ÷ the product of `divisors`, which divides the common denominator.
    func quotient(_ factors: [Int128], over divisors: [Int128]) -> Value? {
      var top: Int128 = 1
      for factor in factors {
        let (product, overflow) = top.multipliedReportingOverflow(by: factor)
        guard !overflow else { return nil }
        top = product
      }
      let bottom = divisors.reduce(1, *)
      let (whole, rest) = floored(top, bottom)
      guard whole.magnitude < Int128.max.magnitude / 32 else { return nil }
      return Value(whole: whole, rest: rest * (denominator / bottom))
    }

    /// The weighted sums ÷ 6, rounded so that they add up to what they come to together, which is whole.
    func rounded(_ sums: [[(weight: Int128, value: Value)]]) -> [Int64]? {
      var parts: [Int128] = []
      var rests: [Int128] = []
      for sum in sums {
        let rest = sum.reduce(Int128(0)) { $0 + $1.weight * $1.value.rest }
        let (carried, kept) = floored(rest, denominator)
        let (part, left) = floored(sum.reduce(carried) { $0 + $1.weight * $1.value.whole }, 6)
        parts.append(part)
        rests.append(left * denominator + kept)
      }
      let missing = Int(rests.reduce(0, +) / (6 * denominator))
      let ranked = rests.indices.sorted { rests[$0] != rests[$1] ? rests[$0] > rests[$1] : $0 < $1 }
      for place in ranked.prefix(missing) { parts[place] += 1 }
      let amounts = parts.compactMap { Int64(exactly: $0) }
      return amounts.count == parts.count ? amounts : nil
    }

    /// Towards minus infinity, so that what is left is never below 0; `bottom` is above 0.
    private func floored(_ top: Int128, _ bottom: Int128) -> (whole: Int128, rest: Int128) {
      let (quotient, rest) = top.quotientAndRemainder(dividingBy: bottom)
      return rest < 0 ? (quotient - 1, rest + bottom) : (quotient, rest)
    }
  }
}
