import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
import Simulation

/// What a ledger says of points that changed hands.
extension LedgerText {
  private func id(_ member: Int) -> String { replay.history.book.members.id(of: member) }

  /// Of a refusal: what was `asked` for, and why it could not be.
  func gave(to receiver: Int?, _ refusal: TransferRefusal?, asked: Int64, on day: Day) -> Message {
    let to = receiver.map { Message("to \(id($0))", zh: "给 \(id($0))") }
    guard let refusal else { return to ?? .empty }
    let reason = reason(refusal, on: day)
    guard let to else {
      return Message("\(grouped(asked)) refused: \(reason)", zh: "拒绝转出 \(grouped(asked))：\(reason)")
    }
    return Message("\(grouped(asked)) \(to) refused: \(reason)", zh: "拒绝\(to) 转出 \(grouped(asked))：\(reason)")
  }

  private func reason(_ refusal: TransferRefusal, on day: Day) -> Message {
    switch refusal {
    case .unknownReceiver: return Message("the data do not know the receiver", zh: "受赠人不在数据中")
    case .sameBalance: return Message("both have one balance in common", zh: "双方共用一个余额")
    case .noRule: return Message("no share is in force on this day", zh: "当日未规定可转比例")
    case .beyondBalance(let released):
      return Message("only \(grouped(released)) can be spent", zh: "可用积分只有 \(grouped(released))")
    case .beyondShare(let left):
      let share = rules.rules.points?.transfer.value(on: day)?.share.text(in: notation) ?? ""
      return Message(
        "beyond the \(share) of the year, \(grouped(left)) more could be given",
        zh: "超出当年的 \(share)，还可转 \(grouped(left))")
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

  /// With whom the member has the points in common.
  var poolNotes: [Message] {
    guard let pool = rules.rules.points?.pools.first, ledger.pool.count > 1 else { return [] }
    let named = Message.list(ledger.pool.prefix(LedgerText.poolNamed).map { Message(verbatim: id($0)) })
    let further = ledger.pool.count - LedgerText.poolNamed
    let members =
      further > 0
      ? Message("\(named) and \(grouped(Int64(further))) more", zh: "\(named) 等 \(grouped(Int64(ledger.pool.count))) 人")
      : named
    switch pool.tier {
    case .shared:
      return [
        Message(
          "pool \(pool.name) has points and tier in common: \(members)", zh: "积分池 \(pool.name) 共用积分和等级：\(members)")
      ]
    case .separate:
      return [
        Message(
          "pool \(pool.name) has points in common, not the tier: \(members)",
          zh: "积分池 \(pool.name) 共用积分，等级各自独立：\(members)")
      ]
    }
  }

  /// How many members of a pool are named.
  private static let poolNamed = 12
}
