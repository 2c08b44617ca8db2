import Programme
import Quantities
import Reporting
import Simulation

/// Why not: what a member is short of for the next tier, by what the window holds and by tasks.
extension LedgerText {
  var gapNotes: [Message] {
    guard let gap else { return [] }
    if rules.rules.ladder.tiers[gap.tier].by == .invitation {
      return [Message("the next tier, \(gap.name), is won by invitation", zh: "下一等级 \(gap.name) 凭邀请获得")]
    }
    guard !gap.thresholds.isEmpty else { return [] }
    let missing = missing(gap)
    let isMet = missing.isEmpty || (!gap.needsAll && missing.count < gap.thresholds.count)
    if let places = rules.places(on: gap.tier) {
      return [
        Message(
          "the places on \(gap.name) (\(grouped(Int64(places)))) are handed out on 1 January"
            + (isMet ? "" : "; short of it by \(joined(missing, gap))"),
          zh: "\(gap.name) 的 \(grouped(Int64(places))) 个名额在 1 月 1 日分配"
            + (isMet ? "" : "；还差\(joined(missing, gap))"))
      ]
    }
    if isMet {
      return [
        Message(
          "the window meets \(gap.name) on \(last); it takes effect by the ladder's rules",
          zh: "到 \(last)，考察期已达到 \(gap.name) 的门槛；何时生效由等级体系的规则决定")
      ]
    }
    let rest = joined(missing, gap)
    return [Message("short of \(gap.name) on \(last) by \(rest)", zh: "到 \(last)，距 \(gap.name) 还差\(rest)")]
  }

  /// What is missing to each threshold that is not met.
  private func missing(_ gap: TierGap) -> [Message] {
    gap.thresholds.filter { $0.missing > 0 }.map {
      Message(
        "\($0.text(of: $0.missing, notation)) more \($0.measure.name)",
        zh: "\($0.measure.quantity($0.missing, notation))")
    }
  }

  private func joined(_ missing: [Message], _ gap: TierGap) -> Message {
    .sentence(missing, separator: gap.needsAll ? Message(" and ", zh: "，并且") : Message(" or ", zh: "，或者"))
  }

  /// What is missing to the tasks that win a higher tier.
  var taskNotes: [Message] {
    ledger.tasks.compactMap { rules.standing($0, on: last) }.filter { !$0.gap.thresholds.isEmpty }.map { task in
      let missing = missing(task.gap)
      let (name, tier) = (task.name, task.gap.name)
      // A task that is done wins with the next purchase or action: the tier was lost, or came by another way, since.
      if missing.isEmpty || (!task.gap.needsAll && missing.count < task.gap.thresholds.count) {
        return Message(
          "task \(name) for \(tier) is met on \(last); the next purchase or action that leaves it met wins it",
          zh: "到 \(last)，任务 \(name)（\(tier)）已达到；下一笔购买或行为后仍达到即得")
      }
      let rest = joined(missing, task.gap)
      let until = task.end.map { Message(" by \($0)", zh: "，截至 \($0)") } ?? .empty
      return Message("task \(name) wins \(tier) with \(rest)\(until)", zh: "任务 \(name) 再有\(rest)即得 \(tier)\(until)")
    }
  }
}
