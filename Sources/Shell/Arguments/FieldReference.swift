import Messages
import PlanLanguage
import Programme

/// A path to a field, `会员.金卡.spend`.
struct FieldReference: Phrased {
  var steps: [PathStep]
  let span: SourceSpan?

  init() {
    steps = []
    span = nil
  }

  static func == (one: FieldReference, other: FieldReference) -> Bool {
    one.steps.map(\.plain) == other.steps.map(\.plain)
  }
  func hash(into hasher: inout Hasher) { hasher.combine(steps.map(\.plain)) }

  static var form: Message { Message("a path such as 会员.金卡.spend", zh: "路径，如 会员.金卡.spend") }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
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

  func text(in notation: Notation) -> String { steps.map(\.text).joined(separator: ".") }
}

/// A number in any unit, with its place.
struct AnyNumber: Phrased {
  let number: Number
  let span: SourceSpan?

  static var form: Message { Message("a number", zh: "数字") }

  init(_ number: Number, at span: SourceSpan?) {
    self.number = number
    self.span = span
  }

  static func == (one: AnyNumber, other: AnyNumber) -> Bool { one.number == other.number }
  func hash(into hasher: inout Hasher) { hasher.combine(number) }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    number = try reader.number(AnyNumber.form) { _ in true }
    span = start.to(reader.previous)
  }

  func text(in notation: Notation) -> String { number.text }
}

/// `a..b`, whichever unit they are in.
struct NumberRange: Phrased {
  let low: AnyNumber
  let high: AnyNumber

  static var form: Message { Message("a range such as 500..5,000", zh: "区间，如 500..5,000") }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    low = try AnyNumber(from: &reader)
    try reader.expect(.range)
    high = try AnyNumber(from: &reader)
  }

  func text(in notation: Notation) -> String { low.text(in: notation) + ".." + high.text(in: notation) }
}
