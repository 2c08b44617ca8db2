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
    if self == other, ratio != nil { return isShare ? .shareDifference(0) : .number(0) }
    guard let difference = other.ratio.flatMap({ ratio?.subtracting($0) }) else { return .none }
    return isShare ? .shareDifference(difference.approximation) : .number(difference.approximation)
  }

  private var isShare: Bool { if case .share = self { true } else { false } }
}
