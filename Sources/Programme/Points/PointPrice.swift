public import Messages
public import PlanLanguage
public import Quantities

/// Money for each point, which may be less than a cent: `0.008 per pt`.
public struct PointPrice: Hashable, Phrased, Dialled {
  /// In major units.
  public var perPoint: Ratio

  /// `perPoint` is in minor units.
  public init(perPoint: Ratio) { self.perPoint = perPoint }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("money per point such as 0.01 per pt", zh: "每积分的金额，如 0.01 per pt") }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Ratio(1, over: 1000) ?? .one }
  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? { Number(perPoint) }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    let number = try reader.number(Money.form) { unit in if case .money = unit { true } else { false } }
    try reader.expect(word: "per")
    try reader.expect(word: "pt")
    self = try PointPrice.turned(nil, to: number, at: place)
  }

  /// The same with `number` in the place of its own.
  /// - Throws: what is wrong with that number.
  public static func turned(_ current: PointPrice?, to number: Number, at span: SourceSpan) throws(Diagnostic)
    -> PointPrice
  {
    guard number.value >= .zero, number.value <= Ratio(1000), number.value.denominator <= 1_000_000 else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(
          number.value.decimal(), must: Message("between 0 and 1,000, to the millionth", zh: "在 0 与 1,000 之间，精确到百万分之一")),
        at: span)
    }
    return PointPrice(perPoint: number.value)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    (notation.currency?.symbol ?? "") + perPoint.decimal() + " per pt"
  }
}

extension PointsPolicy {
  /// Whether it says what a point costs, or what it buys.
  public var isPriced: Bool { cost != nil || value != nil }
}
