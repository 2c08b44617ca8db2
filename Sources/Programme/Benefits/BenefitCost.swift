public import Messages
public import PlanLanguage
public import Quantities

/// What one unit costs, and of what where it is said: `80`, `3 per visit`.
public struct BenefitCost: Hashable, Phrased, Dialled {
  /// What an amount is due for.
  public enum Unit: String, PhrasedChoice {
    case visit, purchase, month, year
    /// Of the staff, a month.
    case staff = "staff per month"
  }

  /// What is due.
  public var amount: Money
  /// What it is due for; nil where the benefit's kind says it.
  public var per: Unit?

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "an amount, with per visit, purchase, month, year or staff per month where needed",
      zh: "金额，需要时加 per visit、purchase、month、year 或 staff per month")
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Money.finestStep }
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { amount.dial }

  /// `amount` for each unit.
  public init(_ amount: Money, per: Unit? = nil) {
    self.amount = amount
    self.per = per
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    amount = try Money(from: &reader)
    per = reader.accept(word: "per") ? try Unit(from: &reader) : nil
  }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: BenefitCost?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> BenefitCost
  {
    BenefitCost(try Money.turned(nil, to: number, at: span), per: current?.per)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    amount.text(in: notation) + (per.map { " per \($0.rawValue)" } ?? "")
  }
}

/// `4 per year`.
public struct YearlyUses: Hashable, Phrased, Dialled {
  /// Uses a member a year.
  public var count: Count

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a number of uses such as 4 per year", zh: "使用次数，如 4 per year") }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { .one }
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { count.dial }

  /// `count` a member a year.
  public init(_ count: Count) { self.count = count }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    count = try Count(from: &reader)
    guard count <= Count(1000) else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(grouped(count.value), must: Message("at most 1,000", zh: "最多 1,000")), at: place)
    }
    try reader.expect(word: "per")
    try reader.expect(word: "year")
  }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: YearlyUses?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> YearlyUses
  {
    YearlyUses(try Count.turned(nil, to: number, at: span))
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "\(count.value) per year" }
}
