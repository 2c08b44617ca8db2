public import Messages
public import PlanLanguage
public import Quantities

/// A card that members pay for. Each action of its name in the data is a sale on its date.
public struct Membership: Declared {
  public var name: String
  public var price: MembershipPrice?
  public var renewal: ShareRange?

  public init(name: String) { self.name = name }

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
  public enum Term: String, PhrasedChoice {
    case year, quarter, month

    public var duration: CalendarDuration {
      switch self {
      case .year: .months(12)
      case .quarter: .months(3)
      case .month: .months(1)
      }
    }
  }

  public var amount: Money
  public var per: Term

  public static var form: Message { Message("a fee such as 299 per year", zh: "费用，如 299 per year") }
  public static var finestStep: Ratio { Money.finestStep }
  public var dial: Number? { amount.dial }

  public init(_ amount: Money, per term: Term) {
    self.amount = amount
    per = term
  }

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

  public static func turned(
    _ current: MembershipPrice?, to number: Number, at span: SourceSpan
  ) throws(Diagnostic) -> MembershipPrice {
    MembershipPrice(try Money.turned(nil, to: number, at: span), per: current?.per ?? .year)
  }

  public func text(in notation: Notation) -> String { "\(amount.text(in: notation)) per \(per.rawValue)" }
}
