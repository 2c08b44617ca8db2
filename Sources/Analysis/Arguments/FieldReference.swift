public import Messages
public import PlanLanguage
import Programme

/// A path to a field, `会员.金卡.spend`.
public struct FieldReference: Phrased {
  public var steps: [PathStep]
  public let span: SourceSpan?

  public init() {
    steps = []
    span = nil
  }

  public static func == (one: FieldReference, other: FieldReference) -> Bool {
    one.steps.map(\.plain) == other.steps.map(\.plain)
  }
  public func hash(into hasher: inout Hasher) { hasher.combine(steps.map(\.plain)) }

  public static var form: Message { Message("a path such as 会员.金卡.spend", zh: "路径，如 会员.金卡.spend") }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    steps = []
    repeat {
      let place = reader.here
      let name = try reader.name(FieldReference.form)
      var arguments: [String] = []
      if reader.accept(.open) {
        repeat { arguments.append(try reader.name(Message("a name", zh: "名称"))) } while reader.accept(.comma)
        try reader.expect(.close)
      }
      steps.append(PathStep(name, arguments: arguments, span: place.to(reader.previous)))
    } while reader.accept(.dot)
    span = start.to(reader.previous)
  }

  public func text(in notation: Notation) -> String { steps.map(\.text).joined(separator: ".") }
}

/// A number in any unit, with its place.
public struct AnyNumber: Phrased {
  public let number: Number
  public let span: SourceSpan?

  public static var form: Message { Message("a number", zh: "数字") }

  public init(_ number: Number, at span: SourceSpan?) {
    self.number = number
    self.span = span
  }

  public static func == (one: AnyNumber, other: AnyNumber) -> Bool { one.number == other.number }
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    number = try reader.number(AnyNumber.form) { _ in true }
    span = start.to(reader.previous)
  }

  public func text(in notation: Notation) -> String { number.text }
}

/// `a..b`, whichever unit they are in.
public struct NumberRange: Phrased {
  public let low: AnyNumber
  public let high: AnyNumber

  public static var form: Message { Message("a range such as 500..5,000", zh: "区间，如 500..5,000") }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    low = try AnyNumber(from: &reader)
    try reader.expect(.range)
    high = try AnyNumber(from: &reader)
  }

  public func text(in notation: Notation) -> String { low.text(in: notation) + ".." + high.text(in: notation) }
}
