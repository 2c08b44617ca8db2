public import Messages
public import PlanLanguage
public import Quantities

/// What a coupon takes off: `¥200 when basket >= ¥800`, `10% up to ¥100`.
public struct CouponOff: Hashable, Phrased, Dialled {
  /// An amount or a share of the basket.
  public enum Value: Hashable, Sendable {
    case amount(Money)
    /// At most so much.
    case share(Percent, most: Money)
  }

  /// What is taken off.
  public var value: Value
  /// The least basket that it is taken off.
  public var basket: Money?

  /// `basket` is the least it is taken off from; nil for any.
  public init(_ value: Value, basket: Money? = nil) {
    self.value = value
    self.basket = basket
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "an amount such as 200, or 10% up to 100; and `when basket >= 800` where there is a least basket",
      zh: "金额，如 200，或 10% up to 100；有最低消费时加 `when basket >= 800`")
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Money.finestStep }
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? {
    switch value {
    case .amount(let amount): amount.dial
    case .share(let share, _): share.dial
    }
  }

  /// The most that one coupon takes off.
  public var most: Money {
    switch value {
    case .amount(let amount), .share(_, let amount): amount
    }
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if case .number(let number)? = reader.next?.kind, number.unit == .percent || number.unit == .tenthsPaid {
      let start = reader.here
      let share = try Percent(inMillionths: &reader)
      guard reader.accept(words: "up to") else { throw reader.problem(CouponProblem.noMaximum, from: start) }
      value = .share(share, most: try CouponOff.amount(&reader))
    } else {
      value = .amount(try CouponOff.amount(&reader))
    }
    guard reader.accept(word: "when") else { return }
    try reader.expect(word: "basket")
    try reader.expect(.greaterOrEqual)
    basket = try CouponOff.amount(&reader)
  }

  private static func amount(_ reader: inout PhraseReader) throws(Diagnostic) -> Money {
    let start = reader.here
    let amount = try Money(from: &reader)
    guard amount > .zero, amount <= Benefit.costLimit else {
      let bound = Benefit.costLimit.text(in: nil)
      throw reader.problem(
        ReadingProblem.outOfBounds(
          amount.text(in: nil), must: Message("more than 0 and at most \(bound)", zh: "大于 0，最多 \(bound)")), from: start)
    }
    return amount
  }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: CouponOff?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> CouponOff
  {
    if case .share(_, let most)? = current?.value {
      return CouponOff(.share(try Percent.turned(nil, to: number, at: span), most: most), basket: current?.basket)
    }
    return CouponOff(.amount(try Money.turned(nil, to: number, at: span)), basket: current?.basket)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    let off =
      switch value {
      case .amount(let amount): amount.text(in: notation)
      case .share(let share, let most): "\(share.text(in: notation)) up to \(most.text(in: notation))"
      }
    return off + (basket.map { " when basket >= \($0.text(in: notation))" } ?? "")
  }
}
