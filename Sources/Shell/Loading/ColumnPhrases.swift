import Intake
import Messages
import PlanLanguage
import Quantities

// What a mapping block says over a table's own columns.

/// A header, or a calculation over headers: `数量 * 单价 - 优惠`.
struct ColumnNumber: Phrased {
  let calculation: ColumnCalculation

  static var form: Message { Message("a header, or a calculation over headers", zh: "表头，或由表头组成的算式") }

  init(_ calculation: ColumnCalculation) { self.calculation = calculation }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    // A header may look like a number or a month.
    if reader.afterNext == nil {
      calculation = .column(try HeaderText(from: &reader).text)
      return
    }
    let expression = try Expression(calculationFrom: &reader)
    calculation = try ColumnCalculation(expression)
    guard !calculation.headers.isEmpty else {
      throw Diagnostic(
        ReadingProblem.expected(ColumnNumber.form, found: expression.span.text), at: expression.span)
    }
  }

  func text(in notation: Notation) -> String { calculation.text }
}

/// A condition over headers: `状态 != "交易关闭" and 数量 > 0`.
struct RowCondition: Phrased {
  let condition: ColumnCondition

  static var form: Message {
    Message("a condition over headers, such as 状态 = \"交易成功\"", zh: "以表头写的条件，如 状态 = \"交易成功\"")
  }

  init(_ condition: ColumnCondition) { self.condition = condition }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    condition = try ColumnCondition(try Expression(from: &reader))
  }

  func text(in notation: Notation) -> String { condition.text }
}

extension ColumnCalculation {
  fileprivate init(_ expression: Expression) throws(Diagnostic) {
    switch expression {
    case .name(let name, nil, _): self = .column(name)
    case .literal(let token):
      switch token.kind {
      case .text(let header): self = .column(header)
      case .number(let number) where number.unit == nil: self = .number(number.value)
      default: throw Diagnostic(ReadingProblem.expected(ColumnNumber.form, found: token.kind.text), at: token.span)
      }
    case .negation(let value, _): self = .combined(.number(.zero), .minus, try ColumnCalculation(value))
    case .binary(let by, let one, let other):
      guard let by = Operator(rawValue: by.rawValue) else {
        throw Diagnostic(ReadingProblem.expected(ColumnNumber.form, found: by.rawValue), at: expression.span)
      }
      self = .combined(try ColumnCalculation(one), by, try ColumnCalculation(other))
    case .name, .call, .not, .within:
      throw Diagnostic(
        ReadingProblem.expected(ColumnNumber.form, found: expression.span.text), at: expression.span)
    }
  }

  /// As one writes it.
  var text: String {
    switch self {
    case .column(let header): spelled(name: header)
    case .number(let number): number.decimal()
    case .combined(let one, let by, let other): "\(one.text(under: by)) \(by.rawValue) \(other.text(under: by))"
    }
  }

  private func text(under outer: Operator) -> String {
    if case .combined = self, outer != .plus { "(\(text))" } else { text }
  }
}

extension ColumnCondition {
  fileprivate init(_ expression: Expression) throws(Diagnostic) {
    switch expression {
    case .not(let condition, _): self = .not(try ColumnCondition(condition))
    case .binary(.and, let one, let other): self = .both(try ColumnCondition(one), try ColumnCondition(other))
    case .binary(.or, let one, let other): self = .either(try ColumnCondition(one), try ColumnCondition(other))
    case .binary(let by, let one, let other):
      guard let by = Comparison(rawValue: by.rawValue) else {
        throw Diagnostic(ReadingProblem.expected(RowCondition.form, found: by.rawValue), at: expression.span)
      }
      if by == .equal || by == .notEqual, let header = one.plainName, let word = other.plainName {
        self = by == .equal ? .says(header: header, word) : .not(.says(header: header, word))
      } else {
        self = .compares(try ColumnCalculation(one), by, try ColumnCalculation(other))
      }
    case .literal, .name, .call, .negation, .within:
      throw Diagnostic(ReadingProblem.expected(RowCondition.form, found: expression.span.text), at: expression.span)
    }
  }

  /// As one writes it.
  var text: String {
    switch self {
    case .says(let header, let word): "\(spelled(name: header)) = \(quoted(word))"
    case .compares(let one, let by, let other): "\(one.text) \(by.rawValue) \(other.text)"
    case .not(.says(let header, let word)): "\(spelled(name: header)) != \(quoted(word))"
    case .not(let condition): "not (\(condition.text))"
    case .both(let one, let other): "(\(one.text)) and (\(other.text))"
    case .either(let one, let other): "(\(one.text)) or (\(other.text))"
    }
  }
}

extension Expression {
  /// A bare word or a text: a header, or what a cell is to say.
  fileprivate var plainName: String? {
    switch self {
    case .name(let name, nil, _): name
    case .literal(let token): if case .text(let text) = token.kind { text } else { nil }
    default: nil
    }
  }
}
