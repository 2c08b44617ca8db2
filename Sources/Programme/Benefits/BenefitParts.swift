public import Quantities

/// Tiers by name, or from one upwards: `金卡, 钻石`, `银卡..`.
public enum TierSelection: Hashable, Phrased {
  case named([String])
  case from(String)

  public static var form: String { "tiers such as 金卡, 钻石, or 银卡.. for all from there up" }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let first = try Name(from: &reader).text
    if reader.accept(.range) {
      self = .from(first)
      return
    }
    var names = [first]
    while reader.accept(.comma) { names.append(try Name(from: &reader).text) }
    self = .named(names)
  }

  public func text(in notation: Notation) -> String {
    switch self {
    case .named(let names): names.map { spelled(name: $0) }.joined(separator: ", ")
    case .from(let name): spelled(name: name) + ".."
    }
  }

  /// The tiers that it names outright.
  public var names: [String] {
    switch self {
    case .named(let names): names
    case .from(let name): [name]
    }
  }

  /// Whether each of `tiers` belongs to it.
  public func selects(_ tiers: [String]) -> [Bool] {
    switch self {
    case .named(let names): return tiers.map(names.contains)
    case .from(let name):
      let first = tiers.firstIndex(of: name) ?? tiers.count
      return tiers.indices.map { $0 >= first }
    }
  }
}

/// A discount, as a percent or as the Chinese tenths paid: 9.5折 is 5 % off.
public struct Discount: Hashable, Comparable, Phrased, Dialled {
  public var off: Percent

  public init(off: Percent) { self.off = off }

  public static func < (one: Discount, other: Discount) -> Bool { one.off < other.off }

  public static var form: String { "a discount: 5%, or 9.5折" }
  public static var finestStep: Ratio { Percent.finestStep }
  public var dial: Number? { off.dial }

  public init(from reader: inout PhraseReader) throws(Diagnostic) { off = try Percent(from: &reader) }

  public func text(in notation: Notation) -> String { off.text(in: notation) }
}

/// What one unit costs, and of what where it is said: `80`, `3 per visit`.
public struct BenefitCost: Hashable, Phrased, Dialled {
  public enum Unit: String, PhrasedChoice {
    case visit, purchase, month, year
  }

  public var amount: Money
  public var per: Unit?

  public static var form: String { "an amount, with per visit, purchase, month or year where needed" }
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

  public static func turned(_ current: BenefitCost?, to number: Number, at span: Span) throws(Diagnostic) -> BenefitCost
  {
    BenefitCost(try Money.turned(nil, to: number, at: span), per: current?.per)
  }

  public func text(in notation: Notation) -> String {
    amount.text(in: notation) + (per.map { " per \($0.rawValue)" } ?? "")
  }
}

/// When a benefit is given.
public enum Occasion: Hashable, Phrased {
  case upgrade, birthdayMonth, joiningAnniversary, firstPurchase
  case purchases(Condition)

  public static var form: String {
    "upgrade · birthday month · joining anniversary · first purchase · or a condition such as day 8"
  }
  public static var candidates: [String] {
    ["upgrade", "birthday month", "joining anniversary", "first purchase"] + Condition.candidates
  }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "upgrade") {
      self = .upgrade
    } else if reader.accept(words: "birthday month") {
      self = .birthdayMonth
    } else if reader.accept(words: "joining anniversary") {
      self = .joiningAnniversary
    } else if reader.accept(words: "first purchase") {
      self = .firstPurchase
    } else {
      do { self = .purchases(try Condition(from: &reader)) } catch {
        if case .notOneOf(let found, _)? = error.problem as? ReadingProblem {
          throw Diagnostic(ReadingProblem.notOneOf(found: found, options: Occasion.candidates), at: error.span)
        }
        throw error
      }
    }
  }

  public func text(in notation: Notation) -> String {
    switch self {
    case .upgrade: "upgrade"
    case .birthdayMonth: "birthday month"
    case .joiningAnniversary: "joining anniversary"
    case .firstPurchase: "first purchase"
    case .purchases(let condition): condition.text(in: notation)
    }
  }
}

/// `4 per year`.
public struct YearlyUses: Hashable, Phrased, Dialled {
  public var count: Count

  public static var form: String { "a number of uses such as 4 per year" }
  public static var finestStep: Ratio { .one }
  public var dial: Number? { count.dial }

  public init(_ count: Count) { self.count = count }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    count = try Count(from: &reader)
    guard count <= Count(1000) else {
      throw Diagnostic(ReadingProblem.outOfBounds(grouped(count.value), must: "at most 1,000"), at: place)
    }
    try reader.expect(word: "per")
    try reader.expect(word: "year")
  }

  public static func turned(_ current: YearlyUses?, to number: Number, at span: Span) throws(Diagnostic) -> YearlyUses {
    YearlyUses(try Count.turned(nil, to: number, at: span))
  }

  public func text(in notation: Notation) -> String { "\(count.value) per year" }
}

/// Money for each point, which may be less than a cent: `0.008 per pt`.
public struct PointPrice: Hashable, Phrased, Dialled {
  /// In major units.
  public var perPoint: Ratio

  public init(perPoint: Ratio) { self.perPoint = perPoint }

  public static var form: String { "money per point such as 0.01 per pt" }
  public static var finestStep: Ratio { Ratio(1, over: 1000) ?? .one }
  public var dial: Number? { Number(perPoint) }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let place = reader.here
    let number = try reader.number(Money.form) { unit in if case .money = unit { true } else { false } }
    try reader.expect(word: "per")
    try reader.expect(word: "pt")
    self = try PointPrice.turned(nil, to: number, at: place)
  }

  public static func turned(_ current: PointPrice?, to number: Number, at span: Span) throws(Diagnostic) -> PointPrice {
    guard number.value >= .zero, number.value <= Ratio(1000), number.value.denominator <= 1_000_000 else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(number.value.decimal(), must: "between 0 and 1,000, to the millionth"), at: span)
    }
    return PointPrice(perPoint: number.value)
  }

  public func text(in notation: Notation) -> String {
    (notation.currency?.symbol ?? "") + perPoint.decimal() + " per pt"
  }
}
