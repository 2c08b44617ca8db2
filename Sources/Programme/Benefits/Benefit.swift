public import Quantities

/// Something that members of some tiers get besides points, and what it costs the house.
public struct Benefit: Declared {
  public var name: String
  public var tiers: TierSelection?
  public var discount: Discount?
  public var cost: BenefitCost?
  public var when: Occasion?
  public var uses: YearlyUses?
  public var takeUp = Percent(fraction: .one)
  public var partnerPays = Percent(fraction: .zero)

  public init(name: String) { self.name = name }

  /// The most that one unit of a benefit can cost, so that no sum leaves exact arithmetic.
  public static let costLimit = Money(minor: 100_000_000)

  public static let declaration = Declaration<Benefit>(
    "benefit", "A discount, gift or service for members, and what it costs",
    fields: [
      Field("tiers", \.tiers, "Whose it is: the tier held before a purchase, on the 1st of a month, or reached"),
      Field(
        "discount", \.discount, "Off what those members paid, rounded to the cent once a receipt; all of it is cost"),
      Field("cost", \.cost, "What one unit costs; `per` says a unit of what, unless `when` or `uses` does"),
      Field("when", \.when, "The occasion, or which purchases it is for"),
      Field("uses", \.uses, "How often a member may use it a year; a twelfth counts on the 1st of each month"),
      Field("take_up", \.takeUp, "Share of the possible uses that are really made"),
      Field("partner_pays", \.partnerPays, "Share of the cost that somebody else bears"),
    ],
    example: """
      benefit 金卡折扣 { tiers = 金卡, discount = 5% }
      benefit 生日礼 { tiers = 金卡.., when = birthday month, cost = 80, take_up = 60% }
      benefit 免费改衣 { tiers = 银卡.., cost = 15, uses = 4 per year }
      benefit 成长礼包 { when = upgrade, cost = 60, partner_pays = 50% }
      """,
    check: { $0.inconsistency })

  /// A unit of what the benefit costs; nil where it does not say.
  public var basis: BenefitBasis? {
    if discount != nil { return .discount }
    guard let cost else { return nil }
    if let stated = cost.per { return .stated(stated) }
    if uses != nil { return .uses }
    switch when {
    case .upgrade, .birthdayMonth, .joiningAnniversary, .firstPurchase, .purchases: return .occasion
    case nil: return nil
    }
  }

  private var inconsistency: Inconsistency? {
    if discount != nil && cost != nil {
      return Inconsistency(BenefitProblem.discountAndCost(name), at: ["cost"])
    }
    if discount == nil && cost == nil {
      return Inconsistency(
        DefinitionProblem.missing("cost or discount", of: "benefit \(name)", example: "discount = 5%"), at: [])
    }
    if basis == nil { return Inconsistency(BenefitProblem.costOfWhat(name), at: ["cost"]) }
    if let cost, cost.amount > Benefit.costLimit || cost.amount < .zero {
      let bound = Benefit.costLimit.text(in: nil)
      return Inconsistency(
        ReadingProblem.outOfBounds(cost.amount.text(in: nil), must: "between 0 and \(bound)"), at: ["cost"])
    }
    if let when, basis != .occasion {
      var isOfPurchases = false
      if case .purchases = when { isOfPurchases = true }
      guard isOfPurchases, basis == .discount || basis == .stated(.visit) || basis == .stated(.purchase) else {
        return Inconsistency(BenefitProblem.occasionDoesNotFit(name), at: ["when"])
      }
    }
    if uses != nil, basis != .uses { return Inconsistency(BenefitProblem.usesDoNotFit(name), at: ["uses"]) }
    return nil
  }
}

/// A unit of what a benefit costs.
public enum BenefitBasis: Hashable, Sendable {
  case discount, uses, occasion
  case stated(BenefitCost.Unit)
}

/// What can be wrong with a benefit.
public enum BenefitProblem: Problem {
  case discountAndCost(String)
  case costOfWhat(String)
  case occasionDoesNotFit(String)
  case usesDoNotFit(String)

  public var code: ErrorCode {
    switch self {
    case .discountAndCost, .occasionDoesNotFit, .usesDoNotFit: .conflict
    case .costOfWhat: .missing
    }
  }

  public var message: String {
    switch self {
    case .discountAndCost(let name): "benefit \(name) has both a discount and a cost: these are two benefits"
    case .costOfWhat(let name): "benefit \(name) does not say what its cost is for"
    case .occasionDoesNotFit(let name): "the occasion of benefit \(name) does not fit how its cost is counted"
    case .usesDoNotFit(let name): "benefit \(name) counts `uses` and something else too"
    }
  }

  public var hint: String? {
    switch self {
    case .costOfWhat: "such as: cost = 5 per visit · per purchase · per month · per year; or say `when` or `uses`"
    case .occasionDoesNotFit: "leave `per …` out, or name purchases: when = day 8"
    case .discountAndCost, .usesDoNotFit: nil
    }
  }
}
