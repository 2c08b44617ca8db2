import MemberBook
import Messages
import Numerics

/// The one way over the members: whatever is found of many members is found by an observer on this way.
extension Replay {
  /// The members, by number in the book, in slices of about as many receipts.
  private var memberSlices: [Range<Int>] {
    let bounds = history.book.purchases.sliceBounds(slices)
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  /// What `body` finds of every slice of the members, in the order of the members; it tells how many are done. `body`
  /// looks at `job.isStopped` as often as it can stop, and may then answer whatever it has.
  /// - Throws: `.interrupted` when `job` is stopped.
  func ofEachSlice<Found: Sendable>(
    job: Job, _ body: @Sendable (_ members: Range<Int>) -> Found
  ) throws(Diagnostic) -> [Found] {
    let slices = memberSlices
    let found = try job.map(slices.count, tells: true) { body(slices[$0]) }
    try job.check()
    return found
  }

  /// What observers find of members who are taken through the day `last`, each piece of the members by an observer of
  /// its own; in the order of the pieces. Their number decides nothing, nor does that of the threads.
  ///
  /// A piece is members by number in the book, in runs; all of them, in slices, where `pieces` does not say otherwise.
  /// `settling` is the day whose limited places are being settled. `finding` is asked once an observer has been told of
  /// its last member.
  /// - Throws: `.interrupted` when `job` is stopped.
  func walk<Observer: ReplayObserver, Finding: Sendable>(
    _ rules: CompiledRules, through last: Int, pieces: [[Range<Int>]]? = nil, settling: Int32 = Timeline.never,
    job: Job, observer: @Sendable () -> Observer, finding: @Sendable (inout Observer) -> Finding
  ) throws(Diagnostic) -> [Finding] {
    let pieces = pieces ?? memberSlices.map { [$0] }
    @Sendable func find(_ members: [Range<Int>], _ qualifier: some TierQualifier) -> Finding {
      var walk = MemberWalk(rules, history.book, observer: observer(), qualifier: qualifier)
      walk.settling = settling
      walk.follow(members, through: last, job)
      return finding(&walk.observer)
    }
    let found = try job.map(pieces.count, tells: true) { piece in
      // Where no tier asks for actions, none are counted.
      rules.thresholds.counterCount == 0
        ? find(pieces[piece], rules.thresholds) : find(pieces[piece], ActionQualifier(rules.thresholds))
    }
    try job.check()
    return found
  }
}

extension MemberWalk {
  /// Takes members through the day `last`, run by run, unless the observer deals with them itself or `job` is stopped.
  mutating func follow(_ members: [Range<Int>], through last: Int, _ job: Job) {
    for run in members {
      var member = run.lowerBound
      while member < run.upperBound {
        if job.isStopped { return }
        let passed = observer.pass(member..<run.upperBound)
        member += passed
        guard passed == 0 else { continue }
        observer.begin(member)
        let end = follow(member, through: last)
        observer.end(end)
        member += 1
      }
    }
  }
}
