import MemberBook
import Messages
import Programme
import Simulation

/// What a ledger says of points that were spent.
extension LedgerText {
  /// Why points were spent, or how many there were not.
  func why(_ spending: LedgerEntry.Spending) -> Message {
    switch spending {
    case .assumed(let released):
      return Message(
        "assumed: of \(grouped(released)) that could be spent before this purchase",
        zh: "假设：本次购买前可用 \(grouped(released)) 积分")
    case .action(let index, _, let missing, let reward):
      return .sentence(
        actionName(index), rewardName(reward, at: index),
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
