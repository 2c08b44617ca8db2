import Messages
import PlanLanguage
import Programme
import Quantities

extension Dice {
  /// Any case of `Condition`, nested at most `depth` times.
  mutating func condition(depth: Int) -> Condition {
    if depth > 0 && chance(45) {
      let one = condition(depth: depth - 1)
      return pick([
        .and(one, condition(depth: depth - 1)), .or(one, condition(depth: depth - 1)), .not(one),
      ])
    }
    switch int(1...8) {
    case 1:
      return .daysOfMonth(pick([[.last], [.day(1)], [.day(31)], [.day(29), .last], [.day(8), .day(18), .day(28)]]))
    case 2: return .weekdays(pick([[.wednesday], [.saturday, .sunday], [.monday, .friday]]), slot: slot())
    case 3: return .weekdays(pick([[.tuesday], [.saturday, .sunday, .monday]]), slot: nil)
    case 4: return slot().map(Condition.slot) ?? .daysOfMonth([.last])
    case 5: return .dates(anyRange())
    case 6:
      let season = pick([
        (12, 1, 2, 28), (12, 1, 2, 29), (6, 1, 8, 31), (2, 29, 2, 29), (11, 11, 11, 11), (2, 28, 3, 1), (12, 31, 1, 1),
      ])
      return .season(
        from: YearDay(month: season.0, day: season.1), to: YearDay(month: season.2, day: season.3))
    case 7: return .categories(pick([["A"], ["B", "C"], ["C", "Z"]]))
    default: return .stores(pick([["s1"], ["s2"], ["s1", "s9"]]))
    }
  }

  private mutating func slot() -> TimeSlot? {
    pick([TimeSlot(14, 17), TimeSlot(0, 9), TimeSlot(17, 24), TimeSlot(0, 24)])
  }
}

extension TimeSlot {
  /// A slot of whole hours, read as it would be written.
  init?(_ from: Int, _ until: Int) {
    guard let start = TimeOfDay(hour: from, minute: 0), let end = TimeOfDay(hour: until, minute: 0) else { return nil }
    let nowhere = SourceSpan(SourceText("", name: "test"), 0..<0)
    let tokens: [Token.Kind] = [.time(start), .mark(.range), .time(end)]
    guard let slot = try? TimeSlot(Phrase(tokens.map { Token($0, nowhere) }, span: nowhere)) else { return nil }
    self = slot
  }
}
