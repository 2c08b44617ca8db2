/// The tier that a member holds, and the term that it is held for. Every way over the members keeps it in this form:
/// the stepper, the running sums and the sweeps.
struct HeldTerm: Equatable, Sendable {
  /// Its index in the ladder; 0 is the entry tier.
  private(set) var tier = 0
  /// The first tick after the term, on which the tier is reviewed; `never` where no term runs.
  private(set) var review = Timeline.never
  /// Whether grace was given in this term already.
  private(set) var graceUsed = false

  /// `tier` is held from now on until the tick `end`, `never` without a term. Whatever term ran before is over, and its
  /// grace with it.
  @inline(__always)
  mutating func begin(_ tier: Int, until end: Int32) {
    self.tier = tier
    review = end
    graceUsed = false
  }

  /// Rule T4, `keep = while qualified`: the tier becomes `tier` at once, and no term runs.
  @inline(__always)
  mutating func follow(_ tier: Int) { self.tier = tier }

  /// No review is to come any more.
  mutating func cancelReview() { review = Timeline.never }

  /// Rule T2, an upgrade: where a window reaches a higher tier, that takes effect and its term begins. Reaching the
  /// held tier again, or a lower one, changes nothing and moves no term.
  @inline(__always)
  func rises(to reached: Int) -> Bool { reached > tier }

  /// Rule T3, a review by a window that qualifies for `qualified`. Where that is a higher tier, it is held from now
  /// on; where it is the held one, that is renewed. Where it is a lower one, grace keeps the tier once in a term and
  /// moves the review; otherwise the tier becomes `fallen`, which `FallRule` tells. But for grace a new term starts,
  /// unless on the entry tier.
  @inline(__always)
  mutating func review(_ ends: ReviewEnds, qualified: Int, falling fallen: Int) -> ReviewVerdict {
    if qualified < tier, !graceUsed, let grace = ends.grace {
      graceUsed = true
      review = grace
      return .grace
    }
    let next = qualified >= tier ? qualified : fallen
    let verdict: ReviewVerdict = next == tier ? .renewed : .changed
    begin(next, until: next > 0 ? ends.term : Timeline.never)
    return verdict
  }
}

/// What a review of one day can lead to, in ticks.
struct ReviewEnds {
  /// The end, exclusive, of a term that starts on that day.
  let term: Int32
  /// The day that grace moves the review to; nil where none is given.
  let grace: Int32?
}

/// What a review did.
enum ReviewVerdict {
  case renewed, grace
  /// The tier is another one now, higher or lower.
  case changed
}
