public import Messages
public import Quantities

extension Money: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("an amount of money", zh: "金额") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(Money.form) { unit in if case .money = unit { true } else { false } }
    guard number.value.multiplied(by: Ratio(100)) != nil else { throw reader.tooLarge(from: start) }
    guard let money = Money(major: number.value) else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("given to the cent at most", zh: "最多精确到分")), from: start)
    }
    self = money
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { text(in: notation.currency) }
}

extension Points: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a whole number of points", zh: "整数积分") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(Points.form) { $0 == .points }
    guard number.value.denominator == 1, number.value >= .zero else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("a whole number, 0 or more", zh: "不小于 0 的整数")),
        from: start)
    }
    self.init(number.value.numerator)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { description }
}

/// A whole number of things: visits, purchases.
public struct Count: Hashable, Comparable, Sendable, Phrased {
  /// The number itself.
  public var value: Int64

  /// So many.
  public init(_ value: Int64) { self.value = value }

  /// By number.
  public static func < (one: Count, other: Count) -> Bool { one.value < other.value }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a whole number", zh: "整数") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(Count.form) { _ in false }
    guard number.value.denominator == 1, number.value >= .zero else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("a whole number, 0 or more", zh: "不小于 0 的整数")),
        from: start)
    }
    self.init(number.value.numerator)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { grouped(value) }
}

extension Percent: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a percent", zh: "百分比") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(Percent.form, bare: false) { $0 == .percent || $0 == .tenthsPaid }
    guard let fraction = number.unit == .tenthsPaid ? number.off : number.value.divided(by: Ratio(100)) else {
      throw reader.tooLarge(from: start)
    }
    guard fraction >= .zero, fraction <= .one else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("between 0% and 100%", zh: "在 0% 与 100% 之间")), from: start
      )
    }
    self.init(fraction: fraction)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { description }
}

extension Number {
  /// What `9折` takes off: a tenth. Two digits without a point count hundredths: 95折 is 9.5折.
  public var off: Ratio? {
    let tenths = value > Ratio(10) ? value.divided(by: Ratio(10)) : value
    return tenths.flatMap { Ratio(10).subtracting($0)?.divided(by: Ratio(10)) }
  }
}

extension Multiplier: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a multiplier such as 1.5x", zh: "倍数，如 1.5x") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let number = try reader.number(Multiplier.form, bare: false) { $0 == .multiplier }
    guard number.value >= .zero, number.value <= Ratio(1000) else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("between 0x and 1,000x", zh: "在 0x 与 1,000x 之间")),
        from: start)
    }
    self.init(number.value)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { description }
}

extension Currency: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("a currency: \(candidates.joined(separator: " · "))", zh: "货币，如 \(candidates.joined(separator: " · "))")
  }
  /// What Tab offers.
  public static var candidates: [String] { allCases.map(\.code) }

  /// The code of ISO 4217.
  public var code: String {
    switch self {
    case .yuan: "CNY"
    case .dollar: "USD"
    case .euro: "EUR"
    case .pound: "GBP"
    }
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    let word = try reader.name(Currency.form)
    let known = Currency.allCases.first { $0.symbol == word || $0.code == word.uppercased() }
    guard let currency = known ?? (word == "元" ? .yuan : nil) else {
      throw Diagnostic(ReadingProblem.notOneOf(found: word, options: Currency.candidates), at: place)
    }
    self = currency
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { code }
}
