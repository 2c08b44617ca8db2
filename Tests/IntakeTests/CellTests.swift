import MemberBook
import Quantities
import Testing
@testable import Intake

@Suite("Cells") struct CellTests {
  @Test(
    "Amounts are read exactly, however people write them",
    arguments: [
      ("1234.50", 123450), ("1,234.50", 123450), ("¥1,234.50", 123450), ("￥1,234.5", 123450), ("1,234.50元", 123450),
      ("$12", 1200), ("€ 12.00", 1200), ("£0.01", 1), ("(45.00)", -4500), ("-45", -4500), ("+45", 4500),
      ("-¥45", -4500),
      ("¥-45", -4500), ("−45", -4500), ("９９．５", 9950), ("１，２３４．５０", 123450), ("0", 0), ("-0.00", 0), (".5", 50),
      ("5.", 500), ("12.3400", 1234), ("10.000000000000", 1000), ("1000000000000.00", 100_000_000_000_000),
      ("0.1", 10), ("0.29", 29), ("(¥1,234.50)", -123450), (" 7 ", 700),
    ])
  func amounts(text: String, minor: Int64) {
    #expect(DecimalReading(Array(text.utf8).span, decimals: 2) == .value(minor))
  }

  @Test(
    "What is not an amount is refused for its reason",
    arguments: [
      ("", DecimalReading.blank), ("abc", .unreadable), ("NaN", .unreadable), ("1e400", .unreadable),
      ("1,23", .unreadable),
      ("12,34,567", .unreadable), (",123", .unreadable), ("1.2.3", .unreadable), ("(-5)", .unreadable),
      ("--5", .unreadable),
      ("¥", .unreadable), (".", .unreadable), ("1.005", .tooManyDecimals), ("-0.001", .tooManyDecimals),
      ("1000000000000.01", .beyondBound), ("99999999999999999999999", .beyondBound),
      ("-1000000000000.01", .beyondBound),
      ("12 34", .unreadable), ("5元5", .unreadable), ("=1+2", .unreadable),
    ])
  func noAmounts(text: String, expected: DecimalReading) {
    #expect(DecimalReading(Array(text.utf8).span, decimals: 2) == expected)
  }

  @Test(
    "Dates are read in the declared forms",
    arguments: [
      ("2024-01-05", nil), ("2024/1/5", nil), ("2024.1.5", nil), ("2024.01.05", nil), ("20240105", nil),
      ("2024年1月5日", nil), ("２０２４-０１-０５", nil), ("2024-01-05 13:47:20", 49_640), ("2024-01-05T13:47:20", 49_640),
      ("2024/1/5 9:07", 32_820), ("20240105 09:07", 32_820), ("2024年1月5日 9:07:01", 32_821),
      ("2024-01-05 00:00", 0), ("2024-01-05 13:47:20.120", 49_640), ("2024-01-05  9:07", 32_820),
    ] as [(String, Int32?)])
  func dates(text: String, second: Int32?) throws {
    let day = try #require(Day(year: 2024, month: 1, day: 5))
    #expect(DateReading(Array(text.utf8).span) == .moment(day, second: second))
  }

  @Test(
    "Nothing is guessed about a date",
    arguments: [
      ("", DateReading.blank), ("03/04/2025", .unclear), ("3-4-2025", .unclear), ("24/01/05", .unclear),
      ("24年1月5日", .unclear),
      ("2023-02-29", .doesNotExist), ("2024-13-01", .doesNotExist), ("0000-00-00", .doesNotExist),
      ("20241301", .doesNotExist),
      ("yesterday", .unreadable), ("2024-01", .unreadable), ("2024-01-05 25:00", .unreadable),
      ("2024-01-05x", .unreadable),
      ("2024-01/05", .unreadable), ("2024-01-05T", .unreadable), ("45000", .unreadable),
      ("2024-01-05 9:7", .unreadable), ("123456789012", .unreadable),
    ])
  func noDates(text: String, expected: DateReading) {
    #expect(DateReading(Array(text.utf8).span) == expected)
  }

  @Test("Years before 1900 are told apart") func oldDates() throws {
    let day = try #require(Day(year: 1899, month: 12, day: 31))
    #expect(DateReading(Array("1899-12-31".utf8).span) == .before1900(day))
    let first = try #require(Day(year: 1900, month: 1, day: 1))
    #expect(DateReading(Array("1900-01-01".utf8).span) == .moment(first, second: nil))
    #expect(first == LineBatch.calendarStart)
  }

  @Test("Every day of four centuries is read in two forms as itself") func allDays() throws {
    for number in stride(from: -25_567, to: 120_000, by: 7) {
      let day = Day(number: Int32(number))
      let parts = day.components
      for text in [day.description, "\(parts.year)/\(parts.month)/\(parts.day)"] {
        #expect(DateReading(Array(text.utf8).span) == .moment(day, second: nil))
      }
    }
  }

  @Test(
    "Keys hold short texts themselves",
    arguments: ["", "7", "007", "123456789012345", "1234567890123456", "张三", "ab", "A000001", "VIP000001234", "0"])
  func keys(text: String) {
    var column = TextColumn()
    column.append(Array(text.utf8).span)
    column.append(Array("x".utf8).span)
    #expect(column[0] == text)
    #expect(column.words[0] != column.words[1])
  }

  @Test("Amounts beyond four bytes keep their value") func wideAmounts() {
    let amounts: [Int64] = [0, -1, 2_147_483_647, 2_147_483_648, -2_147_483_648, -2_147_483_647, 100_000_000_000_000]
    let column = MinorColumn(amounts)
    #expect((0..<column.count).map { column[$0] } == amounts)
  }
}
