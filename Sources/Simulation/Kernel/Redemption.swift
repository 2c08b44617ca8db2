/// What is spent: by assumption, or as the data say.
extension MemberWalk {
  /// `redeem`: after a purchase, before its own points are added.
  @inline(never)
  mutating func redeem(after receipt: ReceiptFacts) {
    guard let assumed = rules.points.redeem else { return }
    let released = wallet.account.lots.released(on: Int32(receipt.tick))
    let points = assumed.points(of: released, on: receipt.tick)
    guard points > 0 else { return }
    spend(Redemption(occasion: .purchase(receipt), asked: points, released: released, points: points))
  }

  /// What a row of the data spends, as far as the balance goes.
  mutating func redeem(_ row: ActionFacts) {
    let released = wallet.account.lots.released(on: Int32(row.tick))
    let target = rules.people?.actions?.rewards.tier(raisedBy: row.reward)
    // A tier cannot be bought in part.
    let points = target != nil && released < row.asked ? 0 : min(row.asked, released)
    spend(Redemption(occasion: .action(row), asked: row.asked, released: released, points: points))
    guard let target, points > 0, target > tier else { return }
    rise(to: target, on: row.tick, cause: .reward)
    if rules.whileQualified { nextLook = min(nextLook, Int32(row.tick) + 1) }
  }

  private mutating func spend(_ asked: Redemption) {
    let tick = asked.occasion.tick
    wallet.spend(asked.points, on: Int32(tick))
    var redemption = asked
    redemption.parts = wallet.account.lots.parts
    tell(.redeemed(redemption), on: tick, before: tier)
  }
}
