import MemberBook
public import Programme
public import Quantities

/// Why a receipt earned what it did: the rate and every multiplier that was in force for it.
public struct EarningDetail: Sendable, Equatable {
  public struct Bonus: Sendable, Equatable {
    public let name: String
    public let multiplier: Multiplier
    /// The money in the receipt that it was for, in minor units.
    public let amount: Int64
    /// Whether what it adds counts towards a tier.
    public let qualifies: YesNo
  }

  public let rate: EarnRate
  public let tier: Multiplier
  public let bonuses: [Bonus]
}

extension Replay {
  /// The rate and multipliers for receipt `index` of `member`, bought on tier `tier`; nil without a points policy.
  public func earningDetail(of index: Int, by member: Int, tier: Int, _ rules: CompiledRules) -> EarningDetail? {
    guard let policy = rules.rules.points else { return nil }
    let book = history.book
    let day = book.purchases.day(index)
    let name = rules.tiers[tier]
    let receipt = ReceiptFacts(
      member: member, index: index, tick: rules.timeline.tick(day),
      second: book.purchases.second.isEmpty ? 0 : book.purchases.second[index], net: book.purchases.amount[index])
    guard let rate = policy.earn.value(on: day) else { return nil }
    let bonuses = policy.bonuses.compactMap { bonus -> EarningDetail.Bonus? in
      guard let multiplier = bonus.earn.value(on: day) else { return nil }
      let amount: Int64
      switch bonus.when?.on(day) {
      case .always: amount = book.purchases.amount[index]
      case .depends(let condition):
        guard let matching = ConditionProgram(condition, history, rules.timeline).amount(of: receipt, book) else {
          return nil
        }
        amount = matching
      case .never, nil: return nil
      }
      return EarningDetail.Bonus(name: bonus.name, multiplier: multiplier, amount: amount, qualifies: bonus.qualifies)
    }
    return EarningDetail(
      rate: rate, tier: policy.tiers.first { $0.name == name }?.earn.value(on: day) ?? .one, bonuses: bonuses)
  }
}
