/// Drawn values of one figure.
public struct Sample: Sendable, Equatable {
  public let mean: Double
  private let sorted: [Double]

  /// - Precondition: `values` is not empty.
  public init(_ values: [Double]) {
    sorted = values.sorted()
    mean = sorted.first == sorted.last ? sorted.first ?? 0 : values.reduce(0, +) / Double(values.count)
  }

  public var count: Int { sorted.count }

  /// The value that a share `p` lies below, between the two nearest in a straight line (Hyndman & Fan 1996, type 7).
  public func quantile(_ p: Double) -> Double {
    let place = Double(sorted.count - 1) * p
    let low = Int(place)
    guard low + 1 < sorted.count else { return sorted.last ?? 0 }
    return sorted[low] + (sorted[low + 1] - sorted[low]) * (place - Double(low))
  }

  public var p10: Double { quantile(0.1) }
  public var p50: Double { quantile(0.5) }
  public var p90: Double { quantile(0.9) }
}
