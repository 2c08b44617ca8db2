import Programme

/// What decides about terms where they are common, see `TermTables.areCommon`: for walks that know nothing of a member
/// but receipts.
struct CommonTerms {
  private let terms: TermTables
  private let downgrade: Downgrade

  init(_ rules: CompiledRules) {
    terms = rules.terms
    downgrade = rules.downgrade
  }

  /// The term is reviewed on `tick`, by a window that qualifies for `qualified`.
  @inline(__always)
  func review(_ term: inout HeldTerm, on tick: Int32, qualified: Int) {
    let ends = ReviewEnds(term: end(from: tick, after: .review), grace: terms.grace(from: Int(tick)))
    let fallen = FallRule.tier(from: term.tier, qualified: qualified, downgrade)
    _ = term.review(ends, qualified: qualified, falling: fallen)
  }

  /// The higher tier `reached` is reached on `tick`.
  @inline(__always)
  func rise(_ term: inout HeldTerm, to reached: Int, on tick: Int32) {
    term.begin(reached, until: end(from: tick, after: .upgrade))
  }

  @inline(__always)
  private func end(from tick: Int32, after beginning: TermBeginning) -> Int32 {
    terms.commonEnd(from: Int(tick), after: beginning) ?? Timeline.never
  }
}
