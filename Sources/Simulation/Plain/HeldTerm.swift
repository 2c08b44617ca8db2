import Programme

/// What decides about terms.
struct TermRules {
  let terms: TermTables
  let downgrade: Downgrade

  init(_ rules: CompiledRules) {
    terms = rules.terms
    downgrade = rules.downgrade
  }
}

/// A tier that is held for a term.
struct HeldTerm: Equatable {
  private(set) var tier = 0
  /// When the term ends; `never` on the entry tier.
  private(set) var review = Timeline.never
  private var graceUsed = false

  /// The term ends on `tick`, with a window that qualifies for `qualified`.
  @inline(__always)
  mutating func end(on tick: Int32, qualified: Int, _ rules: TermRules) {
    if qualified < tier && !graceUsed && !rules.terms.grace.isEmpty {
      graceUsed = true
      review = rules.terms.grace[Int(tick)]
      return
    }
    tier = qualified >= tier ? qualified : rules.downgrade.tier(from: tier, qualified: qualified)
    graceUsed = false
    review = tier > 0 ? rules.terms.afterReview[Int(tick)] : Timeline.never
  }

  /// The higher tier `reached` is reached on `tick`.
  @inline(__always)
  mutating func rise(to reached: Int, on tick: Int32, _ rules: TermRules) {
    tier = reached
    graceUsed = false
    review = rules.terms.afterUpgrade[Int(tick)]
  }
}
