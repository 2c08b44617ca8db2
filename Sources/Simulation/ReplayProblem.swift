public import Messages
public import Quantities

/// What can keep a replay from answering.
public enum ReplayProblem: Problem {
  case multipliersTooFine
  case tooManyBonuses(limit: Int)
  case pointsTooLarge
  case pointsWorthTooMuch
  case rangeAfterData(DayRange, last: Day)
  case rangeBeforeData(DayRange, first: Day)
  case unknownTierInPoints(String, names: [String])
  case futureRange
  case noDiscounts(in: Message)

  public var code: ErrorCode {
    switch self {
    case .multipliersTooFine, .pointsTooLarge, .pointsWorthTooMuch: .overflow
    case .tooManyBonuses: .limit
    case .rangeAfterData, .rangeBeforeData: .range
    case .unknownTierInPoints: .unknownName
    case .futureRange, .noDiscounts: .noData
    }
  }

  public var message: Message {
    switch self {
    case .multipliersTooFine:
      Message(
        "the multipliers of the points policy do not join to an exact fraction that fits 64 bits",
        zh: "积分政策的各个倍数相乘后，无法用 64 位的精确分数表示")
    case .tooManyBonuses(let limit):
      Message(
        "more than \(limit) bonuses on one day turn on the time, the store or the category",
        zh: "同一天有超过 \(limit) 项积分奖励取决于时间、门店或品类")
    case .pointsTooLarge:
      Message("these rates would issue more points than can be counted exactly", zh: "按这样的积分比例，发放的积分会多到无法精确计数")
    case .pointsWorthTooMuch:
      Message(
        "the points issued would be worth more money than can be counted exactly", zh: "发放积分的价值会大到无法精确计数")
    case .rangeAfterData(let range, let last):
      Message(
        "\(range) lies after the as-of date, \(last): only a projection could answer, which needs a customer model",
        zh: "\(range) 在截止日 \(last) 之后：只有预测才能回答，而预测需要顾客模型")
    case .rangeBeforeData(let range, let first):
      Message("\(range) ends before the data, which start on \(first)", zh: "\(range) 早于数据，数据从 \(first) 开始")
    case .unknownTierInPoints(let name, _):
      Message(
        "the points policy has a rate for tier \(name), which the ladder does not have",
        zh: "积分政策里有等级 \(name) 的倍数，但等级体系里没有这个等级")
    case .noDiscounts(let owner):
      Message(
        "\(owner) asks for `full price`, which needs to know the discount of every line, and the data have no such column",
        zh: "\(owner) 用到 `full price`，要知道每行的折扣，而数据里没有这一列")
    case .futureRange:
      Message("a range after the data asks for a projection, which needs a customer model", zh: "数据之后的区间需要预测，而预测需要顾客模型")
    }
  }

  public var hint: Message? {
    switch self {
    case .multipliersTooFine: Message("use fewer decimals", zh: "请少用几位小数")
    case .tooManyBonuses: Message("join bonuses with `or`", zh: "用 `or` 合并积分奖励")
    case .pointsTooLarge: Message("lower `earn`", zh: "请调低 `earn`")
    case .pointsWorthTooMuch: Message("lower `earn`, `value` or `cost`", zh: "请调低 `earn`、`value` 或 `cost`")
    case .unknownTierInPoints(let name, let names):
      didYouMean(name, among: names)
        ?? Message("its tiers: \(Message.list(names))", zh: "它的等级：\(Message.list(names))")
    case .noDiscounts:
      Message(
        "name the column where you load it: load purchases from \"…\" { discount = 折扣额 }",
        zh: "载入时指明这一列：load purchases from \"…\" { discount = 折扣额 }")
    case .rangeAfterData, .rangeBeforeData, .futureRange:
      Message(
        "ask about days within the data, such as: last 6mo; `set today = DATE` moves the as-of date",
        zh: "请询问数据范围内的日期，例如：last 6mo；`set today = 日期` 可改截止日")
    }
  }
}
