public import Messages
public import PlanLanguage
public import Quantities

/// What one unit costs, and of what where it is said: `80`, `3 per visit`.
public struct BenefitCost: Hashable, Phrased, Dialled {
  public enum Unit: String, PhrasedChoice {
    case visit, purchase, month, year
    /// Of the staff, a month.
    case staff = "staff per month"
  }

  public var amount: Money
  public var per: Unit?

  public static var form: Message {
    Message(
      "an amount, with per visit, purchase, month, year or staff per month where needed",
      zh: "金额，需要时加 per visit、purchase、month、year 或 staff per month")
  }
  public static var finestStep: Ratio { Money.finestStep }
  public var dial: Number? { amount.dial }

  public init(_ amount: Money, per: Unit? = nil) {
    self.amount = amount
    self.per = per
  }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    amount = try Money(from: &reader)
    per = reader.accept(word: "per") ? try Unit(from: &reader) : nil
  }

  public static func turned(_ current: BenefitCost?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> BenefitCost
  {
    BenefitCost(try Money.turned(nil, to: number, at: span), per: current?.per)
  }

  public func text(in notation: Notation) -> String {
    amount.text(in: notation) + (per.map { " per \($0.rawValue)" } ?? "")
  }
}

/// `4 per year`.
public struct YearlyUses: Hashable, Phrased, Dialled {
  public var count: Count

  public static var form: Message { Message("a number of uses such as 4 per year", zh: "使用次数，如 4 per year") }
  public static var finestStep: Ratio { .one }
  public var dial: Number? { count.dial }

  public init(_ count: Count) { self.count = count }

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

  public static func turned(_ current: YearlyUses?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> YearlyUses
  {
    YearlyUses(try Count.turned(nil, to: number, at: span))
  }

  public func text(in notation: Notation) -> String { "\(count.value) per year" }
}
