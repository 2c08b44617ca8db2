import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities
@testable import Planning

/// Five members whose baskets can be added up by hand, and events for them.
enum SmallStore {
  static let asOf = Day(year: 2026, month: 2, day: 28) ?? .distantPast
  static let saturday = Day(year: 2026, month: 3, day: 14) ?? .distantPast

  /// By spend in the 12 months before: 甲 10 × 600, 乙 5 × 800, 丙 3 × 1,000, 丁 2 × 700, 戊 1 × 1,400, a tie with 丁.
  static func book() throws -> Book {
    var builder = BookBuilder()
    let members: [(String, Int, Int64)] = [
      ("戊", 1, 140_000), ("丁", 2, 70_000), ("甲", 10, 60_000), ("丙", 3, 100_000), ("乙", 5, 80_000),
    ]
    for (member, count, amount) in members {
      // 2026-02-28 is a Saturday; every other purchase is a day earlier each.
      for i in 0..<count {
        try builder.append(member: member, day: asOf - i, amount: amount, cost: amount * 62 / 100)
      }
      // Too old to count.
      try builder.append(member: member, day: asOf - 400, amount: 1_000_000, cost: 1)
    }
    return try builder.finish()
  }

  static let entries = """
    date = 2026-03-14, audience = top 4 by spend, accept = 80%, attend = 75%, buy = 55%, basket = 2.5x, usual = 10%
    """

  /// An event with further entries.
  static func event(_ entries: String) throws -> Event {
    let text = "event 茶会 {\n\(entries)\n}"
    let vocabulary = Vocabulary(blocks: ["event": Event.declaration.shape])
    let statements = try Parser.statements(of: SourceText(text, name: ""), vocabulary)
    guard let statement = statements.first else { throw Incomplete() }
    return try Event(defining: statement.phrase, by: statement.block)
  }

  static func percent(_ value: Int64) -> Percent { Percent(fraction: Ratio(value, over: 100) ?? .zero) }

  static func plan(
    _ entries: String, margin: Spread<Percent> = .fixed(percent(38)), draws: Int = 1000, seed: UInt32 = 1
  ) throws -> EventPlan {
    let event = try event(entries)
    let book = try book()
    let year = PastYear(book, asOf: asOf, weekday: .saturday)
    guard case .top(let count, let measure)? = event.audience, let terms = EventTerms(event, margin: margin) else {
      throw Incomplete()
    }
    let guests = GuestList(top: count.people, by: measure, of: book, in: year, weekday: .saturday)
    return try EventPlan(terms, guests, draws: draws, seed: seed)
  }

  struct Incomplete: Error {}
}
