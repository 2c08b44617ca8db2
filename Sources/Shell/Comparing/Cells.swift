import Quantities
import Reporting
import Simulation

extension MetricValue {
  var cell: Cell {
    switch self {
    case .count(let value): .count(value)
    case .points(let value): .points(value)
    case .money(let money): .money(money)
    case .share(let part, let whole): .share(part: part, whole: whole)
    case .average(let money, let count): .average(money, per: count)
    case .quotient(let value, let divisor): .quotient(numerator: value, denominator: divisor)
    case .unknown: .none
    }
  }

  /// This less `other`, which is of the same metric.
  func difference(from other: MetricValue) -> Cell {
    switch (self, other) {
    case (.count(let a), .count(let b)): return .count(a - b)
    case (.points(let a), .points(let b)): return .points(a - b)
    case (.money(let a), .money(let b)): return .money(Money(minor: a.minor - b.minor))
    default: break
    }
    guard let kind = differenceKind, ratio != nil else { return .none }
    if self == other { return .difference(0, of: kind) }
    guard let difference = other.ratio.flatMap({ ratio?.subtracting($0) }) else { return .none }
    return .difference(difference.approximation, of: kind)
  }

  private var differenceKind: Cell.Difference? {
    switch self {
    case .share: .shares
    case .average: .averages
    case .quotient: .quotients
    case .count, .points, .money, .unknown: nil
    }
  }
}
