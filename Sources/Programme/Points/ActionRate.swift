public import Messages
public import PlanLanguage
public import Quantities

/// What an action earns that is no purchase, such as signing in.
public struct ActionRate: Declared {
  /// How the plan calls it.
  public var name: String
  /// Points for each action, whatever the tier; no multiplier and no bonus applies, the cap does.
  public var earn = Scheduled<Points>()
  /// How many actions of a calendar period earn points; later ones earn nothing.
  public var limit: ActionLimit?
  /// a number per day, week, month, quarter or year, such as 1 per day.
  public var qualifies: YesNo = .yes

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<ActionRate>(
    "action", zh: "行为", Message("What an action of that name earns", zh: "该名称的行为获得的积分"),
    fields: [
      Field(
        "earn", \.earn,
        Message(
          "Points for each action, whatever the tier; no multiplier and no bonus applies, the cap does",
          zh: "每次行为的积分，不论等级；不适用倍数和积分奖励，但受上限限制")),
      Field(
        "limit", \.limit,
        Message(
          "How many actions of a calendar period earn points; later ones earn nothing", zh: "一个日历周期内有多少次行为可得积分；之后的不再获得")
      ),
      Field("qualifies", \.qualifies, Bonus.qualifies),
    ])
}

/// How many actions earn in a calendar period: `1 per day`. Weeks begin on Monday.
public struct ActionLimit: Hashable, Phrased {
  /// The most that count.
  public var count: Count
  /// Within which time.
  public var period: CalendarPeriod

  /// At most `count` each `period`.
  public init(_ count: Count, per period: CalendarPeriod) {
    self.count = count
    self.period = period
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "a number per day, week, month, quarter or year, such as 1 per day",
      zh: "每 day、week、month、quarter 或 year 的次数，如 1 per day")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    count = try Count(from: &reader)
    try reader.expect(word: "per")
    period = try CalendarPeriod(from: &reader)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "\(count.text(in: notation)) per \(period.rawValue)" }
}

extension ActionLimit: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { count.dial }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(
    _ current: ActionLimit?, to number: Number, at span: SourceSpan
  ) throws(Diagnostic) -> ActionLimit {
    ActionLimit(try Count.turned(nil, to: number, at: span), per: current?.period ?? .day)
  }
}
