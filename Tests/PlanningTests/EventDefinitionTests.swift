import Messages
import PlanLanguage
import Programme
import Testing

/// How events and their ranges are read and printed.
@Suite struct EventDefinitionTests {
  private static let others = "audience = top 4 by spend, attend = 75%, buy = 55%, basket = 2.5x"

  @Test(arguments: [
    "35%", "35%..50%", "35%..40.5%..50%", "normal(40%, 5%)", "beta(4, 6.5)",
  ])
  func `a range prints what it reads`(text: String) throws {
    let event = try SmallStore.event("date = 2026-03-14, \(EventDefinitionTests.others), accept = \(text)")
    #expect(event.accept?.text(in: Notation()) == text)
  }

  @Test func `a definition prints what it reads, a cost as a value`() throws {
    let event = try SmallStore.event(PlanTests.full + ", cost 摄影 = 200..300 per buyer, invite = 3")
    let printed = Event.declaration.print(event, in: Notation())
    #expect(printed.contains("  cost 摄影 = 200..300 per buyer"))
    #expect(try SmallStore.event(printed.dropFirst().dropLast().joined(separator: "\n")) == event)
    let inBraces = try SmallStore.event(SmallStore.entries + ", cost 场地 { amount = 150 }")
    #expect(try inBraces == SmallStore.event(SmallStore.entries + ", cost 场地 = 150"))
  }

  @Test(arguments: [
    ("date = 2026-03-14, accept = 120%", ErrorCode.value, "between 0% and 100%"),
    ("date = 2026-03-14, accept = 50%..35%", .range, "upside down"),
    ("date = 2026-03-14, accept = 50%..35%..60%", .range, "upside down"),
    ("date = 2026-03-14, accept = 40", .unit, "a percent"),
    ("date = 2026-03-14, accept = 40%, capacity = 0", .value, "at least 1"),
    ("date = 2026-03-14, accept = 40%, invite = 2.5", .value, "at least 1"),
    ("date = 2026-03-14, accept = normal(40%, 0%)", .value, "more than 0"),
    ("date = 2026-03-14, accept = beta(0, 3)", .value, "between 0.1"),
    ("date = 2026-03-14, accept = 40%, borrow = 10%..", .syntax, "a percent"),
    ("accept = 40%", .missing, "date"),
    ("date = 2026-03-14", .missing, "accept"),
    ("date = 2026-03-14, accept = 40%, cost 场地", .missing, "amount"),
    ("date = 2026-03-14, accept = 40%, cost 场地 = 30%", .unit, "money"),
    ("date = 2026-03-14, accept = 40%, cost 场地 = -5", .value, "0 or more"),
    ("date = 2026-03-14, accept = 40%, cost 场地 = 5 per guest", .unknownName, "`guest`"),
  ])
  func `a wrong definition is refused precisely`(entries: String, code: ErrorCode, part: String) {
    let error = #expect(throws: Diagnostic.self) {
      try SmallStore.event(EventDefinitionTests.others + ", " + entries)
    }
    #expect(error?.code == code)
    let said = (error?.message.text ?? "") + "\n" + (error?.hint?.text ?? "")
    #expect(said.contains(part), "\(said)")
  }
}
