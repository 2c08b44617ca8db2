/// A vintage table added up along the months: what had become of a vintage by a month's end.
public struct CumulativeVintages: Sendable {
  public let table: VintageTable
  private let redeemed: [Int64]
  private let expired: [Int64]
  private let clawedBack: [Int64]

  public init(_ table: VintageTable) {
    self.table = table
    func cumulative(_ flows: [Int64]) -> [Int64] {
      var sums = flows
      for index in sums.indices where index % table.monthCount > 0 { sums[index] += sums[index - 1] }
      return sums
    }
    redeemed = cumulative(table.redeemed)
    expired = cumulative(table.expired)
    clawedBack = cumulative(table.clawedBack)
  }

  /// Vintages that there are by the end of `month`: what came before the data, and one a month.
  func vintages(by month: Int) -> Range<Int> { 0..<(month + 2) }

  func redeemed(_ vintage: Int, by month: Int) -> Int64 { month < 0 ? 0 : redeemed[vintage * table.monthCount + month] }
  func expired(_ vintage: Int, by month: Int) -> Int64 { month < 0 ? 0 : expired[vintage * table.monthCount + month] }
  func clawedBack(_ vintage: Int, by month: Int) -> Int64 {
    month < 0 ? 0 : clawedBack[vintage * table.monthCount + month]
  }

  /// What was issued and not clawed back: a return undoes the sale that the points came with.
  func netIssued(_ vintage: Int, by month: Int) -> Int64 {
    vintage > month + 1 ? 0 : table.issued[vintage] - clawedBack(vintage, by: month)
  }

  func outstanding(_ vintage: Int, by month: Int) -> Int64 {
    netIssued(vintage, by: month) - redeemed(vintage, by: month) - expired(vintage, by: month)
  }
}
