public import Quantities

/// What an action earns that is no purchase, such as signing in.
public struct ActionRate: Declared {
  public var name: String
  public var earn = Scheduled<Points>()
  public var limit: ActionLimit?

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<ActionRate>(
    "action", "What an action of that name earns",
    fields: [
      Field(
        "earn", \.earn, "Points for each action, whatever the tier; no multiplier and no bonus applies, the cap does"),
      Field("limit", \.limit, "How many actions of a calendar period earn points; later ones earn nothing"),
    ])
}

/// How many actions earn in a calendar period: `1 per day`. Weeks begin on Monday.
public struct ActionLimit: Hashable, Phrased {
  public var count: Count
  public var period: CalendarPeriod

  public init(_ count: Count, per period: CalendarPeriod) {
    self.count = count
    self.period = period
  }

  public static var form: Message { "a number per day, week, month, quarter or year, such as 1 per day" }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    count = try Count(from: &reader)
    try reader.expect(word: "per")
    period = try CalendarPeriod(from: &reader)
  }

  public func text(in notation: Notation) -> String { "\(count.text(in: notation)) per \(period.rawValue)" }
}

extension ActionLimit: Dialled {
  public var dial: Number? { count.dial }
  public static var finestStep: Ratio { .one }

  public static func turned(
    _ current: ActionLimit?, to number: Number, at span: Span
  ) throws(Diagnostic) -> ActionLimit {
    ActionLimit(try Count.turned(nil, to: number, at: span), per: current?.period ?? .day)
  }
}
