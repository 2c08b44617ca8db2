public import Messages
public import PlanLanguage
public import Quantities

/// A share that is known, or known to lie between two: `10%`, `5%..15%`. To the 0.0001 %.
public struct ShareRange: Hashable, Phrased {
  public let low: Percent
  public let high: Percent

  public init(_ low: Percent, _ high: Percent) {
    self.low = low
    self.high = high
  }

  public static var form: Message { Message("a percent or a range such as 5%..15%", zh: "百分比或区间，如 5%..15%") }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    low = try Percent(inMillionths: &reader)
    high = reader.accept(.range) ? try Percent(inMillionths: &reader) : low
    guard low <= high else {
      throw reader.problem(
        SpreadProblem.upsideDown("\(low)..\(high)", allowed: "\(high)..\(low)"), from: start)
    }
  }

  public func text(in notation: Notation) -> String { isRange ? "\(low)..\(high)" : low.description }

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
