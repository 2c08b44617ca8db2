public import Messages
public import PlanLanguage
public import Quantities

/// How much something counts beside others; below 0 it counts the other way round.
public struct Weight: Hashable, Sendable, Dialled {
  /// Exact, to the ten-thousandth.
  public var value: Ratio
  /// Whether it is written as a percent.
  var isPercent: Bool

  /// Every weight is a whole number of these.
  public static let steps: Int64 = 10_000
  private static let limit = Ratio(1000)

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a weight such as 50% or 3", zh: "权重，如 50% 或 3") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(Weight.form) { $0 == .percent }
    isPercent = number.unit == .percent
    guard let value = isPercent ? number.value.divided(by: Ratio(100)) : number.value,
      let steps = value.multiplied(by: Ratio(Weight.steps)), let least = Weight.limit.negated
    else { throw reader.tooLarge(from: start) }
    guard steps.denominator == 1, value != .zero, value <= Weight.limit, value >= least else {
      throw reader.problem(
        ReadingProblem.outOfBounds(
          number.text,
          must: Message("not 0, from -1,000 to 1,000, to four decimals at most", zh: "不为 0，在 -1,000 与 1,000 之间，最多四位小数")),
        from: start)
    }
    self.value = value
  }

  /// In ten-thousandths.
  public var stepCount: Int64 { value.multiplied(by: Ratio(Weight.steps))?.numerator ?? 0 }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    isPercent ? (value.multiplied(by: Ratio(100)) ?? value).decimal() + "%" : value.decimal()
  }

  /// The number that `sweep` and `solve` turn, with its unit; nil where there is none at present.
  public var dial: Number? {
    isPercent ? value.multiplied(by: Ratio(100)).map { Number($0, .percent) } : Number(value)
  }
  /// The finest step that `solve` takes of its own accord, in the unit of the dial.
  public static var finestStep: Ratio { Ratio(1, over: 100) ?? .one }
}
