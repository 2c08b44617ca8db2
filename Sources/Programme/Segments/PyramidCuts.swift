public import Messages
public import PlanLanguage
public import Quantities

/// How large the layers of the pyramid by contribution are.
public struct PyramidCuts: Declared {
  /// What the shares are shares of.
  public enum Basis: String, PhrasedChoice {
    case members, profit

    /// Its other spellings.
    public var aliases: [Alias] {
      switch self {
      case .members: [Alias(zh: "会员数")]
      case .profit: [Alias(zh: "利润")]
      }
    }
  }

  /// How the plan calls it.
  public var name: String
  /// Whether the shares are of members or of profit.
  public var by = Basis.members
  /// The share of the first layer.
  public var platinum = Percent(fraction: Ratio(5, over: 100) ?? .one)
  /// The share of the second layer.
  public var gold = Percent(fraction: Ratio(15, over: 100) ?? .one)

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<PyramidCuts>(
    "pyramid", zh: "金字塔",
    Message(
      "The layers by contribution margin: platinum, gold, iron, and lead, who cost more than they bring",
      zh: "按贡献毛利分的层：铂金、黄金、铁，以及成本高于贡献的铅"),
    fields: [
      Field("by", \.by, Message("Whether the shares are of members or of profit", zh: "占比指会员数还是利润")),
      Field("platinum", \.platinum, Message("The share of the first layer", zh: "第一层的占比")),
      Field("gold", \.gold, Message("The share of the second layer", zh: "第二层的占比")),
    ],
    isSingle: true,
    example: """
      pyramid {
        by = members, platinum = 5%, gold = 15%
      }
      """,
    check: { cuts in
      guard let sum = cuts.platinum.fraction.adding(cuts.gold.fraction), sum <= .one else {
        return Inconsistency(SegmentProblem.tooMuchShare, at: ["gold"])
      }
      return nil
    })
}
