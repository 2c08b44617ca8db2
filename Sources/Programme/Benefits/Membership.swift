public import Messages
public import PlanLanguage
public import Quantities

/// A card that members pay for. Each action of its name in the data is a sale on its date.
public struct Membership: Declared {
  /// How the plan calls it.
  public var name: String
  /// The fee, and the term that it is for.
  public var price: MembershipPrice?
  /// Share of the terms that end which are renewed.
  public var renewal: ShareRange?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Membership>(
    "membership", zh: "付费会员",
    Message(
      "A card with a fee; each action of its name is a sale. A fee is revenue day by day over its term, which begins when the one before ends",
      zh: "收费的会员卡；每条同名的行为记录是一次销售。费用在期限内按天确认收入，提前续费的期限接在上一期之后"),
    fields: [
      Field("price", \.price, Message("The fee, and the term that it is for", zh: "费用及其对应的期限")),
      Field(
        "renewal", \.renewal,
        Message("Share of the terms that end which are renewed", zh: "到期后续费的比例")),
    ],
    example: "membership 付费卡 { price = 299 per year, renewal = 40%..60% }",
    check: { membership in
      guard membership.price == nil else { return nil }
      return Inconsistency(
        DefinitionProblem.missing(.choice(["price"]), of: membership.title, example: "price = 299 per year"), at: [])
    })
}

/// `¥299 per year`.
public struct MembershipPrice: Hashable, Phrased, Dialled {
  /// How long a price is for.
  public enum Term: String, PhrasedChoice {
    case year, quarter, month

    /// The same in months.
    public var duration: CalendarDuration {
      switch self {
      case .year: .months(12)
      case .quarter: .months(3)
      case .month: .months(1)
      }
    }
  }

  /// What is paid at the beginning of each term.
  public var amount: Money
  /// How long a term is.
  public var per: Term

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a fee such as 299 per year", zh: "费用，如 299 per year") }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Money.finestStep }
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { amount.dial }

  /// `amount` each `term`.
  public init(_ amount: Money, per term: Term) {
    self.amount = amount
    per = term
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    amount = try Money(from: &reader)
    guard amount >= .zero, amount <= Benefit.costLimit else {
      let bound = Benefit.costLimit.text(in: nil)
      throw reader.problem(
        ReadingProblem.outOfBounds(
          amount.text(in: nil), must: Message("between 0 and \(bound)", zh: "在 0 与 \(bound) 之间")), from: start)
    }
    try reader.expect(word: "per")
    per = try Term(from: &reader)
  }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(
    _ current: MembershipPrice?, to number: Number, at span: SourceSpan
  ) throws(Diagnostic) -> MembershipPrice {
    MembershipPrice(try Money.turned(nil, to: number, at: span), per: current?.per ?? .year)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "\(amount.text(in: notation)) per \(per.rawValue)" }
}
