public import Messages
public import PlanLanguage
public import Quantities

/// A share that is known, or known to lie between two: `10%`, `5%..15%`. To the 0.0001 %.
public struct ShareRange: Hashable, Phrased {
  /// The least share.
  public let low: Percent
  /// The greatest share, the same as `low` where it is certain.
  public let high: Percent

  /// `low` is not above `high`.
  public init(_ low: Percent, _ high: Percent) {
    self.low = low
    self.high = high
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a percent or a range such as 5%..15%", zh: "百分比或区间，如 5%..15%") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    low = try Percent(inMillionths: &reader)
    high = reader.accept(.range) ? try Percent(inMillionths: &reader) : low
    guard low <= high else {
      throw reader.problem(
        SpreadProblem.upsideDown("\(low)..\(high)", allowed: "\(high)..\(low)"), from: start)
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { isRange ? "\(low)..\(high)" : low.description }

  /// Whether there is more than one share in it.
  public var isRange: Bool { low != high }

  /// What is expected.
  public var middle: Ratio {
    low.fraction.adding(high.fraction).flatMap { $0.divided(by: Ratio(2)) } ?? low.fraction
  }
}

extension Percent {
  /// A percent that is a whole number of millionths.
  init(inMillionths reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    self = try Percent(from: &reader)
    guard fraction.multiplied(by: Ratio(1_000_000))?.denominator == 1 else {
      throw reader.problem(
        ReadingProblem.outOfBounds(
          description, must: Message("given to 0.0001% at most", zh: "最多精确到 0.0001%")), from: start)
    }
  }
}
