import Programme
import Quantities

extension Outcome {
  func rewardCell(_ reward: Int, _ group: Int, _ tier: Int) -> Int {
    (reward * groupCount + group) * tiers.count + tier
  }

  /// By reward, for one tier and group or for all of them.
  public func rewards(tier: Int? = nil, group: Int? = nil) -> [RewardFlow] {
    costing.rewards.indices.map { reward in
      var sum = RewardFlow()
      for place in group.map({ $0..<$0 + 1 }) ?? 0..<groupCount {
        for held in tier.map({ $0..<$0 + 1 }) ?? 0..<tiers.count { sum.add(rewards[rewardCell(reward, place, held)]) }
      }
      return sum
    }
  }
}

extension Costing {
  /// What a reward cost for which `points` were spent, in minor units: its cost × points ÷ its points, rounded once.
  public func cost(ofReward reward: Int, points: Int64) -> Int64 {
    rounded(
      Int128(points) * Int128(rewards[reward].cost?.minor ?? 0), Int128(max(rewards[reward].points?.count ?? 1, 1)))
  }
}
