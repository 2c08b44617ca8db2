import MemberBook
public import Messages
public import PlanLanguage
public import Quantities
public import Simulation

/// Works out an expression exactly, and remembers what it looked at so that a failed assertion can show it.
public struct ExpressionEvaluator {
  /// Keeps the answers that were worked out on the way.
  public private(set) var analyst: Analyst
  private let context: ExpressionContext
  /// `share(金卡) = 8.7379%`, in the order they were asked.
  public private(set) var facts: [Message] = []
  /// Metrics that are known already, by their calls as they were typed.
  private let given: [String: MetricValue]

  /// `given` are metrics that are known already, by their calls as they were typed.
  public init(_ analyst: Analyst, in context: ExpressionContext, given: [String: MetricValue] = [:]) {
    self.analyst = analyst
    self.context = context
    self.given = given
  }

  /// Whether a condition holds.
  /// - Throws: where it is none, or names what is not known.
  public mutating func truth(of expression: Expression) throws(Diagnostic) -> Bool {
    guard case .truth(let holds) = try amount(of: expression) else {
      throw Diagnostic(AnalysisProblem.notACondition(Message(verbatim: expression.span.text)), at: expression.span)
    }
    return holds
  }

  /// What an expression comes to, exactly.
  /// - Throws: where units do not fit, something divides by 0, or a name is not known.
  public mutating func amount(of expression: Expression) throws(Diagnostic) -> Amount {
    switch expression {
    case .literal(let token): return try literal(token)
    case .name, .call: return try lookUp(expression)
    case .negation(let operand, let span):
      let (value, kind) = try number(operand)
      guard let negated = value.negated else { throw Diagnostic(AnalysisProblem.overflow, at: span) }
      return .number(negated, kind)
    case .not(let operand, _): return .truth(!(try truth(of: operand)))
    case .binary(let operation, let left, let right): return try join(left, right, by: operation, expression.span)
    case .within(let value, let low, let high):
      let middle = try amount(of: value)
      let aboveLow = try compare(middle, amount(of: low), by: "in", expression.span) >= 0
      let belowHigh = try compare(middle, amount(of: high), by: "in", expression.span) <= 0
      return .truth(aboveLow && belowHigh)
    }
  }

  private func literal(_ token: Token) throws(Diagnostic) -> Amount {
    switch token.kind {
    case .text(let text): return .text(text)
    case .day(let day): return .day(day)
    case .number(let number):
      switch number.unit {
      case nil: return .number(number.value, .plain)
      case .money: return .number(number.value, .money)
      case .points: return .number(number.value, .points)
      case .multiplier: return .number(number.value, .multiplier)
      case .percent, .percentagePoints:
        guard let fraction = number.value.divided(by: Ratio(100)) else { break }
        return .number(fraction, .share)
      case .days: return .number(number.value, .duration)
      case .hours, .weeks, .months, .years, .tenthsPaid: break
      }
      throw Diagnostic(AnalysisProblem.notANumber(Message(verbatim: "`\(token.kind.text)`")), at: token.span)
    case .word, .month, .quarter, .monthDay, .time, .reference, .mark, .newline:
      throw Diagnostic(AnalysisProblem.notANumber(Message(verbatim: "`\(token.kind.text)`")), at: token.span)
    }
  }

  private mutating func lookUp(_ expression: Expression) throws(Diagnostic) -> Amount {
    guard let call = MetricCall(expression) else {
      throw Diagnostic(AnalysisProblem.notANumber(Message(verbatim: expression.span.text)), at: expression.span)
    }
    if call.arguments.isEmpty {
      if let tokens = context.variables[call.typedName] {
        let amount = try variable(call.typedName, tokens, at: expression.span)
        facts.append(Message(verbatim: "\(call.typedName) = \(amount.text(in: analyst.notation))"))
        return amount
      }
      if let count = context.findings?.count(named: call.name) {
        facts.append(Message(verbatim: "\(call.text) = \(grouped(count))"))
        return .number(Ratio(count), .plain)
      }
    }
    if let value = given[call.text], let kind = Metric.named(call.name)?.unit.kind {
      guard let ratio = value.ratio else {
        throw Diagnostic(AnalysisProblem.undefinedValue(call.text), at: expression.span)
      }
      return .number(ratio, kind)
    }
    let bound = try analyst.bind(call)
    guard let range = context.range else { throw Diagnostic(AnalysisProblem.noRange, at: expression.span) }
    let rules = try analyst.rules(of: Reference(bound.scenario ?? context.scenario, at: call.span))
    let outcome = try analyst.outcome(rules, over: range, accounts: bound.needsAccounts)
    let value =
      if let segment = bound.segment {
        try analyst.outcomes(ofSegments: [segment], rules, over: range)[0]
          .value(of: bound, in: try bound.tierIndex(in: outcome, call), ofAll: outcome)
      } else {
        outcome.value(of: bound.metric, in: try bound.key(in: outcome, call))
      }
    guard let ratio = value.ratio else {
      var undefined = Diagnostic(AnalysisProblem.undefinedValue(call.text), at: expression.span)
      undefined.context = analyst.comingNotes(on: [bound], over: range)
      throw undefined
    }
    let kind = bound.metric.unit.kind
    var fact = Message(verbatim: "\(call.text) = \(kind.text(ratio, analyst.notation))")
    if case .share(let part, let whole) = value, bound.metric.name == "share" {
      fact += Message(
        " (\(grouped(part)) of \(grouped(whole)))", zh: "（\(grouped(whole)) 中的 \(grouped(part))）")
    }
    facts.append(fact)
    return .number(ratio, kind)
  }

  /// A variable's value: one literal, with a minus sign or without.
  private func variable(_ name: String, _ tokens: [Token], at span: SourceSpan) throws(Diagnostic) -> Amount {
    guard let last = tokens.last, tokens.count <= 2 else {
      throw Diagnostic(AnalysisProblem.notANumber(Message("the range \(name)", zh: "区间 \(name)")), at: span)
    }
    if case .word(let word) = last.kind, word == "true" || word == "false" { return .truth(word == "true") }
    if tokens.count == 1, case .word(let word) = last.kind { return .text(word) }
    let amount: Amount
    do { amount = try literal(last) } catch { throw Diagnostic(error.problem, at: span) }
    guard tokens.count == 2, case .number(let value, let kind) = amount, let negated = value.negated else {
      return amount
    }
    return .number(negated, kind)
  }

  /// A number and its unit.
  /// - Throws: also where it is none.
  public mutating func number(_ expression: Expression) throws(Diagnostic) -> (Ratio, Amount.Kind) {
    let amount = try amount(of: expression)
    guard case .number(let value, let kind) = amount else {
      throw Diagnostic(AnalysisProblem.notANumber(amount.kindName), at: expression.span)
    }
    return (value, kind)
  }

  private mutating func join(
    _ left: Expression, _ right: Expression, by operation: Expression.Operator, _ span: SourceSpan
  ) throws(Diagnostic) -> Amount {
    switch operation {
    case .and, .or:
      // Both sides are looked at, so that a failed assertion can show both.
      let (one, other) = (try truth(of: left), try truth(of: right))
      return .truth(operation == .and ? one && other : one || other)
    case .equal: return .truth(try compare(amount(of: left), amount(of: right), by: "=", span) == 0)
    case .notEqual: return .truth(try compare(amount(of: left), amount(of: right), by: "!=", span) != 0)
    case .less: return .truth(try compare(amount(of: left), amount(of: right), by: "<", span) < 0)
    case .lessOrEqual: return .truth(try compare(amount(of: left), amount(of: right), by: "<=", span) <= 0)
    case .greater: return .truth(try compare(amount(of: left), amount(of: right), by: ">", span) > 0)
    case .greaterOrEqual: return .truth(try compare(amount(of: left), amount(of: right), by: ">=", span) >= 0)
    case .plus, .minus, .times, .over: return try calculate(number(left), number(right), by: operation, span)
    }
  }

  private func calculate(
    _ left: (Ratio, Amount.Kind), _ right: (Ratio, Amount.Kind), by operation: Expression.Operator, _ span: SourceSpan
  ) throws(Diagnostic) -> Amount {
    let (a, leftKind) = left
    let (b, rightKind) = right
    let mismatch = Diagnostic(
      AnalysisProblem.valuesDiffer(left: leftKind.name, right: rightKind.name, operation: operation.rawValue), at: span)
    var result: Ratio?
    var kind = leftKind
    switch operation {
    case .plus, .minus:
      guard leftKind == rightKind || leftKind.takes(rightKind) || rightKind.takes(leftKind) else { throw mismatch }
      kind = leftKind == .plain ? rightKind : leftKind
      result = operation == .plus ? a.adding(b) : a.subtracting(b)
    case .times:
      // A factor has no unit of its own to add.
      guard leftKind.isFactor || rightKind.isFactor else { throw mismatch }
      kind = leftKind.isFactor && !(leftKind == .share && rightKind == .plain) ? rightKind : leftKind
      result = a.multiplied(by: b)
    case .over:
      guard b != .zero else { throw Diagnostic(AnalysisProblem.divisionByZero, at: span) }
      guard leftKind == rightKind || rightKind.isFactor else { throw mismatch }
      kind = leftKind == rightKind ? .plain : leftKind
      result = a.divided(by: b)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .and, .or: break
    }
    guard let result else { throw Diagnostic(AnalysisProblem.overflow, at: span) }
    return .number(result, kind)
  }

  /// Below, at or above 0 as `left` is less than, equal to or more than `right`.
  public func compare(
    _ left: Amount, _ right: Amount, by operation: String, _ span: SourceSpan
  ) throws(Diagnostic) -> Int {
    switch (left, right) {
    case (.number(let a, let one), .number(let b, let other))
    where one == other || one.takes(other) || other.takes(one):
      return a < b ? -1 : a == b ? 0 : 1
    case (.text(let a), .text(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.day(let a), .day(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.number, _), (.text, _), (.day, _), (.truth, _):
      throw Diagnostic(
        AnalysisProblem.valuesDiffer(left: left.kindName, right: right.kindName, operation: operation), at: span)
    }
  }
}

extension Amount.Kind {
  /// Whether a bare number may stand where this unit belongs.
  fileprivate func takes(_ other: Amount.Kind) -> Bool { other == .plain && (self == .money || self == .points) }
  fileprivate var isFactor: Bool { self == .plain || self == .share || self == .multiplier }
}
