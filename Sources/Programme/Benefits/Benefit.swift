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
    "benefit", zh: "权益",
    Message("A discount, gift or service for members, and what it costs", zh: "给会员的折扣、礼品或服务，及其成本"),
    fields: [
      Field(
        "tiers", \.tiers,
        Message(
          "Whose it is: the tier held before a purchase, on the 1st of a month, or reached",
          zh: "给哪些等级：按购买前、每月 1 日时或刚升到的等级")),
      Field(
        "discount", \.discount,
        Message(
          "Off what those members paid, rounded to the cent once a receipt; all of it is cost",
          zh: "从这些会员的实付金额中减去，每张小票取整到分一次；全部计入成本")),
      Field(
        "cost", \.cost,
        Message(
          "What one unit costs; `per` says a unit of what, unless `when` or `uses` does",
          zh: "每一份的成本；`per` 说明按什么计，除非 `when` 或 `uses` 已说明")),
      Field("when", \.when, Message("The occasion, or which purchases it is for", zh: "何时给予，或者适用于哪些购买")),
      Field(
        "uses", \.uses,
        Message(
          "How often a member may use it a year; a twelfth counts on the 1st of each month",
          zh: "会员每年可用的次数；每月 1 日计十二分之一")),
      Field("take_up", \.takeUp, Message("Share of the possible uses that are really made", zh: "可用次数中实际使用的占比")),
      Field("partner_pays", \.partnerPays, Message("Share of the cost that somebody else bears", zh: "成本中由他人承担的占比")),
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
        DefinitionProblem.missing(.choice(["cost", "discount"]), of: title, example: "discount = 5%"), at: [])
    }
    if basis == nil { return Inconsistency(BenefitProblem.costOfWhat(name), at: ["cost"]) }
    if let cost, cost.amount > Benefit.costLimit || cost.amount < .zero {
      let bound = Benefit.costLimit.text(in: nil)
      return Inconsistency(
        ReadingProblem.outOfBounds(
          cost.amount.text(in: nil), must: Message("between 0 and \(bound)", zh: "在 0 与 \(bound) 之间")), at: ["cost"])
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

  public var message: Message {
    switch self {
    case .discountAndCost(let name):
      Message(
        "benefit \(name) has both a discount and a cost: these are two benefits", zh: "权益 \(name) 既有折扣又有成本：这应是两项权益")
    case .costOfWhat(let name):
      Message("benefit \(name) does not say what its cost is for", zh: "权益 \(name) 没有说明成本按什么计")
    case .occasionDoesNotFit(let name):
      Message("the occasion of benefit \(name) does not fit how its cost is counted", zh: "权益 \(name) 的给予时机与成本的计法不符")
    case .usesDoNotFit(let name):
      Message("benefit \(name) counts `uses` and something else too", zh: "权益 \(name) 既按 `uses` 计，又按别的计")
    }
  }

  public var hint: Message? {
    switch self {
    case .costOfWhat:
      Message(
        "such as: cost = 5 per visit · per purchase · per month · per year; or say `when` or `uses`",
        zh: "例如：cost = 5 per visit · per purchase · per month · per year；或者写明 `when` 或 `uses`")
    case .occasionDoesNotFit:
      Message("leave `per …` out, or name purchases: when = day 8", zh: "去掉 `per …`，或者指明哪些购买：when = day 8")
    case .discountAndCost, .usesDoNotFit: nil
    }
  }
}
