import Messages
public import PlanLanguage
public import Quantities

/// How RFM scores are given, where they are not by quantile.
public struct RFMCuts: Declared {
  /// How the plan calls it.
  public var name: String
  /// How far back purchases count; else all of the data.
  public var window: CalendarDuration?
  /// Four cuts, ascending: 5 up to the first, 4 up to the second, ….
  public var recency: [CalendarDuration]?
  /// Four numbers of purchases, ascending: 2 from the first on, ….
  public var frequency: [Count]?
  /// Four amounts of spend, ascending: 2 from the first on, ….
  public var monetary: [Money]?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<RFMCuts>(
    "rfm", zh: "RFM评分",
    Message(
      "RFM's window and own cut points; what is left out is scored by quantile",
      zh: "RFM 的考察期和自定的分界；没有写的按分位数评分"),
    fields: [
      Field(
        "window", \.window,
        Message("How far back purchases count; else all of the data", zh: "购买往前算多久；不写则为全部数据")),
      Field(
        "recency", \.recency,
        Message(
          "Four cuts, ascending: 5 up to the first, 4 up to the second, …", zh: "四个分界，从小到大：不超过第一个为 5 分，不超过第二个为 4 分，依此类推"
        )),
      Field(
        "frequency", \.frequency,
        Message("Four numbers of purchases, ascending: 2 from the first on, …", zh: "四个购买笔数，从小到大：达到第一个为 2 分，依此类推")),
      Field(
        "monetary", \.monetary,
        Message("Four amounts of spend, ascending: 2 from the first on, …", zh: "四个消费额，从小到大：达到第一个为 2 分，依此类推")),
    ],
    isSingle: true,
    example: """
      rfm {
        window = 12mo, recency = 30d, 60d, 120d, 240d
        frequency = 2, 4, 8, 16, monetary = 500, 2,000, 5,000, 15,000
      }
      """,
    check: { cuts in
      if let recency = cuts.recency, let fault = fault(recency.map(\.roughDays), of: "recency") { return fault }
      if let frequency = cuts.frequency, let fault = fault(frequency, of: "frequency") { return fault }
      return cuts.monetary.flatMap { fault($0, of: "monetary") }
    })

  private static func fault(_ cuts: [some Comparable], of field: String) -> Inconsistency? {
    let ascend = zip(cuts, cuts.dropFirst()).allSatisfy { $0 < $1 }
    return cuts.count == 4 && ascend ? nil : Inconsistency(SegmentProblem.fourCuts(field), at: [field])
  }
}
