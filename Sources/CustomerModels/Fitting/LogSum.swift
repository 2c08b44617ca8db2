internal import Glibc

/// Σ ln(1 + yᵢ), as the logarithm of running products: one logarithm for many factors.
struct LogSum {
  private var product = 1.0
  private var sum = 0.0

  /// Adds ln(`factor`), 1e-50 ≤ `factor` ≤ 1e50.
  @inline(__always)
  mutating func multiply(_ factor: Double) {
    product *= factor
    if product > 1e200 || product < 1e-200 {
      sum += log(product)
      product = 1
    }
  }

  @inline(__always)
  mutating func add(_ term: Double) { sum += term }

  var value: Double { sum + log(product) }
}
