import Messages
public import Quantities

/// Members by several measures at once, each with its weight.
public struct Score: Declared {
  /// How the plan calls it.
  public var name: String
  /// The days that what was bought and done is looked at on, up to the as-of date; all of them where it is nil.
  public var window: CalendarDuration?
  private var weights: [SegmentMeasure: Weight] = [:]
  /// By the names that actions have in the data.
  public var actions = NamedValues<Weight>()
  /// By the headers of the members file.
  public var columns = NamedValues<Weight>()

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// What a measure counts; nil for nothing.
  public subscript(measure: SegmentMeasure) -> Weight? {
    get { weights[measure] }
    set { weights[measure] = newValue }
  }

  /// Those that have a number of every member, more or less of which can be better.
  static let measures: [SegmentMeasure] = [
    .value, .alive, .expectedPurchases, .spend, .visits, .purchases, .returns, .basket, .items, .itemsPerPurchase,
    .margin,
    .recency, .gap, .age, .referrals,
  ]

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Score>(
    "score", zh: "评分",
    Message(
      "Members by several measures at once: the weighted mean of their percentile ranks, 0 to 100. The rank of a value is "
        + "the share of members below it and half of those who share it; who has no such value ranks below everyone. A "
        + "weight below 0 ranks the other way round, such as recency = -20%",
      zh: "同时按几项度量给会员打分：百分位名次的加权平均，0 到 100。一个值的名次是低于它的会员占比加上相同者的一半；"
        + "没有该值的排在所有人之后。权重小于 0 则反过来排，如 recency = -20%"),
    fields: [
      Field(
        "window", \.window,
        Message("How far back purchases and actions count; all data where it is left out", zh: "购买和行为往前看多久；省略时为全部数据"))
    ] + measures.map { measure in Field(measure.name, \Score.[measure], measure.facts.summary) } + [
      Field(
        "actions", byEach: Message("action", zh: "行为"), \.actions,
        Message(
          "How often that action was done, such as a review: actions(评价) = 20%", zh: "该行为的次数，如评价：actions(评价) = 20%")),
      Field(
        "column", byEach: Message("column", zh: "列"), \.columns,
        Message(
          "A number in the members file, by its header: column(满意度) = 10%", zh: "会员文件中的数字列，按表头：column(满意度) = 10%")),
    ],
    example: """
      score 好客 {
        value = 50%, visits = 30%, recency = -20%
        window = 12mo
      }
      score 口碑 { referrals = 2, actions(评价) = 1, column(满意度) = 1, age = -0.5 }
      score 买手 {
        spend = 3, purchases = 1, items = 1, items_per_purchase = 1, basket = 1, margin = 2
        gap = -1, returns = -1, p_alive = 1, expected_purchases = 1
      }
      """,
    check: { score in
      for (field, values) in [("actions", score.actions), ("column", score.columns)] where !values.boundaries.isEmpty {
        return Inconsistency(DefinitionProblem.notScheduled(field: field), at: [field])
      }
      if score.calls.isEmpty {
        return Inconsistency(
          DefinitionProblem.missing(
            Message("measures", zh: "度量"), of: score.title, example: "value = 50%, referrals = 50%"), at: [])
      }
      return nil
    })

  /// What it looks at, each with its weight.
  public var calls: [(call: MeasureCall, weight: Weight)] {
    let period = window.map { Period.last($0) }
    func call(_ subject: MeasureCall.Subject, _ names: [String] = []) -> MeasureCall {
      var call = MeasureCall(subject)
      call.names = names
      if case .measure(let measure) = subject, measure.facts.takesPeriod { call.period = period }
      return call
    }
    return Score.measures.compactMap { measure in weights[measure].map { (call(.measure(measure)), $0) } }
      + actions.values.compactMap { named in named.value.base.map { (call(.measure(.actions), [named.name]), $0) } }
      + columns.values.compactMap { named in named.value.base.map { (call(.attribute(named.name)), $0) } }
  }
}
