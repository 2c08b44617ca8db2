import Messages
import PlanLanguage
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
    let rest = gap.missingText(notation) ?? joined(missing, gap)
    return [Message("\(rest) short of \(gap.name) on \(last)", zh: "到 \(last)，距 \(gap.name) 还差\(rest)")]
      + [fallNote(gap)].compactMap(\.self)
  }

  /// What falls out of the window next, and how far the next tier is then.
  private func fallNote(_ gap: TierGap) -> Message? {
    guard let fall = ledger.nextFall else { return nil }
    let asked = gap.thresholds.map(\.measure)
    let lost = measures.filter { asked.contains($0) }.compactMap { measure -> Message? in
      let amount = held(measure, ledger.window, ledger.actions) - held(measure, fall.left, fall.leftActions)
      return amount == 0 ? nil : measure.quantity(amount, notation)
    }
    let then = rules.gap(above: ledger.tier, holding: fall.left, fall.leftActions, on: fall.day)
    guard !lost.isEmpty, let missing = then?.missingText(notation) else { return nil }
    let list = Message.list(lost)
    return Message(
      "that is so through \(fall.day - 1); on \(fall.day) \(list) falls out of the window, and without new purchases "
        + "it is \(missing) short",
      zh: "这一差距到 \(fall.day - 1) 为止；\(fall.day) 起\(list)移出考察期，若没有新的购买则还差\(missing)")
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

extension TierGap {
  /// `¥312.40`, `¥312.40 or 3 visits`: what is missing by every threshold; nil where the tier is met.
  func missingText(_ notation: Notation) -> Message? {
    let missing = thresholds.filter { $0.missing > 0 }.map { $0.measure.quantity($0.missing, notation) }
    if missing.isEmpty || (!needsAll && missing.count < thresholds.count) { return nil }
    return .sentence(missing, separator: needsAll ? Message(" and ", zh: "，并且") : Message(" or ", zh: "，或者"))
  }
}
