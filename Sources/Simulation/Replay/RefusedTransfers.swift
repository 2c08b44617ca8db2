/// Transfers of the data that were refused, by reason.
public struct RefusedTransfers: Sendable, Equatable {
  public var unknownReceiver: Int64 = 0
  public var sameBalance: Int64 = 0
  public var noRule: Int64 = 0
  public var beyondBalance: Int64 = 0
  public var beyondShare: Int64 = 0

  public init() {}

  public var total: Int64 { unknownReceiver + sameBalance + noRule + beyondBalance + beyondShare }

  mutating func add(_ refusal: TransferRefusal) {
    switch refusal {
    case .unknownReceiver: unknownReceiver += 1
    case .sameBalance: sameBalance += 1
    case .noRule: noRule += 1
    case .beyondBalance: beyondBalance += 1
    case .beyondShare: beyondShare += 1
    }
  }

  mutating func add(_ other: RefusedTransfers, times: Int64 = 1) {
    unknownReceiver += times * other.unknownReceiver
    sameBalance += times * other.sameBalance
    noRule += times * other.noRule
    beyondBalance += times * other.beyondBalance
    beyondShare += times * other.beyondShare
  }
}
