public import Messages
public import PlanLanguage
public import Quantities

/// What a yearly cost is worth today: `8% for 5y`, discounted from the end of each year.
public struct PresentValueTerms: Hashable, Phrased {
  /// The share a year by which later costs are worth less.
  public var rate: Percent
  /// How many yearly costs there are.
  public var years: Int

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a rate and years, such as 8% for 5y", zh: "折现率和年数，如 8% for 5y") }

  /// At `rate` a year, 0...100 years.
  public init(_ rate: Percent, years: Int) {
    self.rate = rate
    self.years = years
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    rate = try Percent(inMillionths: &reader)
    try reader.expect(word: "for")
    let start = reader.here
    let duration = try CalendarDuration(from: &reader)
    guard case .months(let months) = duration, months % 12 == 0, months <= 1200 else {
      throw reader.problem(
        ReadingProblem.outOfBounds(
          duration.description, must: Message("whole years, at most 100y", zh: "整年，最多 100y")), from: start)
    }
    years = months / 12
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "\(rate.text(in: notation)) for \(years)y" }

  /// The present value of `cost` at the end of each year, to the cent. Years are discounted in millionths of a cent.
  public func presentValue(of cost: Money) -> Money {
    let scale: Int128 = 1_000_000
    let (numerator, denominator) = (Int128(rate.fraction.numerator), Int128(rate.fraction.denominator))
    let yearly = Int128(cost.minor) * scale
    var value: Int128 = 0
    for _ in 0..<years {
      value = PresentValueTerms.nearest((value + yearly) * denominator, denominator + numerator)
    }
    return Money(minor: Int64(clamping: PresentValueTerms.nearest(value, scale)))
  }

  private static func nearest(_ numerator: Int128, _ denominator: Int128) -> Int128 {
    let size = numerator < 0 ? -numerator : numerator
    let whole = (size * 2 + denominator) / (denominator * 2)
    return numerator < 0 ? -whole : whole
  }
}
