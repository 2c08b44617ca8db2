/// A vintage table added up along the months: what had become of a vintage by a month's end.
public struct CumulativeVintages: Sendable {
  public let table: VintageTable
  private let fates: [VintageTable.FateCounts]

  public init(_ table: VintageTable) {
    self.table = table
    var sums = table.fates
    for index in sums.indices where index % table.monthCount > 0 { sums[index].add(sums[index - 1]) }
    fates = sums
  }

  /// Vintages that there are by the end of `month`: what came before the data, and one a month.
  func vintages(by month: Int) -> Range<Int> { 0..<(month + 2) }

  private func points(_ fate: VintageTable.Fate, _ vintage: Int, by month: Int) -> Int64 {
    month < 0 ? 0 : fates[vintage * table.monthCount + month][fate]
  }

  func redeemed(_ vintage: Int, by month: Int) -> Int64 { points(.redeemed, vintage, by: month) }

  /// What was issued and not clawed back: a return undoes the sale that the points came with.
  func netIssued(_ vintage: Int, by month: Int) -> Int64 {
    vintage > month + 1 ? 0 : table.issued[vintage] - points(.clawedBack, vintage, by: month)
  }

  func outstanding(_ vintage: Int, by month: Int) -> Int64 {
    netIssued(vintage, by: month) - redeemed(vintage, by: month) - points(.expired, vintage, by: month)
  }
}
