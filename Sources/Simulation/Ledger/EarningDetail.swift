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
  }

  public let rate: EarnRate
  public let tier: Multiplier
  public let bonuses: [Bonus]
}

extension Replay {
  /// The rate and multipliers for receipt `index`, bought on tier `tier`; nil without a points policy.
  public func earningDetail(of index: Int, tier: Int, _ rules: CompiledRules) -> EarningDetail? {
    guard let policy = rules.rules.points else { return nil }
    let book = history.book
    let day = book.purchases.day(index)
    let name = rules.tiers[tier]
    guard let rate = policy.earn.value(on: day) else { return nil }
    let bonuses = policy.bonuses.compactMap { bonus -> EarningDetail.Bonus? in
      guard let multiplier = bonus.earn.value(on: day) else { return nil }
      let amount: Int64
      switch bonus.when?.on(day) {
      case .always: amount = book.purchases.amount[index]
      case .depends(let condition):
        guard let matching = matchingAmount(of: index, ConditionProgram(condition, book)) else { return nil }
        amount = matching
      case .never, nil: return nil
      }
      return EarningDetail.Bonus(name: bonus.name, multiplier: multiplier, amount: amount)
    }
    return EarningDetail(
      rate: rate, tier: policy.tiers.first { $0.name == name }?.earn.value(on: day) ?? .one, bonuses: bonuses)
  }

  /// The amount of the lines that a condition holds for; nil where it holds for none.
  private func matchingAmount(of index: Int, _ condition: ConditionProgram) -> Int64? {
    let book = history.book
    let second = book.purchases.second.isEmpty ? 0 : book.purchases.second[index]
    let store = book.purchases.store.isEmpty ? 0 : Int(book.purchases.store[index])
    var found: Int64?
    for line in book.purchases.lines(of: index) {
      let category = book.lines.category.isEmpty ? 0 : Int(book.lines.category[line])
      guard condition.holds(second: second, store: store, category: category) else { continue }
      found = (found ?? 0) + (book.lines.amount.isEmpty ? book.purchases.amount[index] : book.lines.amount[line])
    }
    return found
  }
}
