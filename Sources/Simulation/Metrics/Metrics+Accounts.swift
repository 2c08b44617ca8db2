import Programme
import Quantities

extension Metric {
  /// What points are booked at: figures of the accounts at the end of the range, or of each month.
  static let ofAccounts: [Metric] = [
    Metric(.liability, by: [.month], needsAccounts: true) { slice in
      guard slice.costing.hasPoints else { return .money(.zero) }
      return (slice.accounts?.accrual).map { .money(Money(minor: $0.closing)) } ?? .unknown
    },
    Metric(.breakage, by: [.month], needsAccounts: true) { slice in
      .share(part: slice.accounts?.breakage ?? 0, whole: slice.accounts?.points ?? 0)
    },
    Metric(.deferredRevenue, by: [.month], needsAccounts: true) { slice in
      guard slice.costing.hasPoints else { return .money(.zero) }
      return (slice.accounts?.deferral).map { .money(Money(minor: $0.closing)) } ?? .unknown
    },
  ]
}
