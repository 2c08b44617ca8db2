public import Messages
public import Quantities

/// The smallest pieces of the plan language, with the typed literals already read.
public struct Token: Sendable {
  /// What a token is, with what it says.
  public enum Kind: Hashable, Sendable {
    case word(String)
    /// A quoted text, its quotes and escapes taken off; `{name}` stands in it as written.
    case text(String)
    case number(Number)
    case day(Day)
    case month(year: Int, month: Int)
    case quarter(year: Int, quarter: Int)
    /// A day of every year, `12-01`.
    case monthDay(month: Int, day: Int)
    case time(TimeOfDay)
    /// `{name}`: the value of a variable, put in before the phrase is read.
    case reference(String)
    case mark(Mark)
    case newline
  }

  /// What it is, whatever its place.
  public let kind: Kind
  /// Where it stands.
  public let span: SourceSpan

  /// A token at its place.
  public init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// Tokens are equal when they say the same, wherever they stand.
extension Token: Hashable {
  /// The same kind, wherever they stand.
  public static func == (one: Token, other: Token) -> Bool { one.kind == other.kind }
  /// By kind alone, as `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// A number as written, exact, with the unit that stood beside it.
public struct Number: Hashable, Sendable {
  /// Without its unit: 15 of `15%`.
  public var value: Ratio
  /// What stands right after it; nil for a bare number.
  public var unit: NumberUnit?

  /// `value` in `unit`.
  public init(_ value: Ratio, _ unit: NumberUnit? = nil) {
    self.value = value
    self.unit = unit
  }
}

/// What a number may be followed by: it says of what the number is.
public enum NumberUnit: Hashable, Sendable {
  case money(Currency)
  case percent, percentagePoints
  case multiplier
  case points
  case hours, days, weeks, months, years
  /// `9折`: the price paid, in tenths.
  case tenthsPaid

  /// The unit's name in an error.
  public var name: Message {
    switch self {
    case .money(let currency): Message("money (\(currency.symbol))", zh: "金额（\(currency.symbol)）")
    case .percent: Message("a percent", zh: "百分比")
    case .percentagePoints: Message("percentage points", zh: "百分点")
    case .multiplier: Message("a multiplier", zh: "倍数")
    case .points: Message("points", zh: "积分")
    case .hours, .days, .weeks, .months, .years: Message("a duration", zh: "时长")
    case .tenthsPaid: Message("a discount (折)", zh: "折扣（折）")
    }
  }

  /// As it is written after the number; money is written before it.
  public var suffix: String {
    switch self {
    case .money: ""
    case .percent: "%"
    case .percentagePoints: "pp"
    case .multiplier: "x"
    case .points: "pt"
    case .hours: "h"
    case .days: "d"
    case .weeks: "w"
    case .months: "mo"
    case .years: "y"
    case .tenthsPaid: "折"
    }
  }
}

/// Punctuation and operators.
public enum Mark: String, Hashable, Sendable, CaseIterable {
  case openBrace = "{"
  case closeBrace = "}"
  case open = "("
  case close = ")"
  case comma = ","
  case dot = "."
  case range = ".."
  case equal = "="
  case notEqual = "!="
  case lessOrEqual = "<="
  case less = "<"
  case greaterOrEqual = ">="
  case greater = ">"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
}

extension Token.Kind {
  /// The token in canonical spelling.
  public var text: String {
    switch self {
    case .word(let word): word
    case .text(let text): quoted(text)
    case .number(let number): number.text
    case .day(let day): day.description
    case .month(let year, let month): "\(padded(year, to: 4))-\(padded(month, to: 2))"
    case .quarter(let year, let quarter): "\(padded(year, to: 4))-Q\(quarter)"
    case .monthDay(let month, let day): "\(padded(month, to: 2))-\(padded(day, to: 2))"
    case .time(let time): time.description
    case .reference(let name): "{\(name)}"
    case .mark(let mark): mark.rawValue
    case .newline: "\n"
    }
  }
}

extension Number {
  /// With its unit, in canonical spelling.
  public var text: String {
    guard let unit else { return value.decimal() }
    if case .money(let currency) = unit { return currency.symbol + value.decimal() }
    return value.decimal() + unit.suffix
  }
}
