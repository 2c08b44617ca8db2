public import Messages
public import PlanLanguage
public import Quantities

/// Evenly spaced values of a dial: `low`, `low + step`, … up to `high`.
public struct Lattice: Sendable {
  let low: Ratio
  let step: Ratio
  /// How many there are.
  public let count: Int
  let unit: NumberUnit?
  let span: SourceSpan?

  /// The most values that one search looks at.
  public static let limit = 5_000_000

  /// `finest` is the step where none is given.
  /// - Throws: where units differ, the range is empty, or there are too many values.
  public init(from low: AnyNumber, to high: AnyNumber, step: AnyNumber?, finest: Ratio) throws(Diagnostic) {
    let units = [low, high].compactMap(\.number.unit) + [step].compactMap { $0?.number.unit }
    let unit = units.first
    if let other = units.first(where: { $0 != unit }), let unit {
      throw Diagnostic(ReadingProblem.unit(expected: unit.name, found: other), at: high.span)
    }
    let size = step?.number.value ?? finest
    guard size > .zero else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(size.decimal(), must: Message("more than 0", zh: "大于 0")), at: step?.span)
    }
    guard low.number.value <= high.number.value else {
      throw Diagnostic(
        ReadingProblem.reversedRange("\(low.number.text)..\(high.number.text)"),
        at: low.span.map { $0.to(high.span ?? $0) })
    }
    guard let steps = high.number.value.subtracting(low.number.value)?.divided(by: size),
      steps.numerator / steps.denominator < Int64(Lattice.limit)
    else {
      throw Diagnostic(SearchProblem.tooManyValues(limit: Lattice.limit), at: low.span.map { $0.to(high.span ?? $0) })
    }
    self.low = low.number.value
    self.step = size
    self.unit = unit
    count = Int(steps.numerator / steps.denominator) + 1
    span = low.span
  }

  /// - Throws: `.overflow` where the fraction becomes too fine.
  public func number(_ index: Int) throws(Diagnostic) -> Number {
    guard let value = step.multiplied(by: Ratio(Int64(index)))?.adding(low) else {
      throw Diagnostic(AnalysisProblem.overflow, at: span)
    }
    return Number(value, unit)
  }

  /// The places nearest to the value at `index` rounded down and up to every number of digits.
  public func round(about index: Int) throws(Diagnostic) -> [Int] {
    let value = try number(index).value
    var found: Set<Int> = []
    var unit = Ratio(1, over: 100)
    while let present = unit, let whole = value.divided(by: present)?.floor, present <= value.size {
      for count in [whole, whole + 1] {
        guard let place = present.multiplied(by: Ratio(count))?.subtracting(low)?.divided(by: step)?.floor,
          (0..<Int64(self.count)).contains(place)
        else { continue }
        found.insert(Int(place))
      }
      unit = present.multiplied(by: Ratio(10))
    }
    return found.sorted()
  }
}

extension Ratio {
  /// The largest whole number that is not above it.
  fileprivate var floor: Int64 {
    let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return rest < 0 ? quotient - 1 : quotient
  }
}

/// What can be wrong with a search.
public enum SearchProblem: Problem {
  case tooManyValues(limit: Int)
  case noMetric
  case targetNeeded(String)
  case undefinedEverywhere(String)

  /// Of which sort it is.
  public var code: ErrorCode {
    switch self {
    case .tooManyValues: .limit
    case .noMetric: .missing
    case .targetNeeded: .syntax
    case .undefinedEverywhere: .metric
    }
  }

  /// What is wrong, in words.
  public var message: Message {
    switch self {
    case .tooManyValues(let limit):
      Message(
        "this asks for more than \(grouped(Int64(limit))) values", zh: "这里要求的值超过 \(grouped(Int64(limit))) 个")
    case .noMetric: Message("a sweep needs a metric to look at", zh: "`sweep` 需要一个要看的指标")
    case .targetNeeded(let found):
      Message("expected METRIC = VALUE, found \(found)", zh: "这里应是：指标 = 值，却是 \(found)")
    case .undefinedEverywhere(let metric):
      Message(
        "\(metric) is undefined at every value: it would divide by 0", zh: "\(metric) 在每个值上都没有定义：会除以 0")
    }
  }

  /// What to do about it; nil where nothing can be said.
  public var hint: Message? {
    switch self {
    case .tooManyValues: Message("take a larger step or a narrower range", zh: "步长取大些，或区间取窄些")
    case .noMetric: suchAs("on members(金卡), points_issued")
    case .targetNeeded: suchAs("to share(金卡) = 10%")
    case .undefinedEverywhere: nil
    }
  }
}
