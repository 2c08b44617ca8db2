import Dispatch
import MemberBook
import Programme
import Synchronization

extension CompiledRules {
  /// Finds who gets the limited places: a walk over the members up to each day on which they are handed out, with what
  /// was found for earlier days.
  mutating func settlePlaces(_ history: History) {
    guard var places else { return }
    for day in places.days {
      places.settle(candidates(on: Int(day), history), history.book.members)
      self.places = places
    }
  }

  private func candidates(on tick: Int, _ history: History) -> [PlaceCandidate] {
    let bounds = Replay(history).sliceBounds()
    let slices = bounds.count - 1
    let parts = Mutex([[PlaceCandidate]](repeating: [], count: slices))
    DispatchQueue.concurrentPerform(iterations: slices) { slice in
      let members = bounds[slice]..<bounds[slice + 1]
      let found =
        thresholds.counterCount == 0
        ? candidates(of: members, on: tick, history.book, thresholds)
        : candidates(of: members, on: tick, history.book, ActionQualifier(thresholds))
      parts.withLock { $0[slice] = found }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }

  private func candidates(
    of members: Range<Int>, on tick: Int, _ book: Book, _ qualifier: some TierQualifier
  ) -> [PlaceCandidate] {
    var walk = MemberWalk(self, book, observer: NoObserver(), qualifier: qualifier)
    walk.settling = Int32(tick)
    var found: [PlaceCandidate] = []
    for member in members {
      if let candidate = walk.follow(member, through: tick).candidate { found.append(candidate) }
    }
    return found
  }
}

/// Listens to nothing.
private struct NoObserver: ReplayObserver {
  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState) {}
  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int) {}
  mutating func owes(_ points: Int64, since receipt: ReceiptFacts, tier: Int) {}
  mutating func paid(_ points: Int64, by occasion: Redemption.Occasion, tier: Int) {}
  mutating func expired(_ points: Int64, tick: Int, tier: Int) {}
  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {}
  mutating func action(
    _ action: ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, walk: WalkState
  ) {}
  mutating func opened(_ points: Int64, tier: Int, walk: WalkState) {}
  mutating func imported(from: Int, to: Int, tick: Int, walk: WalkState) {}
  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {}
}
