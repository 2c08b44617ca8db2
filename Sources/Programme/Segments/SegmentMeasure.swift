public import Messages
import PlanLanguage
import Quantities

/// What a condition on members can compare, declared once each: name, unit, meaning, and what may narrow it.
public enum SegmentMeasure: String, CaseIterable, Sendable {
  case spend, visits, purchases, returns, basket, items
  case itemsPerPurchase = "items_per_purchase"
  case margin, recency, gap, share, bought, actions, referrals
  case tier, joined, age
  case birthdayMonth = "birthday_month"
  case consent
  case recencyScore = "rfm.r"
  case frequencyScore = "rfm.f"
  case monetaryScore = "rfm.m"
  case rfm, lifecycle, pyramid, layers, value
  case alive = "p_alive"
  case expectedPurchases = "expected_purchases"
  case score

  /// What values it is compared with.
  public enum Unit: Sendable {
    case count, money, days, share, years, month, score, day
    /// A name of the user's or of a built-in class.
    case name
    /// It holds or it does not, and is compared with nothing.
    case truth

    /// What may be written, for help and errors.
    public var form: Message {
      switch self {
      case .count: Message("a number such as 3", zh: "数字，如 3")
      case .money: Money.form
      case .days: Message("a length of time such as 90d or 12mo", zh: "时长，如 90d 或 12mo")
      case .share: Percent.form
      case .years: Message("whole years such as 30", zh: "整年数，如 30")
      case .month: Message("a month from 1 to 12", zh: "月份，1 到 12")
      case .score: Message("a score from 1 to 5", zh: "评分，1 到 5")
      case .day: Day.form
      case .name: Message("a name", zh: "名称")
      case .truth: .empty
      }
    }
  }

  /// What can be told in brackets: a part of the purchases, `share(category = "GIFT")`, or names of a kind.
  public enum PartUse: Sendable, Equatable {
    case none, optional, required
    case names(of: String)
    case oneName(of: String)
  }

  /// What there is to know of a measure.
  public struct Facts: Sendable {
    /// What it is compared with.
    public let unit: Unit
    /// Its Chinese spellings.
    public let aliases: [Alias]
    /// Whether a part of the purchases may be named.
    public let part: PartUse
    /// Whether `in last 90d` can follow.
    public let takesPeriod: Bool
    /// One line for help.
    public let summary: Message

    init(_ unit: Unit, zh names: [String], part: PartUse = .none, period: Bool = false, _ summary: Message) {
      self.unit = unit
      aliases = names.map { Alias(zh: $0) }
      self.part = part
      takesPeriod = period
      self.summary = summary
    }
  }

  /// The word that it is written with.
  public var name: String { rawValue }
  /// What it is compared with.
  public var unit: Unit { facts.unit }

  /// How many of the numbers that are compared make one of its unit: cents, thousandths of a piece.
  public var scale: Int64 {
    switch self {
    case .items: 1000
    case .margin, .expectedPurchases: 1_000_000
    case .alive: 1_000_000_000
    case .spend, .visits, .purchases, .returns, .basket, .itemsPerPurchase, .recency, .gap, .share, .bought, .actions,
      .referrals, .tier, .joined, .age, .birthdayMonth, .consent, .recencyScore, .frequencyScore, .monetaryScore, .rfm,
      .lifecycle, .pyramid, .layers, .value, .score:
      1
    }
  }

  /// Whether the customer model tells it.
  public var isForecast: Bool { self == .value || self == .alive || self == .expectedPurchases }

  /// By its name, or by what it is called in Chinese.
  public static func named(_ name: String) -> SegmentMeasure? { byName[name] }

  private static let byName = Dictionary(
    allCases.flatMap { measure in
      ([measure.name] + measure.facts.aliases.flatMap(\.forms)).map { ($0, measure) }
    }, uniquingKeysWith: { first, _ in first })
}

extension SegmentMeasure {
  /// Everything that is said of it.
  public var facts: Facts {
    switch self {
    case .spend:
      Facts(
        .money, zh: ["消费额", "消费金额"], part: .optional, period: true,
        Message("Net amount paid, returns included", zh: "实付净额，已减退货"))
    case .visits:
      Facts(
        .count, zh: ["到店次数", "到店天数"], part: .optional, period: true,
        Message("Days on which all that was paid comes to more than 0", zh: "当天合计实付大于 0 的天数"))
    case .purchases:
      Facts(
        .count, zh: ["购买笔数", "购买次数"], part: .optional, period: true,
        Message("Receipts of 0 or more", zh: "金额不小于 0 的小票数"))
    case .returns:
      Facts(
        .count, zh: ["退货笔数", "退货次数"], part: .optional, period: true,
        Message("Receipts of less than 0", zh: "金额小于 0 的小票数"))
    case .basket:
      Facts(
        .money, zh: ["客单价"], part: .optional, period: true,
        Message("Spend ÷ purchases; unknown without a purchase", zh: "消费额 ÷ 购买笔数；没有购买时未知"))
    case .items:
      Facts(
        .count, zh: ["件数"], part: .optional, period: true,
        Message("Pieces, where the data have quantities", zh: "件数，数据中有数量时"))
    case .itemsPerPurchase:
      Facts(
        .count, zh: ["连带率"], part: .optional, period: true,
        Message(
          "Pieces ÷ purchases, for who stocks up; unknown without a purchase", zh: "件数 ÷ 购买笔数，可看囤货；没有购买时未知"))
    case .margin:
      Facts(
        .money, zh: ["毛利"], part: .optional, period: true,
        Message("Spend less the goods, from costs or `assume margin`", zh: "消费额减商品成本，来自成本列或 `assume margin`"))
    case .recency:
      Facts(
        .days, zh: ["未购天数"], part: .optional,
        Message("From the last purchase to the as-of date; unknown without one", zh: "最近一笔购买距截止日的时间；没有购买时未知"))
    case .gap:
      Facts(
        .days, zh: ["购买间隔"], part: .optional, period: true,
        Message(
          "Usual gap: days from the first visit to the last ÷ the visits after the first; unknown below 2 visits",
          zh: "平常间隔：首次到末次到店的天数 ÷ 首次之后的到店次数；少于 2 次到店时未知"))
    case .share:
      Facts(
        .share, zh: ["消费占比"], part: .required, period: true,
        Message(
          "Share of the spend that a part of the purchases has; unknown where the spend is not above 0",
          zh: "某部分购买占消费额的比例；消费额不大于 0 时未知"))
    case .bought:
      Facts(
        .truth, zh: ["买过"], part: .required, period: true,
        Message("Whether a purchase has any of that part", zh: "是否有一笔购买含有该部分"))
    case .actions:
      Facts(
        .count, zh: ["行为次数"], part: .names(of: "action"), period: true,
        Message(
          "Actions of those names in the actions file, actions(签到); all of them without names",
          zh: "行为文件中这些名称的行为次数，actions(签到)；不写名称时为全部"))
    case .referrals:
      Facts(
        .count, zh: ["推荐人数"], period: true,
        Message("Others of whom the actions file says that the member referred them", zh: "行为文件中由该会员推荐的人数"))
    case .tier:
      Facts(
        .name, zh: ["等级"],
        Message(
          "The tier at the as-of date by baseline's ladder; < and > go by the ladder",
          zh: "截止日的等级，按 baseline 的等级体系；< 和 > 按等级高低"))
    case .joined:
      Facts(
        .day, zh: ["入会日"],
        Message("The day of joining in the members file, else of the first purchase", zh: "会员文件中的入会日，否则为首次购买日"))
    case .age:
      Facts(
        .years, zh: ["年龄"],
        Message("Whole years at the as-of date, where the year of birth is known", zh: "截止日的周岁，已知出生年份时"))
    case .birthdayMonth:
      Facts(.month, zh: ["生日月份"], Message("The month of the birthday, 1 to 12", zh: "生日所在月份，1 到 12"))
    case .consent:
      Facts(
        .truth, zh: ["同意联系"],
        Message("Whether the member may be contacted; not where nothing is said", zh: "是否同意联系；没有说明时不算"))
    case .recencyScore:
      Facts(.score, zh: ["R评分"], Message("RFM's recency score, 5 for the most recent", zh: "RFM 的最近购买评分，5 为最近"))
    case .frequencyScore:
      Facts(.score, zh: ["F评分"], Message("RFM's frequency score, 5 for the most purchases", zh: "RFM 的购买次数评分，5 为最多"))
    case .monetaryScore:
      Facts(.score, zh: ["M评分"], Message("RFM's monetary score, 5 for the most spend", zh: "RFM 的消费额评分，5 为最高"))
    case .rfm:
      Facts(.name, zh: ["RFM分群"], Message("The segment of `show segments by rfm`", zh: "`show segments by rfm` 的分群"))
    case .lifecycle:
      Facts(
        .name, zh: ["生命周期"],
        Message("The stage of `show segments by lifecycle`", zh: "`show segments by lifecycle` 的阶段"))
    case .pyramid:
      Facts(.name, zh: ["金字塔"], Message("The layer of `show segments by pyramid`", zh: "`show segments by pyramid` 的层"))
    case .layers:
      Facts(.name, zh: ["分层"], Message("The layer of `show segments by layers`", zh: "`show segments by layers` 的层"))
    case .value:
      Facts(
        .money, zh: ["价值"],
        Message(
          "What the customer model expects, as in `show members by value`", zh: "顾客模型的预期价值，同 `show members by value`"))
    case .alive:
      Facts(.share, zh: ["留存概率"], Message("The customer model's P(alive)", zh: "顾客模型的留存概率"))
    case .expectedPurchases:
      Facts(
        .count, zh: ["预期购买"],
        Message("Days with a purchase that the customer model expects", zh: "顾客模型预期的购买天数"))
    case .score:
      Facts(
        .count, zh: ["综合评分"], part: .oneName(of: "score"),
        Message("A score of your own, score(好客), 0 to 100", zh: "自定的评分，score(好客)，0 到 100"))
    }
  }
}
