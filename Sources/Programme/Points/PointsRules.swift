public import Messages
public import PlanLanguage
public import Quantities

/// Points for money paid: `1pt per ¥1` in proportion, `1pt per full ¥10` in whole steps.
public struct EarnRate: Hashable, Phrased {
  /// How many points each step brings.
  public var points: Ratio
  /// What is to be spent for a step.
  public var per: Money
  /// Whether only whole multiples of `per` earn.
  public var wholeSteps: Bool

  /// With `wholeSteps` only whole multiples of `per` earn.
  public init(points: Ratio, per: Money, wholeSteps: Bool = false) {
    self.points = points
    self.per = per
    self.wholeSteps = wholeSteps
  }

  private static let bounds = Message("between 0pt and 1,000,000pt", zh: "在 0pt 与 1,000,000pt 之间")
  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("a rate such as 1pt per 1, or 1pt per full 10", zh: "积分比例，如 1pt per 1 或 1pt per full 10")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(Message("points per amount", zh: "每单位金额的积分")) { $0 == .points }
    guard number.value >= .zero, number.value <= Ratio(1_000_000) else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: EarnRate.bounds), from: start)
    }
    try reader.expect(word: "per")
    reader.hint(.words("1"))
    wholeSteps = reader.accept(word: "full")
    let amount = reader.here
    per = try Money(from: &reader)
    guard per > .zero else {
      throw reader.problem(
        ReadingProblem.outOfBounds(per.text(in: nil), must: Message("more than 0", zh: "大于 0")), from: amount)
    }
    points = number.value
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    "\(points.decimal())pt per \(wholeSteps ? "full " : "")\(per.text(in: notation))"
  }
}

/// When points that were not spent are gone, always at the start of a day.
public enum PointsExpiry: Hashable, Phrased {
  case never
  /// So long after the day they were earned.
  case afterEarning(CalendarDuration)
  /// On 1 January after the day they were earned, or a year later.
  case calendarYearEnd(extraYear: Bool)
  /// All of them so long after the last purchase of more than 0.
  case inactivity(CalendarDuration)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(verbatim: "12mo after earning · calendar year end [+1y] · 12mo inactivity · never")
  }
  /// What Tab offers.
  public static var candidates: [String] { ["never", "12mo after earning", "calendar year end", "12mo inactivity"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "never") {
      self = .never
    } else if reader.accept(words: "calendar year end") {
      self = .calendarYearEnd(extraYear: try reader.acceptExtraYear())
    } else if case .number? = reader.next?.kind {
      let duration = try CalendarDuration(from: &reader)
      if reader.accept(word: "inactivity") {
        self = .inactivity(duration)
      } else if reader.accept(words: "after earning") {
        self = .afterEarning(duration)
      } else {
        throw reader.unexpected(.choice(["`after earning`", "`inactivity`"]))
      }
    } else {
      throw reader.noChoice(of: Self.candidates, form: Self.form)
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .never: "never"
    case .afterEarning(let duration): "\(duration) after earning"
    case .calendarYearEnd(let extra): "calendar year end" + (extra ? " +1y" : "")
    case .inactivity(let duration): "\(duration) inactivity"
    }
  }
}

/// The most points a member can earn in a calendar period.
public struct PointsCap: Hashable, Phrased {
  /// The most that count.
  public var points: Points
  /// Within which time.
  public var period: CalendarPeriod

  /// At most `points` each `period`.
  public init(_ points: Points, per period: CalendarPeriod) {
    self.points = points
    self.period = period
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "points per day, week, month, quarter or year, such as 5,000pt per month",
      zh: "每 day、week、month、quarter 或 year 的积分，如 5,000pt per month")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    points = try Points(from: &reader)
    try reader.expect(word: "per")
    period = try CalendarPeriod(from: &reader)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "\(points) per \(period.rawValue)" }
}

/// Days that begin anew by the calendar.
public enum CalendarPeriod: String, PhrasedChoice {
  case day, week, month, quarter, year

  /// The first day of the period that `day` lies in; weeks begin on Monday.
  public func start(of day: Day) -> Day {
    switch self {
    case .day: return day
    case .week: return day - day.weekday.rawValue
    case .month: return day.firstOfMonth
    case .quarter: return day.firstOfMonth.adding(months: -((day.components.month - 1) % 3))
    case .year: return day.newYear()
    }
  }
}

extension EarnRate: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { Number(points, .points) }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Ratio(1, over: 100) ?? .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: EarnRate?, to number: Number, at span: SourceSpan) throws(Diagnostic) -> EarnRate
  {
    guard number.unit == nil || number.unit == .points else {
      throw Diagnostic(
        ReadingProblem.unit(expected: Message("points", zh: "积分"), found: number.unit ?? .points), at: span)
    }
    guard number.value >= .zero, number.value <= Ratio(1_000_000) else {
      throw Diagnostic(ReadingProblem.outOfBounds(number.text, must: EarnRate.bounds), at: span)
    }
    return EarnRate(
      points: number.value, per: current?.per ?? Money(minor: 100), wholeSteps: current?.wholeSteps ?? false)
  }
}

extension PointsCap: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { points.dial }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: PointsCap?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> PointsCap
  {
    PointsCap(try Points.turned(nil, to: number, at: span), per: current?.period ?? .month)
  }
}

extension PointsExpiry: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? {
    switch self {
    case .afterEarning(let duration), .inactivity(let duration): duration.dial
    case .never, .calendarYearEnd: nil
    }
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(
    _ current: PointsExpiry?, to number: Number, at span: SourceSpan
  ) throws(Diagnostic) -> PointsExpiry {
    let duration = try CalendarDuration.turned(nil, to: number, at: span)
    if case .inactivity = current { return .inactivity(duration) }
    return .afterEarning(duration)
  }
}
