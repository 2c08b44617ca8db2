import MemberBook
import Messages
import Programme
import Quantities

/// The benefits of a scenario, ready to be counted along the kernel's way.
struct CompiledBenefits: Sendable {
  struct Entry: Sendable {
    let occasion: CompiledOccasion
    /// By tier: whether its members get it.
    let tiers: [Bool]
    /// By member: whether they are among those named; empty where nobody is.
    let named: [Bool]
    /// The coupon that it hands out.
    let coupon: Int?
  }

  /// The benefits, then the coupons.
  private(set) var entries: [Entry] = []
  let coupons: [CompiledCoupon]
  /// The places of entries, by what makes them due.
  private(set) var byReceipt: [(entry: Int, given: CompiledOccasion.Given)] = []
  private(set) var byMonth: [(entry: Int, ofBirth: Bool)] = []
  private(set) var byAnniversary: [Int] = []
  private(set) var byUpgrade: [Int] = []
  private(set) var byLapse: [(entry: Int, ticks: [Int32])] = []

  init(_ rules: Rules, tiers: [String], _ timeline: Timeline, _ history: PurchaseHistory) throws(Diagnostic) {
    coupons = rules.coupons.enumerated().map {
      CompiledCoupon($1, entry: rules.benefits.count + $0, timeline, history.book)
    }
    func occasion(_ when: Occasion?, of owner: Message) throws(Diagnostic) -> CompiledOccasion {
      guard let when else { return CompiledOccasion() }
      return try CompiledOccasion(when, of: owner, timeline, history)
    }
    func selects(_ selection: TierSelection?, of owner: Message) throws(Diagnostic) -> [Bool] {
      if let stray = selection?.names.first(where: { !tiers.contains($0) }) {
        throw Diagnostic(DefinitionProblem.tierOfNoLadder(stray, in: owner, names: tiers))
      }
      return selection?.selects(tiers) ?? tiers.map { _ in true }
    }
    for benefit in rules.benefits {
      let tiers = try selects(benefit.tiers, of: benefit.title)
      var occasion = try occasion(benefit.when, of: benefit.title)
      occasion.due = benefit.due ?? occasion.due
      add(
        Entry(
          occasion: occasion, tiers: tiers, named: benefit.members?.flags(in: history.book.members) ?? [], coupon: nil))
    }
    for (place, coupon) in rules.coupons.enumerated() {
      let tiers = try selects(coupon.tiers, of: coupon.title)
      add(Entry(occasion: try occasion(coupon.when, of: coupon.title), tiers: tiers, named: [], coupon: place))
    }
  }

  private mutating func add(_ entry: Entry) {
    let place = entries.count
    entries.append(entry)
    switch entry.occasion.due {
    case .receipt(let given): byReceipt.append((place, given))
    case .monthStart(let ofBirth): byMonth.append((place, ofBirth))
    case .joiningAnniversary: byAnniversary.append(place)
    case .upgrade: byUpgrade.append(place)
    case .lapse(let ticks): byLapse.append((place, ticks))
    }
  }
}

extension CompiledBenefits.Entry {
  /// Whether `member` is among those named, where any is.
  func isGiven(to member: Int) -> Bool { named.isEmpty || named[member] }

  /// The money in a receipt that the benefit is for, in minor units; nil where it is for none of it.
  func amount(of receipt: ReceiptFacts, _ book: Book) -> Int64? {
    switch occasion.program(on: receipt.tick) {
    case .always: receipt.net
    case .never: nil
    case .depends(let program): program.amount(of: receipt, book)
    }
  }

  /// How many units of `given` a receipt is, or of a share how much money; nil where it gives nothing.
  func units(of given: CompiledOccasion.Given, for receipt: ReceiptFacts, isFirst: Bool, _ book: Book) -> Int64? {
    let isPurchase = PurchaseRule.isPurchase(net: receipt.net)
    switch given {
    case .discount(let rate):
      return amount(of: receipt, book).map { rounded(Int128($0) * Int128(rate.numerator), Int128(rate.denominator)) }
    case .secondItem(let rate):
      let prices = secondPrices(of: receipt, book)
      return prices == .zero
        ? nil
        : rounded(
          Int128(prices.numerator) * Int128(rate.numerator), Int128(prices.denominator) * Int128(rate.denominator))
    case .purchase:
      if occasion.fromPurchase > 0 { return isPurchase ? 1 : nil }
      return isPurchase && amount(of: receipt, book) != nil ? 1 : nil
    case .visit: return receipt.visits > 0 && amount(of: receipt, book) != nil ? 1 : nil
    case .firstPurchase: return isFirst && isPurchase ? 1 : nil
    }
  }
}

extension Benefit {
  /// What makes it due whatever its occasion; nil where the occasion does.
  fileprivate var due: CompiledOccasion.Due? {
    if let discount {
      return .receipt(discount.onSecondItem ? .secondItem(discount.off.fraction) : .discount(discount.off.fraction))
    }
    switch cost?.per {
    case .visit: return .receipt(.visit)
    case .purchase: return .receipt(.purchase)
    case .month, .year, .staff: return .monthStart(ofBirth: false)
    case nil: return staff == nil ? nil : .monthStart(ofBirth: false)
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
