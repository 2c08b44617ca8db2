public import Messages
public import PlanLanguage
import Quantities
public import Simulation

/// A metric as it was written: `share(提高门槛, 金卡)`.
public struct MetricCall: Phrased {
  /// An argument and how it was qualified: `tier 金卡`.
  public struct Argument: Hashable, Sendable {
    /// The name.
    public let name: String
    /// `tier`, `scenario` and so on; nil where it was not said.
    public let kind: String?
  }

  /// The metric's own name, where an alias was typed too.
  public let name: String
  /// The whole as it was typed: a column of the user's own may be called like an alias.
  public let typed: String
  /// The name as it was typed.
  let typedName: String
  /// What stands in the brackets.
  public let arguments: [Argument]
  /// As it was typed, in canonical spelling.
  public let text: String
  /// Where it was written; nil where nobody wrote it.
  public let span: SourceSpan?

  /// Equal where they read the same.
  public static func == (one: MetricCall, other: MetricCall) -> Bool { one.text == other.text }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a metric such as spend or share(金卡)", zh: "指标，如 spend 或 share(金卡)") }

  /// A metric that nobody typed.
  public init(_ name: String, _ arguments: [String] = []) {
    self.name = name
    typedName = name
    self.arguments = arguments.map { Argument(name: $0, kind: nil) }
    text = MetricCall.text(of: name, self.arguments)
    typed = text
    span = nil
  }

  private static func text(of name: String, _ arguments: [Argument]) -> String {
    let named = arguments.map { ($0.kind.map { $0 + " " } ?? "") + spelled(name: $0.name) }
    return name + (named.isEmpty ? "" : "(" + named.joined(separator: ", ") + ")")
  }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let before = reader.rest.tokens
    let expression = try Expression(operandFrom: &reader)
    let used = before.dropLast(reader.rest.tokens.count)
    guard let call = MetricCall(expression, text: Printer.typed(Array(used))) else {
      throw Diagnostic(
        ReadingProblem.expected(MetricCall.form, found: Printer.text(of: Array(used))), at: expression.span)
    }
    self = call
  }

  /// Nil where the expression is not a name with or without arguments.
  public init?(_ expression: Expression, text: String? = nil) {
    switch expression {
    case .name(let name, nil, let span):
      self.init(name: name, arguments: [], text: text ?? spelled(name: name), span: span)
    case .call(let name, let arguments, let span):
      var read: [Argument] = []
      var text = text
      for argument in arguments {
        switch argument {
        case .name(let name, let kind, _): read.append(Argument(name: name, kind: kind))
        case .literal(let token):
          switch token.kind {
          case .text(let name): read.append(Argument(name: name, kind: nil))
          // A budget is called by its year, quarter or month.
          case .month, .quarter: read.append(Argument(name: token.kind.text, kind: nil))
          case .number(let number) where number.unit == nil && number.value.denominator == 1:
            let year = String(number.value.numerator)
            read.append(Argument(name: year, kind: nil))
            text = text?.replacing(token.kind.text, with: year)
          case .word, .number, .day, .monthDay, .time, .reference, .mark, .newline: return nil
          }
        case .call, .negation, .not, .binary, .within: return nil
        }
      }
      // What stands for a variable is said, not the variable.
      let typed = span.text.contains("{") ? MetricCall.text(of: name, read) : span.text
      self.init(name: name, arguments: read, text: text ?? typed, span: span)
    case .name, .literal, .negation, .not, .binary, .within: return nil
    }
  }

  private init(name: String, arguments: [Argument], text: String, span: SourceSpan) {
    typed = text
    typedName = name
    self.name = Metric.named(name)?.name ?? name
    self.arguments = arguments
    // Of an alias, as if the metric's own name had been typed, so that results have the same keys in every language.
    self.text = self.name != name && text.hasPrefix(name) ? self.name + text.dropFirst(name.count) : text
    self.span = span
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { text }
}

extension Split: PhrasedChoice {}
