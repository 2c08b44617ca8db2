public import Messages
public import PlanLanguage
import Programme

/// A path to a field, `会员.金卡.spend`.
public struct FieldReference: Phrased {
  /// From the object down to the field.
  public var steps: [PathStep]
  /// Where it was written; nil where nobody wrote it.
  public let span: SourceSpan?

  /// A path that is not written yet.
  public init() {
    steps = []
    span = nil
  }

  /// Equal where they read the same.
  public static func == (one: FieldReference, other: FieldReference) -> Bool {
    one.steps.map(\.plain) == other.steps.map(\.plain)
  }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(steps.map(\.plain)) }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a path such as 会员.金卡.spend", zh: "路径，如 会员.金卡.spend") }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
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

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { steps.map(\.text).joined(separator: ".") }
}

/// A number in any unit, with its place.
public struct AnyNumber: Phrased {
  /// The number, in the unit that it has.
  public let number: Number
  /// Where it was written; nil where nobody wrote it.
  public let span: SourceSpan?

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a number", zh: "数字") }

  /// A number, written at `span`.
  public init(_ number: Number, at span: SourceSpan?) {
    self.number = number
    self.span = span
  }

  /// Equal where they read the same.
  public static func == (one: AnyNumber, other: AnyNumber) -> Bool { one.number == other.number }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    number = try reader.number(AnyNumber.form) { _ in true }
    span = start.to(reader.previous)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { number.text }
}

/// `a..b`, whichever unit they are in.
public struct NumberRange: Phrased {
  /// The lower end.
  public let low: AnyNumber
  /// The upper end.
  public let high: AnyNumber

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a range such as 500..5,000", zh: "区间，如 500..5,000") }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    low = try AnyNumber(from: &reader)
    try reader.expect(.range)
    high = try AnyNumber(from: &reader)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { low.text(in: notation) + ".." + high.text(in: notation) }
}
