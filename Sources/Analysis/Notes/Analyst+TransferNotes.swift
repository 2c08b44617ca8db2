import Messages
import PlanLanguage
import Programme
import Simulation

/// What a replay made of pools and transfers that nobody would see in its figures.
extension Analyst {
  func poolNotes(on policy: PointsPolicy, _ outcome: Outcome) -> [Message] {
    let outside = outcome.findings.outsidePools
    guard let pool = policy.pools.first, let most = pool.max, outside > 0 else { return [] }
    return [
      Message(
        "pool \(pool.name) holds \(grouped(most.value)) members at most: \(counted(outside, "member")) who joined later "
          + "\(outside == 1 ? "stays" : "stay") outside",
        zh: "积分池 \(pool.name) 最多 \(grouped(most.value)) 人：\(grouped(Int64(outside))) 名入会较晚的会员留在池外")
    ]
  }

  func transferNotes(on policy: PointsPolicy, _ outcome: Outcome) -> [Message] {
    let ruledOut = outcome.findings.ruledOutTransfers
    if ruledOut > 0 {
      return [
        Message(
          "the data have \(counted(ruledOut, "transfer")), which points \(policy.name) does not allow: "
            + "`transfer = 20% of balance per year` says how much may be given",
          zh: "数据中有 \(grouped(Int64(ruledOut))) 次转赠，而积分政策 \(policy.name) 不允许："
            + "`transfer = 20% of balance per year` 写明可转赠多少")
      ]
    }
    let refused = outcome.refusals
    guard refused.total > 0 else { return [] }
    let reasons = [
      (refused.beyondShare, Message("beyond the share of the year", zh: "超出当年可转比例")),
      (refused.beyondBalance, Message("beyond what can be spent", zh: "超出可用积分")),
      (refused.unknownReceiver, Message("to someone the data do not know", zh: "受赠人不在数据中")),
      (refused.sameBalance, Message("to the same balance", zh: "双方共用余额")),
      (refused.noRule, Message("on a day without a share", zh: "当日未规定比例")),
    ].filter { $0.0 > 0 }
    let list = Message.list(reasons.map { Message("\(grouped($0.0)) \($0.1)", zh: "\($0.1) \(grouped($0.0)) 次") })
    return [
      Message(
        "\(counted(Int(refused.total), "transfer")) \(refused.total == 1 ? "was" : "were") refused: \(list)",
        zh: "\(grouped(refused.total)) 次转赠被拒绝：\(list)")
    ]
  }
}
