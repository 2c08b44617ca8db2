public import Messages
public import PlanLanguage
public import Quantities
public import Simulation

/// A condition that a search must keep to: one of those that `and` joins.
public struct Constraint {
  /// The condition.
  public let expression: Expression
  /// As it was typed.
  public let text: String

  /// What `condition` asks for, one by one.
  public static func parts(of condition: Expression) -> [Constraint] {
    if case .binary(.and, let left, let right) = condition { return parts(of: left) + parts(of: right) }
    return [Constraint(expression: condition, text: condition.span.text)]
  }

  /// How a point stands to a constraint.
  public struct Standing {
    /// Whether it holds.
    public let isMet: Bool
    /// By how much it is missed; nil where it is met, or no number says so.
    public var shortfall: Amount?
    /// The shortfall as a part of the larger side, by which different constraints compare; nil where no number says so.
    public var relative: Ratio?
    /// What the condition looks at.
    public var value: Amount?
  }

  /// How it stands where the metrics have the values `given`. What is undefined there, or divides by 0, is not met.
  public func standing(
    given: [String: MetricValue], in context: ExpressionContext, _ analyst: Analyst
  ) throws(Diagnostic) -> Standing {
    var evaluation = ExpressionEvaluator(analyst, in: context, given: given)
    do {
      var standing = Standing(isMet: try evaluation.truth(of: expression))
      let sides = try sides(&evaluation)
      standing.value = sides?.value
      guard !standing.isMet, let sides, case .number(let value, let kind) = sides.value,
        case .number(let bound, _) = sides.bound, let difference = value.subtracting(bound)
      else { return standing }
      let size = max(value.size, bound.size)
      standing.shortfall = .number(difference.size, kind == .plain ? sides.bound.kind ?? .plain : kind)
      standing.relative = size == .zero ? .zero : difference.size.divided(by: size)
      return standing
    } catch {
      guard [ErrorCode.metric, .value].contains(error.code) else { throw error }
      return Standing(isMet: false)
    }
  }

  /// The value that is compared, and the bound that it is nearest to missing.
  private func sides(_ evaluation: inout ExpressionEvaluator) throws(Diagnostic) -> (value: Amount, bound: Amount)? {
    switch expression {
    case .binary(.less, let left, let right), .binary(.lessOrEqual, let left, let right),
      .binary(.greater, let left, let right), .binary(.greaterOrEqual, let left, let right),
      .binary(.equal, let left, let right):
      return (try evaluation.amount(of: left), try evaluation.amount(of: right))
    case .within(let value, let low, let high):
      let middle = try evaluation.amount(of: value)
      let (low, high) = (try evaluation.amount(of: low), try evaluation.amount(of: high))
      return (middle, try evaluation.compare(middle, low, by: "in", expression.span) < 0 ? low : high)
    case .literal, .name, .call, .negation, .not, .binary: return nil
    }
  }
}

extension Ratio {
  /// Without its sign.
  public var size: Ratio { isNegative ? negated ?? self : self }
}

extension Amount {
  fileprivate var kind: Kind? { if case .number(_, let kind) = self { kind } else { nil } }

  /// As a difference: of shares in percentage points.
  public func difference(in notation: Notation) -> String {
    guard case .number(let value, .share) = self else { return text(in: notation) }
    return value.multiplied(by: Ratio(100)).map { $0.decimal(places: 4) + "pp" } ?? text(in: notation)
  }
}
