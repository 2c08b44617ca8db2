public import Messages
public import PlanLanguage
public import Quantities

/// Something of the catalogue that points buy.
public struct Reward: Declared {
  /// How the plan calls it.
  public var name: String
  /// The points it takes.
  public var points: Points?
  /// What one costs the house, in place of what its points would; in proportion where other points were spent.
  public var cost: Money?
  /// What it is; an upgrade needs `tier`.
  public var kind = RewardKind.goods
  /// Of an upgrade: raised to it at once, with a term as for an upgrade, where the points are there in full; else .
  public var tier: Name?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Reward>(
    "reward", zh: "兑换品", Message("Something of the catalogue that points buy", zh: "目录中可用积分兑换的一项"),
    fields: [
      Field("points", \.points, Message("The points it takes", zh: "所需积分")),
      Field(
        "cost", \.cost,
        Message(
          "What one costs the house, in place of what its points would; in proportion where other points were spent",
          zh: "每份的成本，取代按积分计的成本；使用的积分不同时按比例计")),
      Field("kind", \.kind, Message("What it is; an upgrade needs `tier`", zh: "是什么；upgrade 需要写明 `tier`")),
      Field(
        "tier", \.tier,
        Message(
          "Of an upgrade: raised to it at once, with a term as for an upgrade, where the points are there in full; else "
            + "nothing is spent",
          zh: "升级兑换的目标等级：积分足够时当场升到该级，保级期与升级相同；不足时不扣积分")),
    ],
    check: { $0.inconsistency })

  private var inconsistency: Inconsistency? {
    guard let points else {
      return Inconsistency(
        DefinitionProblem.missing(Message(verbatim: "points"), of: title, example: "points = 300pt"), at: [name])
    }
    guard points > .zero else {
      return Inconsistency(
        ReadingProblem.outOfBounds(points.text(in: Notation()), must: Message("more than 0", zh: "大于 0")),
        at: [name, "points"])
    }
    guard let cost else {
      return Inconsistency(
        DefinitionProblem.missing(Message(verbatim: "cost"), of: title, example: "cost = 6"), at: [name])
    }
    if cost > Benefit.costLimit || cost < .zero {
      let bound = Benefit.costLimit.text(in: nil)
      return Inconsistency(
        ReadingProblem.outOfBounds(
          cost.text(in: nil), must: Message("between 0 and \(bound)", zh: "在 0 与 \(bound) 之间")), at: [name, "cost"])
    }
    if kind == .upgrade, tier == nil {
      return Inconsistency(
        DefinitionProblem.missing(Message(verbatim: "tier"), of: title, example: "kind = upgrade, tier = 金卡"),
        at: [name, "kind"])
    }
    if kind != .upgrade, tier != nil {
      return Inconsistency(RewardProblem.tierWithoutUpgrade(name), at: [name, "tier"])
    }
    return nil
  }

  /// The first contradiction, for the policy that has it.
  static func inconsistency(in rewards: [Reward]) -> Inconsistency? {
    for reward in rewards { if let found = reward.inconsistency { return found } }
    return nil
  }
}

/// What a reward gives.
public enum RewardKind: String, PhrasedChoice {
  case goods, service, cash, upgrade, charity

  /// What people call it; the same word in English.
  public var noun: Message {
    switch self {
    case .goods: Message("goods", zh: "实物")
    case .service: Message("service", zh: "服务")
    case .cash: Message("cash", zh: "抵现")
    case .upgrade: Message("upgrade", zh: "升级")
    case .charity: Message("charity", zh: "公益")
    }
  }
}

/// What can be wrong with a reward.
enum RewardProblem: Problem {
  case tierWithoutUpgrade(String)

  var code: ErrorCode { .conflict }

  var message: Message {
    switch self {
    case .tierWithoutUpgrade(let name):
      Message("reward \(name) names a tier and is no upgrade", zh: "兑换品 \(name) 写了等级，却不是升级")
    }
  }

  var hint: Message? { suchAs("kind = upgrade, tier = 金卡") }
}
