import MemberBook
import Messages
import Programme
import Simulation

extension Session {
  /// On what the points of a replay rest that nobody counted: how they were spent.
  func pointNotes(on rules: Rules, _ outcome: Outcome, _ data: Dataset) -> [Message] {
    guard let policy = rules.points else {
      guard let actions = data.book.actions,
        (0..<actions.points.count).contains(where: { actions.points[$0] > 0 && !actions.isTransfer($0) })
      else { return [] }
      return [
        Message(
          "the actions file has redemptions, but no points policy is defined, so they are left out",
          zh: "行为文件有兑换记录，但没有定义积分政策，所以不计入")
      ]
    }
    return redeemNotes(on: policy, outcome) + shortfallNotes(outcome) + poolNotes(on: policy, outcome)
      + transferNotes(on: policy, outcome)
  }

  private func redeemNotes(on policy: PointsPolicy, _ outcome: Outcome) -> [Message] {
    guard policy.redeem.isSet else { return [] }
    let rows = outcome.findings.redemptions
    if rows > 0 {
      return [
        Message(
          "the data have \(counted(rows, "redemption")), which count; the assumed `redeem` is not applied",
          zh: "数据中有 \(grouped(Int64(rows))) 次兑换，以此为准；假设的 `redeem` 不起作用")
      ]
    }
    let base = policy.redeem.base?.text(in: notation) ?? "0%"
    let changes = policy.redeem.changes.map { "\($0.value.text(in: notation)) during \($0.during)" }
    let rule = ([base] + changes).joined(separator: ", ")
    return [
      Message(
        "redemption is an assumption, of what can be spent after each purchase: \(rule)",
        zh: "积分的使用是假设，每次购买后按可用积分计：\(rule)")
    ]
  }

  private func shortfallNotes(_ outcome: Outcome) -> [Message] {
    let missing = outcome.shortfall
    guard missing[.redemptions] > 0 else { return [] }
    let points = grouped(Int64(clamping: missing[.points]))
    return [
      Message(
        "\(counted(Int(clamping: missing[.redemptions]), "redemption")) asked for \(points) points more than the replay's balance",
        zh: "\(grouped(Int64(clamping: missing[.redemptions]))) 次兑换比回放中的积分余额多要 \(points) 积分")
    ]
  }
}
