import Intake
import MemberBook
public import Messages
import PlanLanguage
public import Programme
public import Quantities
public import Simulation

extension Analyst {
  /// What a reader of the costs must know: named members who are not there, and what budgets are left.
  public func benefitNotes(on rules: Rules, _ outcome: Outcome) -> [Message] {
    rules.benefits.compactMap(unknownMembers)
      + rules.coupons.indices.flatMap { couponNotes(rules.coupons[$0], outcome.costing.coupons[$0]) }
      + outcome.costing.budgets.filter(outcome.costing.lies).flatMap { budgetNotes($0, outcome) }
      + rules.memberships.compactMap(unsoldMembership)
  }

  private func unknownMembers(of benefit: Benefit) -> Message? {
    guard case .ids(let ids)? = benefit.members, let book = dataset?.book else { return nil }
    let unknown = ids.filter { book.members.member(withID: $0) == nil }
    guard !unknown.isEmpty else { return nil }
    let some = Message.list(Array(unknown.prefix(3)))
    let more = unknown.count > 3 ? Message(", …", zh: "…") : Message.empty
    return Message(
      "benefit \(benefit.name) names \(counted(unknown.count, "member")) whom the data do not have: \(some)\(more)",
      zh: "权益 \(benefit.name) 指定了 \(grouped(Int64(unknown.count))) 名数据中没有的会员：\(some)\(more)")
  }

  private func couponNotes(_ coupon: Coupon, _ terms: CouponTerms) -> [Message] {
    guard !terms.isReal, let redeem = coupon.redeem else {
      return [
        Message(
          "coupon \(coupon.name) is counted by the redemptions in the actions",
          zh: "优惠券 \(coupon.name) 按行为数据中的核销记录计")
      ]
    }
    let share = redeem.text(in: notation)
    return [
      redeem.isRange
        ? Message(
          "coupon \(coupon.name) is assumed redeemed at \(share), its middle is used",
          zh: "假设优惠券 \(coupon.name) 的核销率为 \(share)，取其中值")
        : Message(
          "coupon \(coupon.name) is assumed redeemed at \(share)", zh: "假设优惠券 \(coupon.name) 的核销率为 \(share)")
    ]
  }

  private func budgetNotes(_ budget: Budget, _ outcome: Outcome) -> [Message] {
    func note(_ what: Message, _ limit: Money?, _ metric: MetricName) -> Message? {
      guard let limit, case .money(let spent) = outcome.value(of: metric) else { return nil }
      let (used, whole) = (spent.text(in: notation), limit.text(in: notation))
      let share = Ratio(spent.minor, over: limit.minor).map { percent($0) }
      let part = share.map { Message(", \($0)", zh: "，占 \($0)") } ?? .empty
      let over = Money(minor: spent.minor - limit.minor).text(in: notation)
      return spent > limit
        ? Message(
          "budget \(budget.name): \(what) spent \(used) of \(whole)\(part): \(over) over",
          zh: "预算 \(budget.name)：\(what)用去 \(used)，预算 \(whole)\(part)，超支 \(over)")
        : Message(
          "budget \(budget.name): \(what) spent \(used) of \(whole)\(part)",
          zh: "预算 \(budget.name)：\(what)用去 \(used)，预算 \(whole)\(part)")
    }
    return [
      note(Message("benefits", zh: "权益"), budget.benefits, .benefitCost),
      note(Message("points", zh: "积分"), budget.points, .pointsCost),
    ].compactMap(\.self)
  }

  /// To a tenth of a percent, halves away from zero.
  private func percent(_ share: Ratio) -> String {
    let tenths = (Int128(share.numerator) * 2000 + Int128(share.denominator)) / (Int128(share.denominator) * 2)
    return "\(grouped(Int64(clamping: tenths / 10))).\(tenths.magnitude % 10)%"
  }

  private func unsoldMembership(_ membership: Membership) -> Message? {
    guard (dataset?.book.actions?.kinds.code(of: membership.name) ?? 0) == 0 else { return nil }
    return Message(
      "membership \(membership.name) is sold by actions of its name, of which the data have none",
      zh: "付费会员 \(membership.name) 的销售取自同名的行为记录，数据中没有")
  }

  /// What benefits that say so are worth today, by what they cost in the 12 months to the end of the range.
  public mutating func presentValueNotes(on rules: Rules, over range: DayRange) throws(Diagnostic) -> [Message] {
    let asked = rules.benefits.filter { $0.presentValue != nil }
    guard !asked.isEmpty, let year = DayRange((range.last - .months(12)) + 1, range.last) else {
      return []
    }
    let outcome = try outcome(rules, over: year)
    return asked.compactMap { benefit in
      guard let terms = benefit.presentValue,
        case .money(let cost) = outcome.value(of: .benefitCost, in: SliceKey(named: benefit.name))
      else { return nil }
      let (yearly, worth) = (cost.text(in: notation), terms.presentValue(of: cost).text(in: notation))
      let how = terms.text(in: notation)
      return Message(
        "benefit \(benefit.name) cost \(yearly) in the 12 months to \(range.last); its present value at \(how) is \(worth)",
        zh: "权益 \(benefit.name) 在截至 \(range.last) 的 12 个月中成本为 \(yearly)；按 \(how) 折现的现值为 \(worth)")
    }
  }
}
