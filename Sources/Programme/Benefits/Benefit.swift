import Messages
import PlanLanguage
public import Quantities

/// Something that members of some tiers get besides points, and what it costs the house.
public struct Benefit: Declared {
  /// How the plan calls it.
  public var name: String
  /// Whose it is: the tier held before a purchase, on the 1st of a month, or reached.
  public var tiers: TierSelection?
  /// Off what those members paid, rounded to the cent once a receipt; all of it is cost.
  public var discount: Discount?
  /// What one unit costs; `per` says a unit of what, unless `when` or `uses` does.
  public var cost: BenefitCost?
  /// The occasion, or which purchases it is for.
  public var when: Occasion?
  /// How often a member may use it a year; a twelfth counts on the 1st of each month.
  public var uses: YearlyUses?
  /// Share of the possible uses that are really made.
  public var takeUp = Percent(fraction: .one)
  /// Share of the cost that somebody else bears.
  public var partnerPays = Percent(fraction: .zero)
  /// Who bears the cost, head office where nothing is said; what tenants and partners bear is no cost of the house.
  public var borneBy: CostShares?
  /// Staff for the members of its tiers on the 1st of a month, a begun step being a whole one, at `cost` a month.
  public var staff: StaffRatio?
  /// What a member pays a use; the cost is what is left of `cost`.
  public var fee: Money?
  /// Whose it is by name, among those of its tiers.
  public var members: NamedMembers?
  /// Notes what it is worth today, each year costing what the last 12 months did, paid at its end.
  public var presentValue: PresentValueTerms?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// The most that one unit of a benefit can cost, so that no sum leaves exact arithmetic.
  static let costLimit = Money(minor: 100_000_000)

  /// Its keyword, fields and children, and what help says of them.
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
      Field(
        "borne_by", \.borneBy,
        Message(
          "Who bears the cost, head office where nothing is said; what tenants and partners bear is no cost of the house",
          zh: "由谁承担成本，未写明时为总部；租户和合作方承担的部分不是本方成本")),
      Field(
        "staff", \.staff,
        Message(
          "Staff for the members of its tiers on the 1st of a month, a begun step being a whole one, at `cost` a month",
          zh: "每月 1 日按这些等级的会员总数配备的人员，不足一档按一档计，每人每月按 `cost` 计")),
      Field(
        "fee", \.fee,
        Message("What a member pays a use; the cost is what is left of `cost`", zh: "会员每次支付的费用；成本为 `cost` 减去它")),
      Field(
        "members", \.members,
        Message("Whose it is by name, among those of its tiers", zh: "指定会员，须同时属于所列等级")),
      Field(
        "present_value", \.presentValue,
        Message(
          "Notes what it is worth today, each year costing what the last 12 months did, paid at its end",
          zh: "注明其现值：每年成本按最近 12 个月计，年末支付")),
    ],
    example: """
      benefit 金卡折扣 { tiers = 金卡, discount = 5% }
      benefit 生日礼 { tiers = 金卡.., when = birthday month, cost = 80, take_up = 60% }
      benefit 免费改衣 { tiers = 银卡.., cost = 15, uses = 4 per year }
      benefit 成长礼包 { when = upgrade, cost = 60, partner_pays = 50% }
      benefit 专享茶歇 { cost = 12 per visit, borne_by = store 60%, head office 40% }
      benefit 第二件半价 { discount = 50% on second item, when = category "连衣裙" }
      benefit 随机礼 { when = purchase 4.., cost = 20 }
      benefit 干洗 { cost = 60, uses = 4 per year, fee = 30 }
      benefit 终身折扣 { discount = 12%, members = 0001, 0002, present_value = 8% for 5y }
      benefit 客户经理 { tiers = 金卡, staff = 1 per 80 members, cost = 7,000 per staff per month }
      """,
    check: { $0.inconsistency })

  /// Who bears how much of the cost.
  public var shares: CostShares { borneBy ?? CostShares(partnerPays: partnerPays) }

  /// A unit of what the benefit costs; nil where it does not say.
  public var basis: BenefitBasis? {
    if discount != nil { return .discount }
    guard let cost else { return nil }
    if let stated = cost.per { return .stated(stated) }
    if staff != nil { return .stated(.staff) }
    if uses != nil { return .uses }
    return when == nil ? nil : .occasion
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
    if let fee {
      guard fee >= .zero, fee <= Benefit.costLimit else {
        let bound = Benefit.costLimit.text(in: nil)
        return Inconsistency(
          ReadingProblem.outOfBounds(
            fee.text(in: nil), must: Message("between 0 and \(bound)", zh: "在 0 与 \(bound) 之间")), at: ["fee"])
      }
      if discount != nil || staff != nil || cost?.per == .month || cost?.per == .year {
        return Inconsistency(BenefitProblem.feeDoesNotFit(name), at: ["fee"])
      }
    }
    if borneBy != nil, partnerPays.fraction > .zero {
      return Inconsistency(BenefitProblem.bearersTwice(name), at: ["borne_by"])
    }
    if (staff == nil) != (basis != .stated(.staff)) {
      return Inconsistency(BenefitProblem.staffDoesNotFit(name), at: [staff == nil ? "cost" : "staff"])
    }
    if let cost, cost.amount > Benefit.costLimit || cost.amount < .zero {
      let bound = Benefit.costLimit.text(in: nil)
      return Inconsistency(
        ReadingProblem.outOfBounds(
          cost.amount.text(in: nil), must: Message("between 0 and \(bound)", zh: "在 0 与 \(bound) 之间")), at: ["cost"])
    }
    if let when, basis != .occasion {
      let isByPurchase = basis == .discount || basis == .stated(.visit) || basis == .stated(.purchase)
      guard when.isOfPurchases, isByPurchase else {
        return Inconsistency(BenefitProblem.occasionDoesNotFit(name), at: ["when"])
      }
    }
    if wholeUnitCost == nil || houseUnitCost == nil || staffStep == nil {
      return Inconsistency(BenefitProblem.tooFine(name), at: ["take_up"])
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
