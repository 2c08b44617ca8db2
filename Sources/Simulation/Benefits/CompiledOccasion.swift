import Messages
import PlanLanguage
import Programme
import Quantities

/// An occasion along a member's way: what makes it due, and of which purchases it is. The one place that tells occasions
/// apart here; `BenefitTally` has a method for each kind of `Due`.
struct CompiledOccasion: Sendable {
  /// What makes something due.
  enum Due: Sendable {
    case receipt(Given)
    /// The 1st of every month, or only of the month of the member's birth.
    case monthStart(ofBirth: Bool)
    /// The day of the year on which the member joined, in later years.
    case joiningAnniversary
    /// A change to a higher tier.
    case upgrade
    /// That a member has lapsed: by tick of the last purchase when one without another does.
    case lapse([Int32])
  }

  /// What a receipt gives.
  enum Given: Sendable {
    /// Off the amount paid, as a fraction.
    case discount(Ratio)
    /// Off every second piece, as a fraction.
    case secondItem(Ratio)
    /// A unit a purchase, a visit, or the first purchase.
    case purchase, visit, firstPurchase

    /// Whether it is money off what is paid.
    var isDiscount: Bool {
      switch self {
      case .discount, .secondItem: true
      case .purchase, .visit, .firstPurchase: false
      }
    }
  }

  /// What a condition comes to on a day.
  enum DayProgram: Sendable {
    case always, never
    case depends(ConditionProgram)
  }

  var due: Due
  /// The first of a member's purchases that counts, from 1.
  private(set) var fromPurchase: Int64 = 0
  /// By tick: the class of days with the same condition; empty where every purchase counts.
  private var conditionOf: [UInt16] = []
  private var conditions: [DayProgram] = []

  /// Without an occasion something is given month by month.
  init() { due = .monthStart(ofBirth: false) }

  init(_ occasion: Occasion, of owner: Message, _ timeline: Timeline, _ history: PurchaseHistory) throws(Diagnostic) {
    switch occasion {
    case .upgrade: due = .upgrade
    case .birthdayMonth: due = .monthStart(ofBirth: true)
    case .joiningAnniversary: due = .joiningAnniversary
    case .firstPurchase: due = .receipt(.firstPurchase)
    case .fromPurchase(let count):
      due = .receipt(.purchase)
      fromPurchase = count.value
    case .lapsed(let duration): due = .lapse(timeline.table { $0 + duration })
    case .purchases(let condition):
      try condition.checkDiscounts(of: owner, history.book)
      due = .receipt(.purchase)
      (conditionOf, conditions) = CompiledOccasion.days(condition, timeline, history)
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

  /// What a condition comes to on the day of a receipt.
  func program(on tick: Int) -> DayProgram { conditionOf.isEmpty ? .always : conditions[Int(conditionOf[tick])] }
}
