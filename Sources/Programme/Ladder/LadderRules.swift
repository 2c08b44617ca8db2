public import Messages
public import PlanLanguage
public import Quantities

/// The days, up to and including the day asked about, whose purchases count towards a tier.
public enum QualificationWindow: Hashable, Phrased {
  case rolling(CalendarDuration)
  case calendarYear
  case anniversaryYear
  case lifetime

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(verbatim: "rolling 12mo · calendar year · anniversary year · lifetime")
  }
  /// What Tab offers.
  public static var candidates: [String] { ["rolling", "calendar year", "anniversary year", "lifetime"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "rolling") {
      self = .rolling(try CalendarDuration(from: &reader))
    } else if reader.accept(words: "calendar year") {
      self = .calendarYear
    } else if reader.accept(words: "anniversary year") {
      self = .anniversaryYear
    } else if reader.accept(word: "lifetime") {
      self = .lifetime
    } else {
      throw reader.noChoice(of: Self.candidates, form: Self.form)
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .rolling(let duration): "rolling \(duration)"
    case .calendarYear: "calendar year"
    case .anniversaryYear: "anniversary year"
    case .lifetime: "lifetime"
    }
  }
}

/// How long a tier lasts before review.
public enum TierTerm: Hashable, Phrased {
  case duration(CalendarDuration)
  /// Through 31 December of this year, or of the next.
  case yearEnd(extraYear: Bool)
  /// Through the eve of the next anniversary of joining, or of the one after.
  case anniversary(extraYear: Bool)
  /// No terms: the window decides every day.
  case whileQualified

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "a duration such as 12mo · year end [+1y] · anniversary [+1y] · while qualified",
      zh: "时长，如 12mo · year end [+1y] · anniversary [+1y] · while qualified")
  }
  /// What Tab offers.
  public static var candidates: [String] { ["12mo", "year end", "year end +1y", "anniversary", "while qualified"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(words: "while qualified") {
      self = .whileQualified
    } else if reader.accept(words: "year end") {
      self = .yearEnd(extraYear: try reader.acceptExtraYear())
    } else if reader.accept(word: "anniversary") {
      self = .anniversary(extraYear: try reader.acceptExtraYear())
    } else if case .number? = reader.next?.kind {
      self = .duration(try CalendarDuration(from: &reader))
    } else {
      throw reader.noChoice(of: Self.candidates, form: Self.form)
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .duration(let duration): duration.description
    case .yearEnd(let extra): "year end" + (extra ? " +1y" : "")
    case .anniversary(let extra): "anniversary" + (extra ? " +1y" : "")
    case .whileQualified: "while qualified"
    }
  }
}

/// How far a member falls who misses a review.
public enum Downgrade: String, PhrasedChoice {
  case oneStep = "one step"
  case recalculate
  case base
}

/// When a member rises.
public enum UpgradeTiming: String, PhrasedChoice {
  case immediate
  case monthEnd = "month end"
}

/// When thresholds that change count for those who hold a tier already.
public enum Transition: String, PhrasedChoice {
  case atReview = "at review"
  case keep
  case atOnce = "at once"
}

/// How a tier is won.
public enum Admission: String, PhrasedChoice {
  case qualification, invitation
}

/// Whether a tier's thresholds are alternatives.
public enum Need: String, PhrasedChoice {
  case any, all
}

extension PhraseReader {
  /// `+1y`.
  mutating func acceptExtraYear() throws(Diagnostic) -> Bool {
    guard accept(.plus) else { return false }
    guard case .number(let number)? = next?.kind, number == Number(.one, .years) else {
      throw unexpected(Message(verbatim: "`+1y`"))
    }
    advance()
    return true
  }

  /// None of the wordings that a value has.
  func noChoice(of options: [String], form: Message) -> Diagnostic {
    hint(options.map { .words($0) })
    guard let next else { return unexpected(form) }
    let found = rest.tokens.map(\.kind.text).joined(separator: " ")
    return Diagnostic(ReadingProblem.notOneOf(found: found, options: options), at: next.span)
  }
}

extension Ladder {
  /// About how many days before a range the data must start for its tiers to be as if replay had always run.
  public var warmUpDays: Int {
    let window =
      switch window {
      case .rolling(let duration): duration.roughDays
      case .calendarYear, .anniversaryYear: 365
      case .lifetime: 0
      }
    let term =
      switch keep {
      case .duration(let duration): duration.roughDays
      case .yearEnd(let extra), .anniversary(let extra): extra ? 730 : 365
      case .whileQualified: 0
      }
    return window + term
  }
}

extension QualificationWindow: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { if case .rolling(let duration) = self { duration.dial } else { nil } }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(
    _ current: QualificationWindow?, to number: Number, at span: SourceSpan
  ) throws(Diagnostic) -> QualificationWindow {
    .rolling(try CalendarDuration.turned(nil, to: number, at: span))
  }
}

extension TierTerm: Dialled {
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { if case .duration(let duration) = self { duration.dial } else { nil } }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: TierTerm?, to number: Number, at span: SourceSpan) throws(Diagnostic) -> TierTerm
  {
    .duration(try CalendarDuration.turned(nil, to: number, at: span))
  }
}
