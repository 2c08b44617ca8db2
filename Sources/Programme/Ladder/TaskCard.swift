public import Messages
public import PlanLanguage
public import Quantities

/// A task that wins a tier at once and for a while: three purchases within a month.
public struct TaskCard: Thresholded {
  /// How the plan calls it.
  public var name: String
  /// What must be spent within the task's window.
  public var spend = Scheduled<Money>()
  /// Visits needed within the task's window.
  public var visits = Scheduled<Count>()
  /// Purchases needed within the task's window.
  public var purchases = Scheduled<Count>()
  /// Points to be earned within the task's window.
  public var points = Scheduled<Points>()
  /// How often each action must be done within the task's window.
  public var actions = NamedValues<Count>()
  /// Whether any of these is enough, or all are needed.
  public var need: Need = .any
  /// The days that count: a calendar period from its first day, or so long up to the day itself.
  public var window: TaskWindow = .calendar(.month)
  /// How long the tier is held, from the day of completion; as `keep` says where it is left out. Under .
  public var lasts: CalendarDuration?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<TaskCard>(
    "task", zh: "任务",
    Message(
      "A task that wins the tier at once, for a while: judged after each purchase and action, never by a return and "
        + "never at a review; for the tier held or a lower one it moves nothing. At the end the ordinary review decides",
      zh: "任务卡：完成即得该等级，有效一段时间。每笔购买和行为之后判定，退货不算，考核时也不算；"
        + "对已持有或更低的等级不起作用。到期后照常考核"),
    fields: thresholdFields + [
      Field(
        "window", \.window,
        Message(
          "The days that count: a calendar period from its first day, or so long up to the day itself",
          zh: "哪些日子计入：日历周期从第一天起，或截至当天的一段时长")),
      Field(
        "lasts", \.lasts,
        Message(
          "How long the tier is held, from the day of completion; as `keep` says where it is left out. Under "
            + "`while qualified` it is the least tier for so long",
          zh: "从完成之日起持有多久；不写则按 `keep`。`while qualified` 时，这段时间内它是最低等级")),
    ])
}

/// The days, up to and including the day asked about, that count towards a task.
public enum TaskWindow: Hashable, Phrased {
  case calendar(CalendarPeriod)
  case rolling(CalendarDuration)

  private static let periods: [CalendarPeriod] = [.week, .month, .quarter, .year]

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "week · month · quarter · year · a duration such as 30d", zh: "week · month · quarter · year · 时长，如 30d")
  }
  /// What Tab offers.
  public static var candidates: [String] { periods.map(\.rawValue) + ["30d"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    for period in TaskWindow.periods where reader.accept(word: period.rawValue) {
      self = .calendar(period)
      return
    }
    guard case .number? = reader.next?.kind else { throw reader.noChoice(of: Self.candidates, form: Self.form) }
    self = .rolling(try CalendarDuration(from: &reader))
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .calendar(let period): period.rawValue
    case .rolling(let duration): duration.description
    }
  }

  /// The first day of the window that ends on `day`.
  public func start(of day: Day) -> Day {
    switch self {
    case .calendar(let period): period.start(of: day)
    case .rolling(let duration): (day - duration) + 1
    }
  }

  /// The last day on which something still counts together with what counts on `day`; nil where the window rolls.
  public func end(of day: Day) -> Day? {
    guard case .calendar(let period) = self else { return nil }
    let start = period.start(of: day)
    return switch period {
    case .day: start
    case .week: start + 6
    case .month: start.adding(months: 1) - 1
    case .quarter: start.adding(months: 3) - 1
    case .year: start.newYear(after: 1) - 1
    }
  }
}

extension TaskWindow: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { if case .rolling(let duration) = self { duration.dial } else { nil } }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: TaskWindow?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> TaskWindow
  {
    .rolling(try CalendarDuration.turned(nil, to: number, at: span))
  }
}
