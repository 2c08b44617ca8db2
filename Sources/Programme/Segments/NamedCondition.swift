public import Messages
import PlanLanguage

/// A name for the members that a condition holds of: a segment, or a tag. Conditions name both alike.
public protocol NamedCondition: Declared {
  var condition: SegmentCondition? { get set }
}

extension Declaration where Root: NamedCondition {
  /// The declaration of a kind whose objects are a condition and a name.
  init(_ kind: String, zh noun: Wording, _ summary: Message, where meaning: Message, example: String) {
    self.init(
      kind, zh: noun, summary, fields: [Field("where", \.condition, meaning)], example: example,
      check: { object in
        guard object.condition == nil else { return nil }
        return Inconsistency(
          DefinitionProblem.missing(
            Message(verbatim: "where"), of: object.title, example: "where = visits in last 90d >= 3"), at: [])
      })
  }
}

/// A segment or tag by its name, and where it was written.
public struct ConditionName: Hashable, Sendable {
  /// The segment, tag or score that is meant.
  public let name: String
  /// `segment` or `tag` where it was said which.
  public let kind: String?
  /// Where it stands; nil where it was not read.
  public let span: SourceSpan?

  /// `kind` is the keyword written before the name, if one is.
  public init(_ name: String, kind: String? = nil, at span: SourceSpan? = nil) {
    self.name = name
    self.kind = kind
    self.span = span
  }

  /// The same name and kind, wherever they stand.
  public static func == (one: ConditionName, other: ConditionName) -> Bool {
    one.name == other.name && one.kind == other.kind
  }
  /// By what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// What may stand before a name to say of what kind it is.
  public static let kinds = [Segment.declaration.kind, Tag.declaration.kind]

  /// `常客`, `segment 常客`, `tag(送礼)`. Bare, it is in quotes where it would be read as something else.
  var text: String {
    switch kind {
    case Tag.declaration.kind?: "tag(\(spelled(name: name)))"
    case let kind?: "\(kind) \(spelled(name: name))"
    case nil:
      SegmentMeasure.named(name) == nil && !ConditionName.kinds.contains(name) ? spelled(name: name) : quoted(name)
    }
  }
}

extension Programme {
  /// Everything that conditions can name, tags first.
  public var conditions: [(kind: String, name: String, condition: SegmentCondition)] {
    func named<Object: NamedCondition>(_ objects: [Object]) -> [(String, String, SegmentCondition)] {
      objects.compactMap { object in object.condition.map { (Object.declaration.kind, object.name, $0) } }
    }
    return (named(tags) + named(segments)).map { (kind: $0.0, name: $0.1, condition: $0.2) }
  }

  /// What a name stands for; nil where there is nothing of that name and kind.
  public func condition(_ name: ConditionName) -> SegmentCondition? {
    conditions.first { $0.name == name.name && name.kind ?? $0.kind == $0.kind }?.condition
  }
}
