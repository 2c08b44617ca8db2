public import Messages
public import Quantities

/// A value that is one of a few fixed wordings, such as `one step`; its raw value is the wording.
public protocol PhrasedChoice: Phrased, CaseIterable, RawRepresentable where RawValue == String {
  /// What may be typed in Chinese for it.
  var aliases: [Alias] { get }
}

extension PhrasedChoice {
  /// None, unless a type gives some.
  public var aliases: [Alias] { [] }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message(verbatim: allCases.map(\.rawValue).joined(separator: " · ")) }
  /// What Tab offers.
  public static var candidates: [String] { allCases.map(\.rawValue) }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    for choice in Self.allCases where reader.accept(words: choice.rawValue) {
      self = choice
      return
    }
    if case .word(let word)? = reader.next?.kind,
      let choice = Self.allCases.first(where: { $0.aliases.contains { $0.forms.contains(word) } })
    {
      reader.advance()
      self = choice
      return
    }
    guard let found = reader.next else { throw reader.unexpected(Self.form) }
    throw Diagnostic(
      ReadingProblem.notOneOf(
        found: reader.rest.span.text, options: Self.candidates),
      at: found.span)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { rawValue }
}

extension Rounding: PhrasedChoice {}

/// A name of the user's, such as a tier's; printed with quotes where it is not a plain word.
public struct Name: Hashable, Sendable, Phrased {
  /// The name without its quotes.
  public var text: String

  /// `text` without quotes.
  public init(_ text: String) { self.text = text }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a name", zh: "名称") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) { text = try reader.name(Name.form) }

  /// With quotes where it is no plain word.
  public func text(in notation: Notation) -> String { spelled(name: text) }
}

/// Words that are part of the grammar and need quotes as names.
public let clauseWords: Set<String> = [
  "from", "to", "over", "by", "on", "in", "as", "using", "seed", "draws", "step", "where", "top", "because", "else",
  "until", "during", "and", "or", "not",
]

/// `name` as the language must read it: bare where it is a plain word, else in quotes.
public func spelled(name: String, reserved: Set<String> = clauseWords) -> String {
  let plain =
    !name.isEmpty && !reserved.contains(name) && name.unicodeScalars.allSatisfy(isNamePart)
    && !name.unicodeScalars.allSatisfy { ("0"..."9").contains($0) } && !looksLikeNumber(name)
  return plain ? name : quoted(name)
}

/// Letters, marks and digits of any script, and the underscore.
public func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
    .letterNumber, .nonspacingMark, .spacingMark:
    true
  default: scalar == "_"
  }
}

/// `12mo`, `3亿`: a digit run and a unit, which the language reads as a number.
private func looksLikeNumber(_ name: String) -> Bool {
  let digits = name.prefix { ("0"..."9").contains($0) }
  return !digits.isEmpty && NumberSuffix(String(name.dropFirst(digits.count))) != nil
}

/// What may follow a digit run and still be a number: a scale, a unit, or both.
public struct NumberSuffix: Sendable {
  /// What the number is multiplied by, as 10,000 for 万.
  public var scale: Int64 = 1
  /// The unit that it says; nil where it only scales.
  public var unit: NumberUnit?

  /// Nil where `text` is no such suffix; an empty one changes nothing.
  public init?(_ text: String) {
    var rest = Substring(text)
    if rest.hasPrefix("万") {
      scale = 10_000
      rest.removeFirst()
    } else if rest.hasPrefix("亿") {
      scale = 100_000_000
      rest.removeFirst()
    }
    let units: [Substring: NumberUnit] = [
      "元": .money(.yuan), "x": .multiplier, "pp": .percentagePoints, "pt": .points, "h": .hours, "d": .days,
      "w": .weeks, "mo": .months, "y": .years, "折": .tenthsPaid,
    ]
    if rest.isEmpty { return }
    guard let unit = units[rest] else { return nil }
    self.unit = unit
  }
}
