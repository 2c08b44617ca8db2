import MemberBook
import Messages
import PlanLanguage
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
    /// The first of a member's purchases that counts, from 1.
    let fromPurchase: Int64
    /// By member: whether they are among those named; empty where nobody is.
    let named: [Bool]
    /// By tick of the last purchase: when a member without another one has lapsed. Empty unless that is the occasion.
    let lapse: [Int32]
    /// The coupon that it hands out.
    let coupon: Int?
  }

  enum Kind: Sendable {
    /// Off the amount paid, as a fraction.
    case discount(Ratio)
    /// Off every second piece of a receipt.
    case secondItem(Ratio)
    case purchase, visit
    /// On the 1st of every month.
    case month
    case birthdayMonth, joiningAnniversary
    case upgrade, firstPurchase, lapsed
  }

  /// What a condition comes to on a day.
  enum DayProgram: Sendable {
    case always, never
    case depends(ConditionProgram)
  }

  /// The benefits, then the coupons.
  let entries: [Entry]
  let coupons: [CompiledCoupon]
  /// Entries whose occasion is a lapse.
  let lapses: [Int]
  /// Whether anything is counted on the 1st of a month.
  let looksAtMonths: Bool

  init(_ rules: Rules, tiers: [String], _ timeline: Timeline, _ history: PurchaseHistory) throws(Diagnostic) {
    var entries: [Entry] = []
    func add(
      _ kind: Kind, _ when: Occasion?, _ selection: TierSelection?, of owner: Message, named: [Bool] = [],
      coupon: Int? = nil
    ) throws(Diagnostic) {
      if let stray = selection?.names.first(where: { !tiers.contains($0) }) {
        throw Diagnostic(DefinitionProblem.tierOfNoLadder(stray, in: owner, names: tiers))
      }
      var (conditionOf, conditions): ([UInt16], [DayProgram]) = ([], [])
      var (fromPurchase, lapse): (Int64, [Int32]) = (0, [])
      switch when {
      case .purchases(let condition)?:
        try condition.checkDiscounts(of: owner, history.book)
        (conditionOf, conditions) = CompiledBenefits.days(condition, timeline, history)
      case .fromPurchase(let count)?: fromPurchase = count.value
      case .lapsed(let duration)?: lapse = timeline.table { $0 + duration }
      case .upgrade?, .birthdayMonth?, .joiningAnniversary?, .firstPurchase?, nil: break
      }
      entries.append(
        Entry(
          kind: kind, tiers: selection?.selects(tiers) ?? tiers.map { _ in true }, conditionOf: conditionOf,
          conditions: conditions, fromPurchase: fromPurchase, named: named, lapse: lapse, coupon: coupon))
    }
    for benefit in rules.benefits {
      try add(
        benefit.kind, benefit.when, benefit.tiers, of: benefit.title,
        named: benefit.members?.flags(in: history.book.members) ?? [])
    }
    for (place, coupon) in rules.coupons.enumerated() {
      try add(coupon.when?.kind ?? .upgrade, coupon.when, coupon.tiers, of: coupon.title, coupon: place)
    }
    self.entries = entries
    coupons = rules.coupons.enumerated().map {
      CompiledCoupon($1, entry: rules.benefits.count + $0, timeline, history.book)
    }
    lapses = entries.indices.filter { !entries[$0].lapse.isEmpty }
    looksAtMonths = entries.contains { entry in
      switch entry.kind {
      case .month, .birthdayMonth, .joiningAnniversary: true
      case .discount, .secondItem, .purchase, .visit, .upgrade, .firstPurchase, .lapsed: false
      }
    }
  }

  private static func days(
    _ condition: Condition, _ timeline: Timeline, _ history: PurchaseHistory
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
    if let discount {
      return discount.onSecondItem ? .secondItem(discount.off.fraction) : .discount(discount.off.fraction)
    }
    switch cost?.per {
    case .visit: return .visit
    case .purchase: return .purchase
    case .month, .year, .staff: return .month
    case nil: break
    }
    if staff != nil { return .month }
    return when?.kind ?? .month
  }
}

extension Occasion {
  /// What is counted where something is given on the occasion.
  fileprivate var kind: CompiledBenefits.Kind {
    switch self {
    case .upgrade: .upgrade
    case .birthdayMonth: .birthdayMonth
    case .joiningAnniversary: .joiningAnniversary
    case .firstPurchase: .firstPurchase
    case .lapsed: .lapsed
    case .purchases, .fromPurchase: .purchase
    }
  }
}

extension NamedMembers {
  /// By member: whether it is one of these; a list file that nobody has read names nobody.
  fileprivate func flags(in members: Members) -> [Bool] {
    var flags = [Bool](repeating: false, count: members.count)
    guard case .ids(let ids) = self else { return flags }
    for id in ids { if let member = members.member(withID: id) { flags[member] = true } }
    return flags
  }
}
