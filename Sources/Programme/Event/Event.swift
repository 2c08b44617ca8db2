public import Quantities

/// An evening for some of the members: whom it is for, what it costs, and what is assumed of them.
public struct Event: Declared {
  public var name: String
  public var date: Day?
  public var audience: Audience?
  public var invite: HeadCount?
  public var capacity: HeadCount?
  public var accept: Spread<Percent>?
  public var attend: Spread<Percent>?
  public var buy: Spread<Percent>?
  public var basket: Spread<Multiplier>?
  public var usual: Spread<Percent>?
  public var borrow: Spread<Percent> = .fixed(Percent(fraction: .zero))
  public var discount = Percent(fraction: .zero)
  public var costs: [EventCost] = []

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<Event>(
    "event", "An event for invited members: audience, seats, funnel, costs; `plan` says whether it pays",
    fields: [
      Field("date", \.date, "The day of the event"),
      Field(
        "audience", \.audience,
        "Who may be invited, in this order: the top by a metric over the 12mo before the as-of date, ties by member id, or a list file"
      ),
      Field("invite", \.invite, "How many of the audience are invited, from the top; else all"),
      Field("capacity", \.capacity, "Seats, taken in the order of the audience; else as many as come"),
      Field("accept", \.accept, "Share of those invited who accept"),
      Field("attend", \.attend, "Share of those who accepted who come; those waiting take the seats of the others"),
      Field("buy", \.buy, "Share of the attendees who buy"),
      Field("basket", \.basket, "What a buyer buys before the discount, as a multiple of the usual basket"),
      Field(
        "usual", \.usual,
        "Chance that a guest would have bought that day anyway; else each guest's own: on how many such weekdays of the 12mo before the as-of date they bought"
      ),
      Field("borrow", \.borrow, "Share of the additional sales that is taken from the weeks after"),
      Field("discount", \.discount, "Taken off every sale of the event; all of it is cost"),
    ],
    children: [Children(\.costs, "A cost: an amount, fixed or for each invite, attendee or buyer")],
    example: """
      event 春季私享会 {
        date = 2026-03-14, audience = top 200 by spend, invite = 120, capacity = 60
        accept = 35%..50%, attend = 70%..85%, buy = 40%..60%, basket = 2.0x..3.0x
        usual = 10%, borrow = 10%..50%, discount = 10%
        cost 场地 = 8,000
        cost 礼品 = 80 per attendee
      }
      """,
    check: { $0.inconsistency })

  private var inconsistency: Inconsistency? {
    func missing(_ field: String, _ example: String) -> Inconsistency {
      Inconsistency(
        DefinitionProblem.missing(field, of: "event \(name)", example: "\(field) = \(example)"), at: [])
    }
    if date == nil { return missing("date", "2026-03-14") }
    if audience == nil { return missing("audience", "top 200 by spend") }
    if accept == nil { return missing("accept", "35%..50%") }
    if attend == nil { return missing("attend", "70%..85%") }
    if buy == nil { return missing("buy", "40%..60%") }
    if basket == nil { return missing("basket", "2x..3x") }
    if let cost = costs.first(where: { $0.amount == nil }) {
      return Inconsistency(
        DefinitionProblem.missing("amount", of: "cost \(cost.name)", example: "cost \(cost.name) = 80 per attendee"),
        at: [cost.name])
    }
    return nil
  }
}

/// A whole number of people, at least one.
public struct HeadCount: Hashable, Comparable, Phrased {
  public var people: Int

  public init(_ people: Int) { self.people = people }

  public static func < (one: HeadCount, other: HeadCount) -> Bool { one.people < other.people }

  public static var form: String { "a number of people, at least 1" }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(HeadCount.form) { _ in false }
    guard number.value.denominator == 1, (1...1_000_000_000).contains(number.value.numerator) else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: "a whole number of people, at least 1"), from: start)
    }
    people = Int(number.value.numerator)
  }

  public func text(in notation: Notation) -> String { grouped(Int64(people)) }
}
