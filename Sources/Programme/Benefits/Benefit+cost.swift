import PlanLanguage
public import Quantities

/// What a counted unit costs. A unit is a use, gift, visit, purchase, month of a member or, of a discount, a minor unit of
/// money given.
extension Benefit {
  /// Whoever bears it, in minor units; nil where it is no fraction of 64 bits.
  public var wholeUnitCost: Ratio? {
    discount == nil ? unitAmount(Money(minor: (cost?.amount.minor ?? 0) - (fee?.minor ?? 0))) : takeUp.fraction
  }

  /// What members pay for a unit, in minor units; the unit's cost is less by it already.
  public var feeUnit: Ratio? { unitAmount(fee ?? .zero) }

  /// What of it the house bears.
  public var houseUnitCost: Ratio? { wholeUnitCost.flatMap { $0.multiplied(by: shares.house) } }

  /// The staff that one member asks for, before whole ones are counted; 0 where no staff are.
  public var staffStep: Ratio? {
    guard let staff else { return .zero }
    return Ratio(staff.staff.value, over: staff.members.value)?.multiplied(by: takeUp.fraction)
  }

  /// An amount a use, as it falls on a counted unit.
  private func unitAmount(_ amount: Money) -> Ratio? {
    let share = staff == nil ? takeUp.fraction : .one
    var product = share.multiplied(by: Ratio(amount.minor))
    if let uses { product = product.flatMap { $0.multiplied(by: Ratio(uses.count.value)) } }
    // What counts by the year is counted on every 1st of a month.
    guard uses != nil || cost?.per == .year else { return product }
    return product.flatMap { $0.divided(by: Ratio(12)) }
  }
}
