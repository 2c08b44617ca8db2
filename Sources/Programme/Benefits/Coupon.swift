import Messages
public import Quantities

/// A coupon that members of some tiers are given on an occasion, and that some of them redeem.
public struct Coupon: Declared {
  /// How the plan calls it.
  public var name: String
  /// What it takes off; a percent of the member's mean basket so far, or of what was paid where redemptions are known.
  public var off: CouponOff?
  /// How long: it is gone at the start of the day so long after its issue.
  public var valid: CalendarDuration?
  /// Share that is redeemed; cost is its middle, with the ends beside it, unless the actions have redemptions of it.
  public var redeem: ShareRange?
  /// The occasion that it is handed out on.
  public var when: Occasion?
  /// Whose it is, as for a benefit.
  public var tiers: TierSelection?
  /// Who bears what it takes off, as for a benefit.
  public var borneBy: CostShares?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Coupon>(
    "coupon", zh: "优惠券",
    Message("Money off that is handed out, and what of it is redeemed", zh: "发放的优惠券，以及其中核销的部分"),
    fields: [
      Field(
        "off", \.off,
        Message(
          "What it takes off; a percent of the member's mean basket so far, or of what was paid where redemptions are known",
          zh: "抵扣多少；百分比按会员至今的平均客单价计，已知核销记录时按当天实付计")),
      Field(
        "valid", \.valid,
        Message("How long: it is gone at the start of the day so long after its issue", zh: "有效期：发放后满此时长之日开始时失效")),
      Field(
        "redeem", \.redeem,
        Message(
          "Share that is redeemed; cost is its middle, with the ends beside it, unless the actions have redemptions of it",
          zh: "核销的比例；成本按中值计，并列出两端；行为数据中有它的核销记录时以记录为准")),
      Field("when", \.when, Message("The occasion that it is handed out on", zh: "何时发放")),
      Field("tiers", \.tiers, Message("Whose it is, as for a benefit", zh: "给哪些等级，同权益")),
      Field("borne_by", \.borneBy, Message("Who bears what it takes off, as for a benefit", zh: "由谁承担抵扣金额，同权益")),
    ],
    example: """
      coupon 回归券 { off = 200 when basket >= 800, valid = 3d, redeem = 5%..15%, when = lapsed 30d }
      coupon 生日券 { off = 10% up to 100, valid = 1mo, redeem = 30%, when = birthday month, tiers = 金卡.., borne_by = store 100% }
      """,
    check: { $0.inconsistency })

  /// Who bears it: as written, else the head office alone.
  public var shares: CostShares { borneBy ?? CostShares(partnerPays: Percent(fraction: .zero)) }

  /// What a unit costs whoever bears it, in minor units, at a share redeemed. A unit is a coupon or, of a percent, a minor
  /// unit that it takes off.
  public func wholeUnitCost(redeemed share: Ratio) -> Ratio? {
    switch off?.value {
    case .amount(let amount)?: share.multiplied(by: Ratio(amount.minor))
    case .share?, nil: share
    }
  }

  private var inconsistency: Inconsistency? {
    let needs: [(name: String, isThere: Bool, example: String)] = [
      ("off", off != nil, "off = 200 when basket >= 800"), ("valid", valid != nil, "valid = 30d"),
      ("redeem", redeem != nil, "redeem = 5%..15%"), ("when", when != nil, "when = lapsed 30d"),
    ]
    if let absent = needs.first(where: { !$0.isThere }) {
      return Inconsistency(
        DefinitionProblem.missing(.choice([absent.name]), of: title, example: absent.example), at: [])
    }
    for share in [redeem?.low.fraction, redeem?.middle, redeem?.high.fraction].compactMap(\.self)
    where wholeUnitCost(redeemed: share)?.multiplied(by: shares.house) == nil {
      return Inconsistency(CouponProblem.tooFine(name), at: ["redeem"])
    }
    return nil
  }
}

/// What can be wrong with a coupon.
enum CouponProblem: Problem {
  case noMaximum
  case tooFine(String)

  var code: ErrorCode {
    switch self {
    case .noMaximum: .missing
    case .tooFine: .overflow
    }
  }

  var message: Message {
    switch self {
    case .noMaximum: Message("a coupon of a percent does not say its maximum", zh: "按百分比抵扣的优惠券没有写明上限")
    case .tooFine(let name):
      Message("the figures of coupon \(name) have too many decimals to be exact", zh: "优惠券 \(name) 的数字小数位太多，无法精确计算")
    }
  }

  var hint: Message? {
    switch self {
    case .noMaximum: suchAs("off = 10% up to 100")
    case .tooFine: nil
    }
  }
}
