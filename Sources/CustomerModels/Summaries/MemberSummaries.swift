public import MemberBook
public import Messages
public import Numerics
public import Quantities

/// What a book says about each of its members up to a day, in the members' order.
///
/// A *purchase day* is a day on which the net of the member's receipts is above 0, or on which there are receipts and
/// all of them are of 0 (something free was taken); an exchange or a return of the same size is none. Several receipts
/// of a day count once. Returns of other days change no count.
public struct MemberSummaries: Sendable, Equatable {
  /// The last day that counts.
  public let through: Day
  /// Purchase days after the first; -1 for a member without any by then, who is left out of every model.
  public let repeats: [Int32]
  /// Days from the first to the last of them.
  public let lastDays: [Int32]
  /// Days from the first purchase to `through`.
  public let observedDays: [Int32]
  /// Net paid on the purchase days after the first, in minor units.
  public let repeatSpend: [Int64]

  /// Where `through` lies after the data, members count as observed until then without buying.
  /// - Throws: `.interrupted` when `job` is stopped.
  public init(_ book: Book, through: Day, job: Job = .unattended) throws(Diagnostic) {
    self.through = through
    let bounds = book.memberSlices(64)
    let parts = try job.map(bounds.count - 1) { piece in
      SummaryColumns(book, members: bounds[piece]..<bounds[piece + 1], through: through)
    }
    var all = SummaryColumns(capacity: book.members.count)
    for part in parts { all.append(part) }
    (repeats, lastDays, observedDays, repeatSpend) = (all.repeats, all.lastDays, all.observedDays, all.repeatSpend)
  }

  /// The number of the book's members, those without a purchase included.
  public var count: Int { repeats.count }
  /// Members with a purchase day.
  public var customers: Int { repeats.count { $0 >= 0 } }

  /// Whether the member had bought by then.
  public func isCustomer(_ member: Int) -> Bool { repeats[member] >= 0 }

  /// Nil for a member without a purchase day.
  public subscript(member: Int) -> CustomerSummary? {
    guard repeats[member] >= 0 else { return nil }
    return CustomerSummary(
      repeats: repeats[member], lastDays: lastDays[member], observedDays: observedDays[member])
  }

  /// z̄: the mean of the repeat purchase days' spend, in major units; nil where there is no repeat, or nothing was paid.
  public func repeatBasket(of member: Int) -> Double? {
    guard repeats[member] > 0, repeatSpend[member] > 0 else { return nil }
    return Double(repeatSpend[member]) / 100 / Double(repeats[member])
  }

  /// The distinct summaries of all customers.
  public var table: SummaryTable {
    SummaryTable(repeats: repeats, lastDays: lastDays, observedDays: observedDays)
  }

  /// The distinct summaries of those customers that `include` says.
  public func table(where include: (_ member: Int) -> Bool) -> SummaryTable {
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    for member in 0..<count where repeats[member] >= 0 && include(member) {
      keys.append(key(of: member))
    }
    return SummaryTable(keys: keys)
  }
}

extension MemberSummaries {
  /// The same, with only those customers that `include` says; the others are left out of every model.
  public func only(_ include: (_ member: Int) -> Bool) -> MemberSummaries {
    MemberSummaries(self, repeats: repeats.indices.map { repeats[$0] >= 0 && include($0) ? repeats[$0] : -1 })
  }

  private init(_ other: MemberSummaries, repeats: [Int32]) {
    self.repeats = repeats
    through = other.through
    (lastDays, observedDays, repeatSpend) = (other.lastDays, other.observedDays, other.repeatSpend)
  }
}
