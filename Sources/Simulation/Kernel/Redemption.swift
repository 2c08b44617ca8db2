/// Points that were spent, or that a row of the data says were.
struct Redemption {
  /// What brings a member's points into motion.
  enum Occasion {
    /// By assumption, after a purchase.
    case purchase(ReceiptFacts)
    /// As the data say.
    case row(ActionFacts)

    var tick: Int {
      switch self {
      case .purchase(let receipt): receipt.tick
      case .row(let action): action.tick
      }
    }
  }

  let occasion: Occasion
  /// What was to be spent: by assumption what is, by the data more where the replay's balance does not cover it.
  let asked: Int64
  /// What could be spent before.
  let released: Int64
  let points: Int64

  /// What was asked for beyond that.
  var missing: Int64 { max(0, asked - released) }
}

extension MemberWalk {
  /// `redeem`: after a purchase, before its own points are added.
  @inline(never)
  mutating func redeem(after receipt: ReceiptFacts) {
    guard let assumed = rules.points.redeem else { return }
    let released = wallet.account.lots.released(on: Int32(receipt.tick))
    let points = assumed.points(of: released, on: receipt.tick)
    guard points > 0 else { return }
    spend(points, Redemption(occasion: .purchase(receipt), asked: points, released: released, points: points))
  }

  /// What a row of the data spends, as far as the balance goes.
  mutating func redeem(_ row: ActionFacts) {
    let released = wallet.account.lots.released(on: Int32(row.tick))
    let target = rules.people?.actions?.rewards.tier(raisedBy: row.reward)
    // A tier cannot be bought in part.
    let points = target != nil && released < row.asked ? 0 : min(row.asked, released)
    spend(points, Redemption(occasion: .row(row), asked: row.asked, released: released, points: points))
    guard let target, points > 0, target > tier else { return }
    rise(to: target, on: row.tick, cause: .reward)
    if rules.whileQualified { nextLook = min(nextLook, Int32(row.tick) + 1) }
  }

  private mutating func spend(_ points: Int64, _ redemption: Redemption) {
    wallet.spend(points, on: Int32(redemption.occasion.tick))
    observer.redeemed(redemption, from: wallet.account.lots.parts, tier: tier, walk: state)
  }
}
