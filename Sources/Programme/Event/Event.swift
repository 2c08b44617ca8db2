public import Messages
public import PlanLanguage
public import Quantities

/// An evening for some of the members: whom it is for, what it costs, and what is assumed of them.
public struct Event: Declared {
  /// How the plan calls it.
  public var name: String
  /// The day of the event.
  public var date: Day?
  /// Who may be invited, in this order: the top by a metric over the 12mo before the as-of date, ties by member id; a segment or whoever a condition holds of, by what they spent in those 12mo; or a list file.
  public var audience: Audience?
  /// How many of the audience are invited, from the top; else all.
  public var invite: HeadCount?
  /// Seats, taken in the order of the audience; else as many as come.
  public var capacity: HeadCount?
  /// Share of those invited who accept.
  public var accept: Spread<Percent>?
  /// Share of those who accepted who come; those waiting take the seats of the others.
  public var attend: Spread<Percent>?
  /// Share of the attendees who buy.
  public var buy: Spread<Percent>?
  /// What a buyer buys before the discount, as a multiple of the usual basket.
  public var basket: Spread<Multiplier>?
  /// Chance that a guest would have bought that day anyway; else each guest's own: on how many such weekdays of the 12mo before the as-of date they bought.
  public var usual: Spread<Percent>?
  /// Share of the additional sales that is taken from the weeks after.
  public var borrow: Spread<Percent> = .fixed(Percent(fraction: .zero))
  /// Taken off every sale of the event; all of it is cost.
  public var discount = Percent(fraction: .zero)
  /// A cost: an amount, fixed or for each invite, attendee or buyer.
  public var costs: [EventCost] = []

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Event>(
    "event", zh: "活动",
    Message(
      "An event for invited members: audience, seats, funnel, costs; `plan` says whether it pays",
      zh: "为受邀会员举办的活动：受众、席位、转化、成本；`plan` 算出是否划算"),
    fields: [
      Field("date", \.date, Message("The day of the event", zh: "活动日期")),
      Field(
        "audience", \.audience,
        Message(
          "Who may be invited, in this order: the top by a metric over the 12mo before the as-of date, ties by member id; a segment or whoever a condition holds of, by what they spent in those 12mo; or a list file",
          zh: "可邀请的人及其顺序：按截止日前 12mo 的某项指标排名靠前的会员，并列时按会员编号；分群或符合条件的会员，按这 12mo 的消费额；或者名单文件")
      ),
      Field(
        "invite", \.invite,
        Message("How many of the audience are invited, from the top; else all", zh: "从前往后邀请受众中的多少人；不写则全部邀请")),
      Field(
        "capacity", \.capacity,
        Message("Seats, taken in the order of the audience; else as many as come", zh: "席位数，按受众的顺序入座；不写则来多少坐多少")),
      Field("accept", \.accept, Message("Share of those invited who accept", zh: "受邀者中接受邀请的占比")),
      Field(
        "attend", \.attend,
        Message(
          "Share of those who accepted who come; those waiting take the seats of the others",
          zh: "接受邀请者中实际到场的占比；候补者坐空出的席位")),
      Field("buy", \.buy, Message("Share of the attendees who buy", zh: "到场者中购买的占比")),
      Field(
        "basket", \.basket,
        Message("What a buyer buys before the discount, as a multiple of the usual basket", zh: "购买者的折前消费，为平时客单价的倍数")),
      Field(
        "usual", \.usual,
        Message(
          "Chance that a guest would have bought that day anyway; else each guest's own: on how many such weekdays of the 12mo before the as-of date they bought",
          zh: "宾客当天本来就会购买的概率；不写则按各自的情况：截止日前 12mo 的同一星期几中，购买过的天数占比")
      ),
      Field(
        "borrow", \.borrow,
        Message("Share of the additional sales that is taken from the weeks after", zh: "增量销售中从之后几周提前的占比")),
      Field(
        "discount", \.discount, Message("Taken off every sale of the event; all of it is cost", zh: "活动中每笔销售的折扣；全部计入成本")
      ),
    ],
    children: [
      Children(
        \.costs,
        Message("A cost: an amount, fixed or for each invite, attendee or buyer", zh: "成本：一笔金额，固定，或按每位受邀者、到场者或购买者计"))
    ],
    example: """
      event 春季私享会 {
        date = 2026-03-14, audience = top 200 by spend, invite = 120, capacity = 60
        accept = 35%..50%, attend = 70%..85%, buy = 40%..60%, basket = 2.0x..3.0x
        usual = 10%, borrow = 10%..50%, discount = 10%
        cost 场地 = 8,000
        cost 礼品 = 80 per attendee
      }
      """,
    check: { $0.inconsistency })

  private var inconsistency: Inconsistency? {
    func missing(_ field: String, _ example: String) -> Inconsistency {
      Inconsistency(
        DefinitionProblem.missing(Message(verbatim: field), of: title, example: "\(field) = \(example)"), at: [])
    }
    if date == nil { return missing("date", "2026-03-14") }
    if audience == nil { return missing("audience", "top 200 by spend") }
    if accept == nil { return missing("accept", "35%..50%") }
    if attend == nil { return missing("attend", "70%..85%") }
    if buy == nil { return missing("buy", "40%..60%") }
    if basket == nil { return missing("basket", "2x..3x") }
    if let cost = costs.first(where: { $0.amount == nil }) {
      return Inconsistency(
        DefinitionProblem.missing(
          Message(verbatim: "amount"), of: cost.title, example: "cost \(cost.name) = 80 per attendee"),
        at: [cost.name])
    }
    return nil
  }
}

/// A whole number of people, at least one.
public struct HeadCount: Hashable, Comparable, Phrased {
  /// How many people.
  public var people: Int

  init(_ people: Int) { self.people = people }

  /// By number.
  public static func < (one: HeadCount, other: HeadCount) -> Bool { one.people < other.people }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a number of people, at least 1", zh: "人数，至少 1") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(HeadCount.form) { _ in false }
    guard number.value.denominator == 1, (1...1_000_000_000).contains(number.value.numerator) else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("a whole number of people, at least 1", zh: "整数人数，至少 1")),
        from: start)
    }
    people = Int(number.value.numerator)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { grouped(Int64(people)) }
}
