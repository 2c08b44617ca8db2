public import Messages

/// What may stand in a slot, for Tab.
enum Offer: Sendable, Equatable {
  case nothing
  case words([String])
  /// `baseline` and the scenarios.
  case scenarios
  /// What `compare` takes: scenarios, and events.
  case comparables
  /// Objects of a kind: `ladder`.
  case objects(String)
  /// Segments and tags.
  case conditions
  /// What members are ranked by: their figures and scores.
  case rankings
  /// Objects of the kind that was named just before.
  case objectsOfKind
  /// A statement of its own.
  case statement
  case members
  case metrics
  /// `maximise` or `minimise`, and a metric.
  case goals
  /// Metrics and variables.
  case values
  /// What a loop walks over.
  case rounds
  /// Paths that a scenario can set.
  case paths
  /// Those with a number, for a sweep or a search.
  case dials
  case splits
  case ranges
  case files
  /// Files, or `odbc`.
  case sources
  case settings
  /// What the setting that was named takes.
  case settingValues
  case topics
  /// The tables of the last result.
  case tables
  /// What `chart` draws: tables of the last result, and metrics.
  case charts
  /// The columns of numbers of the last result.
  case columns
}

extension Message {
  /// Of a field or setting without a value.
  static let notSet = Message("not set", zh: "未设置")
}

/// Something that Tab offers, with a word of description.
public struct Candidate: Sendable, Equatable {
  public let text: String
  public let note: Message
  /// What else may be typed for it, such as its name in the other Chinese script.
  let alsoTyped: [String]
  /// Whether there are more like it than are offered.
  public var isLastOfMany = false

  public init(_ text: String, _ note: Message = .empty, isLastOfMany: Bool = false) {
    self.init(text, note, isLastOfMany: isLastOfMany, alsoTyped: [])
  }

  init(_ text: String, _ note: Message, isLastOfMany: Bool = false, alsoTyped: [String]) {
    self.text = text
    self.note = note
    self.alsoTyped = alsoTyped
    self.isLastOfMany = isLastOfMany
  }
}
