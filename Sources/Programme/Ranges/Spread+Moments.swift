internal import Numerics
internal import Quantities

/// Moments, as plain numbers: shares as fractions, money in major units.
extension Spread {
  /// The expected value.
  public var mean: Double {
    switch self {
    case .fixed(let value): return value.number.approximation
    case .uniform(let low, let high): return (low.number.approximation + high.number.approximation) / 2
    case .triangular(let low, let mode, let high):
      return (low.number.approximation + mode.number.approximation + high.number.approximation) / 3
    case .normal(let mean, let deviation):
      return TruncatedNormal(mean, deviation).mean
    case .beta(let a, let b):
      let (a, b) = (a.approximation, b.approximation)
      return a / (a + b)
    }
  }

  /// The variance, in the value's unit squared.
  public var variance: Double {
    switch self {
    case .fixed: return 0
    case .uniform(let low, let high):
      let width = high.number.approximation - low.number.approximation
      return width * width / 12
    case .triangular(let low, let mode, let high):
      let (a, c, b) = (low.number.approximation, mode.number.approximation, high.number.approximation)
      return (a * a + b * b + c * c - a * b - a * c - b * c) / 18
    case .normal(let mean, let deviation):
      return TruncatedNormal(mean, deviation).variance
    case .beta(let a, let b):
      let (a, b) = (a.approximation, b.approximation)
      return a * b / ((a + b) * (a + b) * (a + b + 1))
    }
  }
}

/// A normal distribution cut off at the bounds of a quantity (Johnson, Kotz & Balakrishnan 1994, vol. 1, 13.10.1).
struct TruncatedNormal {
  let mean0: Double
  let deviation: Double
  /// The bounds in deviations from `mean0`; infinite where there is none.
  let low: Double
  let high: Double

  init<Value: Spreadable>(_ mean: Value, _ deviation: Value) {
    mean0 = mean.number.approximation
    self.deviation = deviation.number.approximation
    low =
      Value.least.map { [mean0, deviation] in ($0.approximation - mean0) / deviation.number.approximation }
      ?? -.infinity
    high =
      Value.most.map { [mean0, deviation] in ($0.approximation - mean0) / deviation.number.approximation } ?? .infinity
  }

  private var below: Double { NormalDistribution.share(below: low) }
  private var within: Double { NormalDistribution.share(below: high) - below }
  private var shift: Double { (NormalDistribution.density(low) - NormalDistribution.density(high)) / within }

  var mean: Double { mean0 + deviation * shift }

  var variance: Double {
    func moment(_ end: Double) -> Double { end.isFinite ? end * NormalDistribution.density(end) : 0 }
    return deviation * deviation * (1 + (moment(low) - moment(high)) / within - shift * shift)
  }

  /// The value that a share `u` of the distribution lies below.
  func quantile(_ u: Double) -> Double {
    let z = NormalDistribution.quantile(below + u * within)
    return mean0 + deviation * min(max(z, low), high)
  }
}
