import MemberBook
import Programme
import Quantities

/// The benefits of a scenario, ready to be counted along the kernel's way.
struct CompiledBenefits: Sendable {
  struct Entry: Sendable {
    let kind: Kind
    /// By tier: whether its members get it.
    let tiers: [Bool]
    /// By tick: the class of days with the same condition; empty where every purchase counts.
    let conditionOf: [UInt16]
    let conditions: [DayProgram]
  }

  enum Kind: Sendable {
    /// Off the amount paid, as a fraction.
    case discount(Ratio)
    case purchase, visit
    /// On the 1st of every month.
    case month
    case birthdayMonth, joiningAnniversary
    case upgrade, firstPurchase
  }

  /// What a condition comes to on a day.
  enum DayProgram: Sendable {
    case always, never
    case depends(ConditionProgram)
  }

  let entries: [Entry]
  /// Whether anything is counted on the 1st of a month.
  let looksAtMonths: Bool

  init(_ benefits: [Benefit], tiers: [String], _ timeline: Timeline, _ history: History) throws(Diagnostic) {
    var entries: [Entry] = []
    for benefit in benefits {
      if let stray = benefit.tiers?.names.first(where: { !tiers.contains($0) }) {
        throw Diagnostic(DefinitionProblem.tierOfNoLadder(stray, in: benefit.title, names: tiers))
      }
      var conditionOf: [UInt16] = []
      var conditions: [DayProgram] = []
      if case .purchases(let condition)? = benefit.when {
        try condition.checkDiscounts(of: benefit.title, history.book)
        (conditionOf, conditions) = CompiledBenefits.days(condition, timeline, history)
      }
      entries.append(
        Entry(
          kind: benefit.kind, tiers: benefit.tiers?.selects(tiers) ?? tiers.map { _ in true },
          conditionOf: conditionOf, conditions: conditions))
    }
    self.entries = entries
    looksAtMonths = entries.contains { entry in
      switch entry.kind {
      case .month, .birthdayMonth, .joiningAnniversary: true
      case .discount, .purchase, .visit, .upgrade, .firstPurchase: false
      }
    }
  }

  private static func days(
    _ condition: Condition, _ timeline: Timeline, _ history: History
  ) -> ([UInt16], [DayProgram]) {
    var known: [DayCondition: UInt16] = [:]
    var programs: [DayProgram] = []
    let classes = (0..<timeline.count).map { tick -> UInt16 in
      let today = condition.on(timeline.day(tick))
      if let index = known[today] { return index }
      let index = UInt16(truncatingIfNeeded: programs.count)
      known[today] = index
      switch today {
      case .always: programs.append(.always)
      case .never: programs.append(.never)
      case .depends(let rest): programs.append(.depends(ConditionProgram(rest, history, timeline)))
      }
      return index
    }
    return (classes, programs)
  }
}

extension CompiledBenefits.Entry {
  /// The money in a receipt that the benefit is for, in minor units; nil where it is for none of it.
  func amount(of receipt: ReceiptFacts, _ book: Book) -> Int64? {
    guard !conditionOf.isEmpty else { return receipt.net }
    switch conditions[Int(conditionOf[receipt.tick])] {
    case .always: return receipt.net
    case .never: return nil
    case .depends(let program): return program.amount(of: receipt, book)
    }
  }
}

extension Benefit {
  fileprivate var kind: CompiledBenefits.Kind {
    if let discount { return .discount(discount.off.fraction) }
    switch cost?.per {
    case .visit: return .visit
    case .purchase: return .purchase
    case .month, .year, .staff: return .month
    case nil: break
    }
    if staff != nil { return .month }
    switch when {
    case .upgrade: return .upgrade
    case .birthdayMonth: return .birthdayMonth
    case .joiningAnniversary: return .joiningAnniversary
    case .firstPurchase: return .firstPurchase
    case .purchases: return .purchase
    case nil: return .month
    }
  }
}
