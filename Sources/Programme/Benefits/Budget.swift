public import Quantities

/// What benefits and points may cost in a year, quarter or month, which is its name: `budget 2026 { … }`.
public struct Budget: Declared {
  public var name: String
  public var benefits: Money?
  public var points: Money?

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<Budget>(
    "budget", zh: "预算",
    Message(
      "What benefits and points may cost in a year, quarter or month, its name; `run` notes what a range in it spent",
      zh: "某年、某季或某月（即名称）权益和积分的成本上限；`run` 注明其中的区间用去多少"),
    fields: [
      Field("benefits", \.benefits, Message("For the benefit cost", zh: "用于权益成本")),
      Field("points", \.points, Message("For the points cost", zh: "用于积分成本")),
    ],
    isNamedByPeriod: true,
    example: """
      budget 2026 { benefits = 400,000, points = 50,000 }
      budget 2026-Q1 { benefits = 100,000 }
      """,
    check: { $0.inconsistency })

  /// The days that its name says; nil where it is no period.
  public var period: DayRange? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ Int($0) }), (1900...2999).contains(year), parts.count <= 2 else {
      return nil
    }
    guard parts.count == 2 else { return DayRange(year: year) }
    if parts[1].hasPrefix("Q") { return Int(parts[1].dropFirst()).flatMap { DayRange(year: year, quarter: $0) } }
    return Int(parts[1]).flatMap { DayRange(year: year, month: $0) }
  }

  private var inconsistency: Inconsistency? {
    if period == nil { return Inconsistency(BudgetProblem.noPeriod(name), at: []) }
    for (field, amount) in [("benefits", benefits), ("points", points)] {
      if let amount, amount < .zero || amount > Budget.most {
        let bound = Budget.most.text(in: nil)
        return Inconsistency(
          ReadingProblem.outOfBounds(
            amount.text(in: nil), must: Message("between 0 and \(bound)", zh: "在 0 与 \(bound) 之间")), at: [field])
      }
    }
    if benefits == nil && points == nil {
      return Inconsistency(
        DefinitionProblem.missing(.choice(["benefits", "points"]), of: title, example: "benefits = 400,000"), at: [])
    }
    return nil
  }

  private static let most = Money(minor: 100_000_000_000_000)
}

/// What can be wrong with a budget.
public enum BudgetProblem: Problem {
  case noPeriod(String)

  public var code: ErrorCode { .value }

  public var message: Message {
    switch self {
    case .noPeriod(let name):
      Message("\(spelled(name: name)) is no year, quarter or month", zh: "\(spelled(name: name)) 不是年、季或月")
    }
  }

  public var hint: Message? { suchAs(.choice(["budget 2026", "budget 2026-Q1", "budget 2026-03"])) }
}
