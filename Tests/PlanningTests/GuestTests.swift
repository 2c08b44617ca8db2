import MemberBook
import Messages
import Programme
import Quantities
import Testing
@testable import Planning

/// Who is invited, and what is known of them.
@Suite struct GuestTests {
  private func list(_ measure: Audience.Measure, top count: Int = 9) throws -> GuestList {
    let book = try SmallStore.book()
    let year = PastYear(book, asOf: SmallStore.asOf, weekday: .saturday)
    return GuestList(top: count, by: measure, of: book, in: year, weekday: .saturday)
  }

  @Test func `the top are ranked over 12 months, ties by member id`() throws {
    #expect(try list(.spend).guests.map(\.id) == ["甲", "乙", "丙", "丁", "戊"])
    #expect(try list(.basket).guests.map(\.id) == ["戊", "丙", "乙", "丁", "甲"])
    #expect(try list(.visits, top: 2).guests.map(\.id) == ["甲", "乙"])
    #expect(try list(.spend).available == 5)
  }

  @Test func `a guest's chance is the share of such weekdays that they bought on`() throws {
    let guests = try list(.spend).guests
    // 53 Saturdays from 2025-03-01 to 2026-02-28; 甲 bought on the last ten days, two of them Saturdays.
    #expect(guests[0].chance == 2.0 / 53)
    #expect(guests[4].chance == 1.0 / 53)
    #expect(guests.map(\.basket) == [60_000, 80_000, 100_000, 70_000, 140_000])
  }

  @Test func `a list keeps its order, reports unknown ids, and invites each member once`() throws {
    let book = try SmallStore.book()
    let year = PastYear(book, asOf: SmallStore.asOf, weekday: .saturday)
    let rows = ["丙", "己", "甲", "丙"].enumerated().map { GuestList.Listed(id: $1, line: $0 + 2) }
    let list = GuestList(rows, of: book, in: year, weekday: .saturday)
    #expect(list.guests.map(\.id) == ["丙", "甲"])
    #expect(list.unknown == ["己"])
    #expect(list.repeated == 1)
    #expect(list.first(1).guests.map(\.id) == ["丙"])
  }

  @Test func `costs of the lines give the margin of the year`() throws {
    let margin = try #require(LineMargin(SmallStore.book(), asOf: SmallStore.asOf))
    #expect(margin.margin == SmallStore.percent(38))
    #expect(margin.counted == 21)
  }

  @Test func `nobody to invite is an error`() throws {
    let book = try SmallStore.book()
    let year = PastYear(book, asOf: SmallStore.asOf, weekday: .saturday)
    let nobody = GuestList([], of: book, in: year, weekday: .saturday)
    let event = try SmallStore.event(SmallStore.entries)
    let terms = try #require(EventTerms(event, margin: .fixed(SmallStore.percent(38))))
    let error = #expect(throws: Diagnostic.self) { try EventPlan(terms, nobody, draws: 10, seed: 1) }
    #expect(error?.code == .value)
  }
}
