import Messages
public import PlanLanguage
public import Quantities

/// Layers of members by rule, the highest first: who meets a layer's rule stands in it unless a higher one has them.
public struct LayerRules: Declared {
  /// How the plan calls it.
  public var name: String
  /// A layer and what it asks for; all of it must be met.
  public var layers: [LayerRule] = []

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// The field's 10/30/60 rule.
  public static let standard: LayerRules = {
    func layer(_ name: String, recency: Int? = nil, purchases: Int64, months: Int, target: Int64) -> LayerRule {
      var layer = LayerRule(name: name)
      layer.recency = recency.map { .days($0) }
      layer.purchases = Count(purchases)
      layer.within = .months(months)
      layer.target = Ratio(target, over: 100).map { Percent(fraction: $0) }
      return layer
    }
    var rules = LayerRules(name: "layers")
    rules.layers = [
      layer("top", recency: 30, purchases: 5, months: 1, target: 10),
      layer("middle", purchases: 3, months: 3, target: 30),
      layer("potential", purchases: 2, months: 6, target: 60),
    ]
    return rules
  }()

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<LayerRules>(
    "layers", zh: "会员分层",
    Message("Layers of members by recency, frequency and basket, the highest first", zh: "按最近购买、购买次数和客单价分层，最高的写在最前"),
    fields: [],
    children: [
      Children(\.layers, Message("A layer and what it asks for; all of it must be met", zh: "一层及其要求，须全部满足"))
    ],
    isSingle: true,
    example: """
      layers {
        layer "top" { recency = 30d, purchases = 5, within = 1mo, basket = 1,000, target = 10% }
        layer middle { purchases = 3, within = 3mo, basket = 500, target = 30% }
        layer potential { purchases = 2, within = 6mo, target = 60% }
      }
      """,
    check: { rules in
      rules.layers.isEmpty
        ? Inconsistency(
          DefinitionProblem.missing(
            Message("layers", zh: "层"), of: rules.title, example: "layer \"top\" { purchases = 5, within = 1mo }"),
          at: [])
        : nil
    })
}

/// What a layer asks for, and how many members it should have.
public struct LayerRule: Declared {
  /// How the plan calls it.
  public var name: String
  /// The last purchase at most so long ago.
  public var recency: CalendarDuration?
  /// At least so many, within `within`.
  public var purchases = Count(0)
  /// How far back purchases and baskets count.
  public var within = CalendarDuration.months(12)
  /// Spend per purchase at least, within `within`.
  public var basket = Money.zero
  /// The share of members that it should have.
  public var target: Percent?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<LayerRule>(
    "layer", zh: "层", Message("A layer of members", zh: "会员的一层"),
    fields: [
      Field("recency", \.recency, Message("The last purchase at most so long ago", zh: "最近一笔购买不超过这么久")),
      Field("purchases", \.purchases, Message("At least so many, within `within`", zh: "在 `within` 之内至少多少笔购买")),
      Field("within", \.within, Message("How far back purchases and baskets count", zh: "购买和客单价往前算多久")),
      Field("basket", \.basket, Message("Spend per purchase at least, within `within`", zh: "在 `within` 之内的客单价至少多少")),
      Field("target", \.target, Message("The share of members that it should have", zh: "这一层应占会员的比例")),
    ])
}
