public import Quantities

/// What can keep a replay from answering.
public enum ReplayProblem: Problem {
  case multipliersTooFine
  case tooManyBonuses(limit: Int)
  case pointsTooLarge
  case rangeAfterData(DayRange, last: Day)
  case rangeBeforeData(DayRange, first: Day)
  case unknownTierInPoints(String, names: [String])
  case futureRange

  public var code: ErrorCode {
    switch self {
    case .multipliersTooFine, .pointsTooLarge: .overflow
    case .tooManyBonuses: .limit
    case .rangeAfterData, .rangeBeforeData: .range
    case .unknownTierInPoints: .unknownName
    case .futureRange: .noData
    }
  }

  public var message: Message {
    switch self {
    case .multipliersTooFine: "the multipliers of the points policy do not join to an exact fraction that fits 64 bits"
    case .tooManyBonuses(let limit):
      "more than \(limit) bonuses on one day turn on the time, the store or the category"
    case .pointsTooLarge: "these rates would issue more points than can be counted exactly"
    case .rangeAfterData(let range, let last):
      "\(range) lies after the as-of date, \(last): only a projection could answer, which needs a customer model"
    case .rangeBeforeData(let range, let first): "\(range) ends before the data, which start on \(first)"
    case .unknownTierInPoints(let name, _):
      "the points policy has a rate for tier \(name), which the ladder does not have"
    case .futureRange: "a range after the data asks for a projection, which needs a customer model"
    }
  }

  public var hint: Message? {
    switch self {
    case .multipliersTooFine: "use fewer decimals"
    case .tooManyBonuses: "join bonuses with `or`"
    case .pointsTooLarge: "lower `earn`"
    case .unknownTierInPoints(let name, let names):
      nearestName(to: name, among: names).map { "did you mean \($0)?" } ?? "its tiers: " + names.joined(separator: ", ")
    case .rangeAfterData, .rangeBeforeData, .futureRange:
      "ask about days within the data, such as: last 6mo; `set today = DATE` moves the as-of date"
    }
  }
}
