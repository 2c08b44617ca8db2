import Messages
import Numerics
public import Quantities

/// Purchases and returns on days before their member joined, as the members file has it.
public struct EarlyPurchases: Sendable, Equatable {
  /// A member who bought before joining.
  public struct Example: Sendable, Equatable {
    /// The member's number.
    public let member: Int
    /// The day of joining.
    public let joined: Day
    /// The member's first receipt.
    public let first: Day
    /// Receipts before joining.
    public let purchases: Int
  }

  /// Those with the most of them first.
  public let examples: [Example]
  /// How many such members there are.
  public let members: Int
  /// How many purchases they made before joining.
  public let purchases: Int

  /// Nil where nobody's day of joining is known.
  init?(in book: Book, _ job: Job) throws(Diagnostic) {
    guard let profiles = book.profiles, profiles.has(.joined) else { return nil }
    let purchases = book.purchases
    var found: [Example] = []
    try book.forEachOwner(job) { owner, receipts in
      guard let owner, let joined = profiles.joined(of: owner) else { return }
      let early = receipts.prefix { purchases.day($0) < joined }.count
      guard early > 0 else { return }
      found.append(
        Example(member: owner, joined: joined, first: purchases.day(receipts.lowerBound), purchases: early))
    }
    members = found.count
    self.purchases = found.reduce(0) { $0 + $1.purchases }
    examples = found.kept { ($1.purchases, $0.member) < ($0.purchases, $1.member) }
  }
}
