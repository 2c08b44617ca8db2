import MemberBook
import Messages
import Numerics

extension CompiledRules {
  /// Finds who gets the limited places: a walk over the members up to each day on which they are handed out, with what
  /// was found for earlier days.
  mutating func settlePlaces(_ history: PurchaseHistory) throws(Diagnostic) {
    guard var places else { return }
    for day in places.days {
      let candidates = try Replay(history).walk(
        self, through: Int(day), settling: day, job: .unattended, observer: { CandidateKeeper() },
        finding: { $0.candidates })
      places.settle(candidates.flatMap(\.self), history.book.members)
      self.places = places
    }
  }
}

/// Notes who is in for a limited place.
private struct CandidateKeeper: ReplayObserver {
  var candidates: [PlaceCandidate] = []

  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {}
  mutating func end(_ end: MemberEnd) { if let candidate = end.candidate { candidates.append(candidate) } }
}
