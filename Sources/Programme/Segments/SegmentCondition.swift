public import Messages
public import PlanLanguage

/// Which members a segment or tag has: comparisons of measures, and other segments and tags, joined by `and`, `or`, `not` and `but not`.
///
/// What is not known of a member holds in no comparison, so that `not` of it holds.
public indirect enum SegmentCondition: Hashable, Phrased {
  case compare(MeasureCall, SegmentComparison, SegmentValue)
  /// Both ends in.
  case within(MeasureCall, SegmentValue, SegmentValue)
  /// A measure that holds or does not.
  case holds(MeasureCall)
  case segment(ConditionName)
  case and(SegmentCondition, SegmentCondition)
  case or(SegmentCondition, SegmentCondition)
  case not(SegmentCondition)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "a condition on members, such as spend in last 12mo >= 8,000 and not bought(\"GIFT\"); `help measures` lists what "
        + "can be compared",
      zh: "关于会员的条件，如 spend in last 12mo >= 8,000 and not bought(\"GIFT\")；`help measures` 列出可以比较的内容")
  }
  /// What Tab offers.
  public static var candidates: [String] { SegmentMeasure.allCases.map(\.name) }
  /// A word on those that do not speak for themselves.
  public static var notes: [String: Message] {
    Dictionary(uniqueKeysWithValues: SegmentMeasure.allCases.map { ($0.name, $0.facts.summary) })
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    self = try SegmentCondition(conjunction: &reader)
    while reader.accept(word: "or") { self = .or(self, try SegmentCondition(conjunction: &reader)) }
  }

  private init(conjunction reader: inout PhraseReader) throws(Diagnostic) {
    self = try SegmentCondition(atom: &reader)
    while true {
      if reader.accept(word: "and") {
        self = .and(self, try SegmentCondition(atom: &reader))
      } else if reader.accept(words: "but not") {
        self = .and(self, .not(try SegmentCondition(atom: &reader)))
      } else {
        return
      }
    }
  }

  private init(atom reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(.open) {
      self = try SegmentCondition(from: &reader)
      try reader.expect(.close)
    } else if reader.accept(word: "not") {
      self = .not(try SegmentCondition(atom: &reader))
    } else {
      self = try reader.comparison()
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .compare(let call, let comparison, let value):
      "\(call.text(in: notation)) \(comparison.rawValue) \(value.text(in: notation))"
    case .within(let call, let low, let high):
      "\(call.text(in: notation)) in \(low.text(in: notation))..\(high.text(in: notation))"
    case .holds(let call): call.text(in: notation)
    case .segment(let name): name.text
    case .and(let one, let other): one.text(within: 2, notation) + " and " + other.text(within: 3, notation)
    case .or(let one, let other): one.text(within: 1, notation) + " or " + other.text(within: 2, notation)
    case .not(let one): "not " + one.text(within: 3, notation)
    }
  }

  /// In brackets where it binds less tightly than `level`.
  private func text(within level: Int, _ notation: Notation) -> String {
    let own =
      switch self {
      case .or: 1
      case .and: 2
      case .not, .compare, .within, .holds, .segment: 3
      }
    return own < level ? "(" + text(in: notation) + ")" : text(in: notation)
  }
}

extension SegmentCondition {
  /// Everything that it compares, its own only.
  public var calls: [MeasureCall] {
    switch self {
    case .compare(let call, _, _), .within(let call, _, _), .holds(let call): [call]
    case .segment: []
    case .and(let one, let other), .or(let one, let other): one.calls + other.calls
    case .not(let one): one.calls
    }
  }

  /// The segments and tags that it names itself.
  public var names: [ConditionName] {
    switch self {
    case .compare, .within, .holds: []
    case .segment(let name): [name]
    case .and(let one, let other), .or(let one, let other): one.names + other.names
    case .not(let one): one.names
    }
  }
}
