import Quantities
import Testing
@testable import Intake

@Suite("Dates and times as people write them") struct DateFormTests {
  static func read(_ text: String) -> DateReading { DateReading(Array(text.utf8).span) }
  static func time(_ text: String) -> TimeReading { TimeReading(Array(text.utf8).span) }

  @Test(
    "Times after a date",
    arguments: [
      "2024-01-05 9:07", "2024-01-05 09:07:00", "2024-01-05 9:07 AM", "2024-01-05 9:07AM", "2024-01-05 9:07 a.m.",
      "2024-01-05 上午9:07", "2024-01-05 上午 9:07", "2024-01-05 9:07上午", "2024-01-05 早上9:07", "2024-01-05T09:07:00Z",
      "2024-01-05T09:07:00+08:00", "2024-01-05T09:07:00.123+0800", "2024-01-05T09:07+08", "2024-01-05 09:07:00 +08:00",
      "2024-01-05 09:07:00 UTC", "2024-01-05 09:07:00 GMT+0800", "2024-01-05 09:07:00,120", "20240105090700",
      "202401050907", "20240105 09:07", "2024年1月5日 9:07", "2024年1月5日9时7分", "2024年01月05日09時07分00秒", "2024年1月5號 9點7分",
      "2024-01-05 9点07分", "2024-01-05 星期五 9:07", "2024-01-05 周五 9:07", "2024年1月5日(週五)9:07", "2024年1月5日（星期五）上午9:07",
      "2024-01-05 Fri 9:07", "2024-01-05 Friday 09:07:00", "5 Jan 2024 9:07", "Jan 5, 2024 9:07 AM",
      "Jan 5, 2024, 9:07:00 AM", "Fri, 5 Jan 2024 09:07:00 GMT", "05-JAN-2024 09:07:00", "January 5 2024 9:07",
      "２０２４年１月５日　９：０７", "'2024-01-05 9:07", "2024/1/5 星期一 9:07", "5January2024 9:07", "2024-Jan-05 09:07",
    ])
  func moments(text: String) throws {
    let day = try #require(Day(year: 2024, month: 1, day: 5))
    #expect(Self.read(text) == .moment(day, second: 32_820))
  }

  @Test(
    "Days alone",
    arguments: [
      "5 Jan 2024", "05-Jan-2024", "5-jan-2024", "5.Jan.2024", "Jan 5, 2024", "Jan. 5, 2024", "JANUARY 5, 2024",
      "Jan-05-2024", "5 January 2024", "5 January, 2024", "2024-01-05 星期五", "2024-01-05 周五", "2024-01-05星期日",
      "2024-01-05 (Fri)",
      "Friday, 5 January 2024", "星期五 2024-01-05", "2024年01月05日", "２０２４年１月５日", "2024-1-5 ", "'20240105",
    ])
  func days(text: String) throws {
    let day = try #require(Day(year: 2024, month: 1, day: 5))
    #expect(Self.read(text) == .moment(day, second: nil))
  }

  @Test(
    "Parts of the day",
    arguments: [
      ("12:00 AM", "00:00"), ("12:30 AM", "00:30"), ("12:00 PM", "12:00"), ("1:05 pm", "13:05"), ("11:59 PM", "23:59"),
      ("13:05 PM", "13:05"), ("上午9:07", "09:07"), ("上午12:10", "00:10"), ("下午 3:05", "15:05"), ("下午12:05", "12:05"),
      ("中午12:30", "12:30"), ("中午11:50", "11:50"), ("中午1:10", "13:10"), ("晚上8:05", "20:05"), ("晚上20:05", "20:05"),
      ("凌晨0:30", "00:30"), ("凌晨12:30", "00:30"), ("凌晨5:00", "05:00"), ("傍晚6点", "18:00"), ("早上7点05分", "07:05"),
      ("9时07分", "09:07"), ("21點7分", "21:07"), ("PM 3:05", "15:05"), ("0:30 AM", "00:30"),
    ])
  func periods(text: String, expected: String) throws {
    let parts = expected.split(separator: ":").compactMap { Int32($0) }
    let second = parts[0] * 3600 + parts[1] * 60
    let day = try #require(Day(year: 2024, month: 1, day: 5))
    #expect(Self.time(text) == .time(second))
    #expect(Self.read("2024-01-05 \(text)") == .moment(day, second: second))
    #expect(Self.read("2024年1月5日\(text)") == .moment(day, second: second))
  }

  @Test(
    "What no clock shows, and what could be two times, is not read",
    arguments: [
      "24:00", "25:61", "9:60", "9:7", "23:59:60", "9", "9:", ":07", "13:05 AM", "0:30 PM", "下午0:30", "晚上12:00",
      "晚上2:00",
      "凌晨9:00", "中午5:00", "9:00-10:00", "9:07:00+8", "9:07:00+15:00", "9:07:00+08:", "9:07:00+08:60", "上午9:07 AM",
      "9时7", "9分", "9:07:00.", "9:07x", "noon",
    ])
  func noTimes(text: String) {
    #expect(Self.time(text) == .unreadable)
    #expect(Self.read("2024-01-05 \(text)") == .unreadable)
  }

  @Test(
    "What is no date, or not one alone",
    arguments: [
      ("0000-00-00", DateReading.doesNotExist), ("2023-02-29", .doesNotExist), ("30 Feb 2024", .doesNotExist),
      ("202402300907", .doesNotExist), ("2024-W01-5", .unreadable), ("2024-005", .unreadable), ("2024005", .unreadable),
      ("2024-Q1", .unreadable), ("20240105250700", .unreadable), ("99999999999999", .unreadable),
      ("1704445620", .unreadable),
      ("1704445620000", .unreadable), ("5 Jan 24", .unclear), ("Jan 5, 24", .unclear), ("5th Jan 2024", .unreadable),
      ("Jan 2024", .unreadable), ("5 Jan", .unreadable), ("5 Foo 2024", .unreadable), ("5 Janx 2024", .unreadable),
      ("2024-01-05 星期八", .unreadable), ("2024-01-05,", .unreadable), ("2024-01-05T", .unreadable), ("周五", .unreadable),
      ("2024年1月", .unreadable), ("2024-01-05 2024-01-06", .unreadable), ("'", .blank), ("-", .unreadable),
      ("2024-01-05T9", .unreadable), ("Jan", .unreadable), ("5-Jan/2024", .unreadable), ("12345-01-05", .unreadable),
    ])
  func noDates(text: String, expected: DateReading) { #expect(Self.read(text) == expected) }

  @Test("The calendar's ends") func ends() throws {
    let last = try #require(Day(year: 9999, month: 12, day: 31))
    #expect(Self.read("9999-12-31") == .moment(last, second: nil))
    #expect(Self.read("99991231235959") == .moment(last, second: 86_399))
    #expect(Self.read("31 Dec 1899") == .before1900(try #require(Day(year: 1899, month: 12, day: 31))))
  }
}
