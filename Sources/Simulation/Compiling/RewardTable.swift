import MemberBook
import PlanLanguage
import Programme
import Quantities

/// Which actions of the data redeem which reward of the catalogue, and for how many points.
struct RewardTable: Sendable {
  private struct Entry {
    let points: Int64
    /// The tier that it raises to.
    let tier: Int?
  }

  private let entries: [Entry]
  /// By action: its reward, -1 where it names none; empty without a catalogue.
  private let rewardOfRow: [Int16]

  init(_ rules: Rules, _ actions: Actions) {
    let rewards = rules.points?.rewards ?? []
    entries = rewards.map { reward in
      Entry(
        points: reward.points?.count ?? 0,
        tier: reward.tier.flatMap { name in rules.ladder.tiers.firstIndex { $0.name == name.text } })
    }
    let places = Dictionary(zip(rewards.map(\.name), Int16(0)...)) { first, _ in first }
    guard !places.isEmpty else {
      rewardOfRow = []
      return
    }
    let ofKind = (0..<actions.kinds.count).map { $0 > 0 ? places[actions.kinds.name($0)] ?? -1 : -1 }
    // Equal words are equal texts, so that each is looked at once.
    var ofWord: [UInt64: Int16] = [0: -1]
    rewardOfRow = (0..<actions.count).map { row in
      let word = actions.detail.words[row]
      let ofDetail = ofWord[word] ?? places[actions.detail[row]] ?? -1
      ofWord[word] = ofDetail
      return ofDetail >= 0 ? ofDetail : ofKind[Int(actions.kind[row])]
    }
  }

  /// What the action at `index` is to spend, and on which reward; 0 and -1 where it spends nothing.
  @inline(__always)
  func asked(at index: Int, in actions: Actions) -> (points: Int64, reward: Int) {
    if actions.isTransfer(index) { return (0, -1) }
    let reward = rewardOfRow.isEmpty ? -1 : Int(rewardOfRow[index])
    let stated = actions.points.isEmpty ? 0 : actions.points[index]
    if stated > 0 { return (stated, reward) }
    return reward >= 0 ? (entries[reward].points, reward) : (0, -1)
  }

  /// The tier that an upgrade raises to; nil for anything else.
  func tier(raisedBy reward: Int) -> Int? { reward >= 0 ? entries[reward].tier : nil }

  /// How many actions on `first` or later spend points.
  func redemptions(from first: Day, in actions: Actions) -> Int {
    guard !actions.points.isEmpty || !rewardOfRow.isEmpty else { return 0 }
    return (0..<actions.count).count { actions.day($0) >= first && asked(at: $0, in: actions).points > 0 }
  }
}
