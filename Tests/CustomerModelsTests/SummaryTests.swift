import CustomerModels
import MemberBook
import Numerics
import Quantities
import Testing

/// What a book says about its members.
@Suite struct SummaryTests {
  static let first = Day(year: 2025, month: 1, day: 1) ?? .distantPast

  private static func summary(_ receipts: [(day: Int, amount: Int64)], through: Int = 70) throws -> MemberSummaries {
    var builder = BookBuilder()
    for (day, amount) in receipts { try builder.append(member: "甲", day: first + day, amount: amount) }
    // Someone else, so that there is a book without 甲's purchases, too, and a walk-in.
    try builder.append(member: "乙", day: first + 200, amount: 100)
    try builder.append(member: nil, day: first, amount: 100)
    return try MemberSummaries(builder.finish(), through: first + through)
  }

  struct Case: Sendable {
    let receipts: [(day: Int, amount: Int64)]
    let repeats: Double
    let lastDays: Double
    let spend: Int64

    init(_ receipts: [(Int, Int64)], repeats: Double, lastDays: Double, spend: Int64) {
      self.receipts = receipts.map { (day: $0.0, amount: $0.1) }
      (self.repeats, self.lastDays, self.spend) = (repeats, lastDays, spend)
    }
  }

  static let cases: [Case] = [
    // Same-day purchases count once.
    Case([(0, 100), (0, 100), (14, 300), (14, 300), (21, 500)], repeats: 2, lastDays: 21, spend: 1100),
    // After the calibration day nothing counts.
    Case([(0, 100), (70, 200), (71, 900)], repeats: 1, lastDays: 70, spend: 200),
    // A return on another day takes nothing back, and is no purchase.
    Case([(0, 100), (7, 300), (9, -300)], repeats: 1, lastDays: 7, spend: 300),
    // A day on which more is returned than bought, or as much, is no purchase day; one with something left is.
    Case(
      [(0, 100), (7, 300), (7, -400), (8, 300), (8, -300), (9, 300), (9, -100)], repeats: 1, lastDays: 9, spend: 200),
    // Something free counts.
    Case([(0, 0), (7, 0)], repeats: 1, lastDays: 7, spend: 0),
  ]

  @Test(arguments: cases) func `what counts`(_ one: Case) throws {
    let members = try SummaryTests.summary(one.receipts)
    #expect(members[0] == CustomerSummary(repeats: one.repeats, last: one.lastDays / 7, observed: 10))
    #expect(members.repeatSpend[0] == one.spend)
    #expect(members.repeatBasket(of: 0) == (one.spend > 0 ? Double(one.spend) / 100 / one.repeats : nil))
    #expect(members[1] == nil)
    #expect(members.customers == 1)
    #expect(members.table.members == 1)
  }

  @Test func `nobody had bought by the day`() throws {
    let members = try SummaryTests.summary([(0, 100)], through: -1)
    #expect(members.customers == 0)
    #expect(members.table.count == 0)
  }

  @Test func `any number of threads summarises alike`() throws {
    let book = try CDNOW.book()
    let one = try MemberSummaries(book, through: CDNOW.calibration, job: Job(threads: 1))
    #expect(try MemberSummaries(book, through: CDNOW.calibration, job: Job(threads: 7)) == one)
  }

  /// More than are sorted the plain way.
  @Test func `a table holds each distinct summary once, in order, with its members`() {
    typealias Row = (repeats: Int32, lastDays: Int32, observedDays: Int32)
    let rows = (0..<10_000).map { (i: Int) -> Row in
      (Int32(i * 7919 % 13), Int32(i * 104_729 % 600), Int32(i * 31 % 70_000))
    }
    let table = SummaryTable((0..<20_000).map { rows[$0 % 10_000] })
    #expect(table.members == 20_000)
    #expect(table.counts.allSatisfy { $0 % 2 == 0 })
    #expect(table.repeatBuyers == 2 * rows.count { $0.repeats > 0 })
    let triples = (0..<table.count).map { [table.repeats[$0], table.lastDays[$0], table.observedDays[$0]] }
    let distinct = Set(rows.map { [$0.repeats, $0.lastDays, $0.observedDays] })
    #expect(triples == distinct.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
