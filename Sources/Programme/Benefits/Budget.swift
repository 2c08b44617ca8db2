import Messages
import PlanLanguage
public import Quantities

/// What benefits and points may cost in a year, quarter or month, which is its name: `budget 2026 { … }`.
public struct Budget: Declared {
  /// How the plan calls it.
  public var name: String
  /// For the benefit cost.
  public var benefits: Money?
  /// For the points cost.
  public var points: Money?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
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
  public var period: DayRange? { DayRange(period: name) }

  private var inconsistency: Inconsistency? {
    if period == nil { return Inconsistency(PeriodProblem(name: name, kind: Budget.declaration.kind), at: []) }
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
