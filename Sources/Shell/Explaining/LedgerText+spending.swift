import MemberBook
import Messages
import Programme
import Simulation

/// What a ledger says of points that were spent.
extension LedgerText {
  /// Why points were spent, or how many there were not.
  func why(_ redemption: Redemption) -> Message {
    switch redemption.occasion {
    case .purchase:
      let released = grouped(redemption.released)
      return Message(
        "assumed: of \(released) that could be spent before this purchase", zh: "假设：本次购买前可用 \(released) 积分")
    case .action(let action):
      let missing = redemption.missing
      return .sentence(
        actionName(action.index), rewardName(redemption.reward, at: action.index),
        missing > 0
          ? Message("\(grouped(missing)) more asked for than can be spent", zh: "比可用积分多要 \(grouped(missing))") : nil,
        separator: Message("; ", zh: "；"))
    }
  }

  /// What of the catalogue it was spent on, where the action is not called so.
  private func rewardName(_ reward: Int?, at index: Int) -> Message? {
    guard let reward, let name = rules.rules.points?.rewards[reward].name,
      name != replay.history.book.actions.map({ $0.kinds.name(Int($0.kind[index])) })
    else { return nil }
    return Message(verbatim: name)
  }
}
