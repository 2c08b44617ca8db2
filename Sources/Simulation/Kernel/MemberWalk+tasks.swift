import Programme

extension MemberWalk {
  /// Gives the tier of a task that what was just added completes, where that is above `held` and above what the window
  /// qualifies for anyway. Of several tasks that win the same tier the one counts that lasts longest.
  /// - Returns: whether the tier changed.
  mutating func grantTask(above held: Int, on tick: Int) -> Bool {
    guard let tasks = standing.tasks else { return false }
    var best: (card: Int, tier: Int, end: Int32)?
    for (index, card) in tasks.tables.cards.enumerated() where card.tier > held {
      guard tasks.isComplete(index, on: tick) else { continue }
      let end = card.end.isEmpty ? termEnd(from: tick, after: .upgrade) : card.end[tick]
      if let best, (best.tier, best.end) >= (card.tier, end) { continue }
      best = (index, card.tier, end)
    }
    guard let best else { return false }
    if !rules.upgradesAtMonthEnd && reachable(above: best.tier - 1, on: tick) >= best.tier {
      return false
    }
    let count = tasks.count(of: best.card)
    standing.term.begin(best.tier, until: rules.whileQualified ? Timeline.never : best.end)
    reached = Int32(tick)
    if rules.whileQualified { standing.tasks?.hold(best.tier, until: best.end) }
    var state = state(on: tick, before: held)
    state.review = best.end
    observer.note(.changed(from: held, to: best.tier, .task(count)), state)
    return true
  }
}
