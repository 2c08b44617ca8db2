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
  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {}
}
