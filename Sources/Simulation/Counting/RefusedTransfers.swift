/// Transfers of the data that were refused, by reason.
public typealias RefusedTransfers = Counters<RefusalCounter, Int64, 5>

/// Why a transfer is refused.
public enum RefusalCounter: Int, CounterKey {
  case unknownReceiver, sameBalance, noRule, beyondBalance, beyondShare
}

extension TransferRefusal {
  /// Where it is counted.
  var counter: RefusalCounter {
    switch self {
    case .unknownReceiver: .unknownReceiver
    case .sameBalance: .sameBalance
    case .noRule: .noRule
    case .beyondBalance: .beyondBalance
    case .beyondShare: .beyondShare
    }
  }
}
