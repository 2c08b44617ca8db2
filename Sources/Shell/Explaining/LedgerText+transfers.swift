import MemberBook
import Programme
import Quantities
import Simulation

/// What a ledger says of points that changed hands.
extension LedgerText {
  private func id(_ member: Int) -> String { replay.history.book.members.id(of: member) }

  func gave(to receiver: Int?, _ refusal: TransferRefusal?) -> Message {
    guard let refusal else { return Message("to \(receiver.map(id) ?? "")", zh: "给 \(receiver.map(id) ?? "")") }
    let reason = reason(refusal)
    guard let receiver else { return Message("refused: \(reason)", zh: "拒绝：\(reason)") }
    return Message("to \(id(receiver)), refused: \(reason)", zh: "给 \(id(receiver))，拒绝：\(reason)")
  }

  private func reason(_ refusal: TransferRefusal) -> Message {
    switch refusal {
    case .unknownReceiver: Message("the data do not know the receiver", zh: "受赠人不在数据中")
    case .sameBalance: Message("both have the same balance", zh: "双方余额相同")
    case .noRule: Message("no share is in force on this day", zh: "当日未规定可转比例")
    case .beyondBalance(let released): Message("\(grouped(released)) can be spent", zh: "可用积分为 \(grouped(released))")
    case .beyondShare(let left): Message("\(grouped(left)) can be given this year", zh: "当年还可转 \(grouped(left))")
    }
  }

  func received(from giver: Int, _ paid: Int64) -> Message {
    paid > 0
      ? Message(
        "from \(id(giver)); \(grouped(paid)) more paid what was owed", zh: "来自 \(id(giver))；另有 \(grouped(paid)) 抵还所欠积分")
      : Message("from \(id(giver))", zh: "来自 \(id(giver))")
  }

  /// Who of the pool did it.
  func said(_ why: Message, by mate: Int?) -> Message {
    guard let mate else { return why }
    return .sentence(Message("by \(id(mate))", zh: "\(id(mate)) 所为"), why, separator: Message("; ", zh: "；"))
  }
}
