import Quantities
public import Simulation

/// How a store compares with the others.
extension Diagnosis {
  /// In billionths of a unit, money in major units: fine enough for any figure, and whole.
  public typealias Billionths = Int128

  /// The middle one of the other stores' values, the mean of the middle two where their number is even.
  public func median(of figure: Figure, besides store: Int) -> Billionths? {
    let values = stores.filter { $0 != store }.compactMap { value(of: figure, store: $0).billionths }.sorted()
    guard !values.isEmpty else { return nil }
    let (low, high) = (values[(values.count - 1) / 2], values[values.count / 2])
    return (low + high) / 2
  }

  /// The store's place among all of them, the largest value first; equal values share a place.
  public func rank(of figure: Figure, store: Int) -> Int64? {
    guard let own = value(of: figure, store: store).billionths else { return nil }
    return Int64(stores.count { value(of: figure, store: $0).billionths.map { $0 > own } ?? false }) + 1
  }
}

extension MetricValue {
  /// To the nearest; nil where it is undefined.
  public var billionths: Diagnosis.Billionths? {
    let unit: Int128 = 1_000_000_000
    return switch self {
    case .count(let value), .points(let value): Int128(value) * unit
    case .money(let money): Int128(money.minor) * (unit / 100)
    case .share(let part, let whole), .quotient(let part, let whole): nearest(Int128(part) * unit, Int128(whole))
    case .average(let money, let count): nearest(Int128(money.minor) * (unit / 100), Int128(count))
    case .unknown: nil
    }
  }

  private func nearest(_ top: Int128, _ bottom: Int128) -> Int128? {
    guard bottom != 0 else { return nil }
    let (above, below) = bottom < 0 ? (-top, -bottom) : (top, bottom)
    return (2 * above + (above < 0 ? -below : below)) / (2 * below)
  }
}
