import MemberBook
import Programme
public import Quantities

/// What a paid membership brought within a range, and what is deferred at its end.
public struct MembershipAccount: Sendable, Equatable {
  public let name: String
  /// Sales within the range and their fees.
  public var sold: Int64 = 0
  public var fees = Money.zero
  /// What was deferred before the range, is revenue of its days, and is deferred after it: opening + fees = revenue +
  /// deferred.
  public var opening = Money.zero
  public var revenue = Money.zero
  public var deferred = Money.zero
  /// Running terms that end within 12 months of the range.
  public var due: Int64 = 0
  /// What their renewals are expected to bring.
  public var low = Money.zero
  public var expected = Money.zero
  public var high = Money.zero

  /// A term is revenue by days, its day's share being what the days so far come to less what those before did, to the
  /// cent, so that all of it is the fee. One that is bought while another runs begins when that ends.
  init(_ membership: Membership, _ book: Book, over range: DayRange) {
    name = membership.name
    guard let price = membership.price, let actions = book.actions else { return }
    let code = actions.kinds.code(of: membership.name)
    guard let code, code > 0 else { return }
    let fee = price.amount.minor
    for member in 0..<book.members.count {
      var end: Day?
      for index in actions.range(of: member) where Int(actions.kind[index]) == Int(code) {
        let day = actions.day(index)
        guard day <= range.last else { break }
        let start = end.map { max($0, day) } ?? day
        let next = start + price.per.duration
        end = next
        let earned = MembershipAccount.earned(fee, start, next, through: range.last)
        let before = MembershipAccount.earned(fee, start, next, through: range.first - 1)
        revenue.minor += earned - before
        deferred.minor += fee - earned
        if day < range.first {
          opening.minor += fee - before
        } else {
          sold += 1
          self.fees.minor += fee
        }
      }
      if let end, end > range.last, end <= range.last + .months(12) { due += 1 }
    }
    guard let renewal = membership.renewal else { return }
    func fees(at share: Ratio) -> Money {
      Money(minor: rounded(Int128(due) * Int128(fee) * Int128(share.numerator), Int128(share.denominator)))
    }
    (low, expected, high) = (fees(at: renewal.low.fraction), fees(at: renewal.middle), fees(at: renewal.high.fraction))
  }

  /// What of `fee` for the days from `start` to before `end` is earned by the end of `day`.
  private static func earned(_ fee: Int64, _ start: Day, _ end: Day, through day: Day) -> Int64 {
    let days = min(max(day - start + 1, 0), end - start)
    return rounded(Int128(fee) * Int128(days), Int128(end - start))
  }
}

extension Replay {
  /// The accounts of every membership, which no tier and no rule has to do with.
  func addMemberships(to outcome: inout Outcome, _ rules: Rules, over range: DayRange) {
    outcome.memberships = rules.memberships.map { MembershipAccount($0, history.book, over: range) }
  }
}
