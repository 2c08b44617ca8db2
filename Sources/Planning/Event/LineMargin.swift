public import MemberBook
public import Quantities

/// The margin that the data show, where their lines have costs.
public struct LineMargin: Sendable, Equatable {
  /// Of what was paid, the share that is left after the goods' cost; below 0 where they were sold under cost.
  public let margin: Percent
  public let days: DayRange
  /// Lines with a cost, and lines whose cost is blank or 0, which are left out.
  public let counted: Int
  public let leftOut: Int

  /// Over the 12 months that end on the as-of date, all sales; nil where no line of them has a cost, or nothing was paid.
  public init?(_ book: Book, asOf: Day) {
    guard !book.lines.cost.isEmpty else { return nil }
    let days = DayRange(yearTo: asOf, of: book)
    var (paid, cost, counted, leftOut) = (Int64(0), Int64(0), 0, 0)
    let ofReceipts = book.lines.amount.isEmpty
    for receipt in 0..<book.purchases.count where days.contains(book.purchases.day(receipt)) {
      for line in book.purchases.lines(of: receipt) {
        guard book.lines.cost[line] != 0 else {
          leftOut += 1
          continue
        }
        paid += ofReceipts ? book.purchases.amount[receipt] : book.lines.amount[line]
        cost += book.lines.cost[line]
        counted += 1
      }
    }
    guard paid > 0, let share = Ratio(paid - cost, over: paid) else { return nil }
    margin = Percent(fraction: share)
    self.days = days
    self.counted = counted
    self.leftOut = leftOut
  }
}
