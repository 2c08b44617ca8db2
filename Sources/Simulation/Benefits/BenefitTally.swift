import MemberBook
import Quantities

/// Counts the units of every benefit: what members of which tier got in which month.
struct BenefitTally {
  private let compiled: CompiledBenefits
  private let costing: Costing
  private let book: Book
  private let timeline: Timeline
  private let facts: MemberFacts?
  private let first: Int
  private let last: Int
  /// By tick of the range, from its first: the month.
  private let monthOf: [Int]
  /// The ticks of the range that are a 1st.
  private let monthStarts: [Int]
  private(set) var units: [Int64]

  // Of the present member:
  private var member = 0
  /// The tick from which on they are a member; `never` as long as that is not known.
  private var joined = Timeline.never
  private var hasBought = false
  private var tier = 0
  /// The first tick from which on the present tier is held at the start of the day.
  private var heldFrom = 0

  init(
    _ compiled: CompiledBenefits, _ costing: Costing, _ book: Book, _ timeline: Timeline, _ facts: MemberFacts?,
    ticks: ClosedRange<Int>
  ) {
    self.compiled = compiled
    self.costing = costing
    self.book = book
    self.timeline = timeline
    self.facts = facts
    first = ticks.lowerBound
    last = ticks.upperBound
    var month = -1
    var monthOf: [Int] = []
    var monthStarts: [Int] = []
    for tick in ticks {
      let isFirst = timeline.day(tick).isFirstOfMonth
      if isFirst || month < 0 { month += 1 }
      if isFirst { monthStarts.append(tick) }
      monthOf.append(month)
    }
    self.monthOf = monthOf
    self.monthStarts = monthStarts
    units = [Int64](repeating: 0, count: costing.cellCount)
  }

  mutating func reset() { units = [Int64](repeating: 0, count: costing.cellCount) }

  mutating func begin(member: Int) {
    self.member = member
    joined = Timeline.never
    tier = 0
    hasBought = false
    if let facts { join(on: Int(facts.joining[member])) }
  }

  /// A member from `tick` on at the latest; benefits begin on the next morning.
  private mutating func join(on tick: Int) {
    guard tick < Int(joined) else { return }
    heldFrom = joined == Timeline.never ? max(tick + 1, 1) : min(heldFrom, max(tick + 1, 1))
    joined = Int32(tick)
  }

  /// An action, or on tick 0 that points were there when the data began.
  mutating func action(on tick: Int) { join(on: tick) }

  /// The tier that the members file says is held from the morning of `tick` on.
  mutating func imported(to: Int, tick: Int) {
    join(on: tick - 1)
    countMonths(until: tick)
    heldFrom = tick
    tier = to
  }

  private mutating func add(_ count: Int64, _ benefit: Int, tick: Int, tier: Int) {
    units[costing.cell(benefit, monthOf[tick - first], tier)] += count
  }

  mutating func receipt(_ receipt: ReceiptFacts, tier held: Int) {
    let isFirst = !hasBought
    hasBought = true
    join(on: receipt.tick)
    guard receipt.tick >= first else { return }
    for (index, entry) in compiled.entries.enumerated() where entry.tiers[held] {
      switch entry.kind {
      case .discount(let rate):
        guard let amount = entry.amount(of: receipt, book) else { continue }
        let given = rounded(Int128(amount) * Int128(rate.numerator), Int128(rate.denominator))
        add(given, index, tick: receipt.tick, tier: held)
      case .purchase:
        if receipt.net > 0, entry.amount(of: receipt, book) != nil { add(1, index, tick: receipt.tick, tier: held) }
      case .visit:
        if receipt.visits != 0, entry.amount(of: receipt, book) != nil {
          add(receipt.visits, index, tick: receipt.tick, tier: held)
        }
      case .firstPurchase: if isFirst, receipt.net >= 0 { add(1, index, tick: receipt.tick, tier: held) }
      case .month, .birthdayMonth, .joiningAnniversary, .upgrade: break
      }
    }
  }

  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange) {
    // What a purchase or an action changes holds from the next morning on, everything else from this one.
    let starts = cause == .purchase || cause == .action || cause == .reward ? tick + 1 : tick
    countMonths(until: starts)
    heldFrom = starts
    tier = to
    guard to > from, tick >= first else { return }
    for (index, entry) in compiled.entries.enumerated() where entry.tiers[to] {
      if case .upgrade = entry.kind { add(1, index, tick: tick, tier: to) }
    }
  }

  mutating func end() {
    if joined != Timeline.never { countMonths(until: last + 1) }
  }

  /// The 1sts and anniversaries from `heldFrom` to before `end`, on which the present tier was held in the morning.
  private mutating func countMonths(until end: Int) {
    guard compiled.looksAtMonths else { return }
    countAnniversaries(until: end)
    for start in monthStarts where start >= heldFrom && start < end {
      for (index, entry) in compiled.entries.enumerated() where entry.tiers[tier] && isDue(entry.kind, start) {
        add(1, index, tick: start, tier: tier)
      }
    }
  }

  private mutating func countAnniversaries(until end: Int) {
    let from = max(heldFrom, first)
    let entries = compiled.entries.enumerated().filter { entry in
      if case .joiningAnniversary = entry.element.kind { entry.element.tiers[tier] } else { false }
    }
    guard !entries.isEmpty, from < min(end, last + 1) else { return }
    let day = timeline.day(facts.map { Int($0.joining[member]) } ?? Int(joined))
    let years = timeline.day(from).components.year...timeline.day(min(end, last + 1) - 1).components.year
    for year in years {
      let anniversary = day.anniversary(in: year)
      let tick = timeline.tick(anniversary)
      guard anniversary > day, tick >= from, tick < min(end, last + 1) else { continue }
      for (index, _) in entries { add(1, index, tick: tick, tier: tier) }
    }
  }

  /// Whether a member gets something on the 1st at `tick`.
  private func isDue(_ kind: CompiledBenefits.Kind, _ tick: Int) -> Bool {
    switch kind {
    case .month: return true
    case .birthdayMonth:
      guard let facts, !facts.birthMonth.isEmpty else { return false }
      return Int(facts.birthMonth[member]) == timeline.day(tick).components.month
    case .joiningAnniversary, .discount, .purchase, .visit, .upgrade, .firstPurchase: return false
    }
  }
}
