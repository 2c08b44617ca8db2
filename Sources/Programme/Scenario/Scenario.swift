public import Messages
public import PlanLanguage

/// A diff over its parent: which paths have which values, and while when.
public struct Scenario: Sendable, Equatable {
  /// What the objects themselves say.
  public static let baseline = "baseline"
  /// What people call one.
  public static let noun = Message("scenario", zh: "方案")

  /// How the plan calls it.
  public var name: String
  /// The scenario it changes; `baseline` at the end of every chain.
  public var parent: String
  /// In the order written: a later one wins over an earlier one of the same path.
  public var assignments: [Assignment]

  /// A difference from `parent`.
  public init(name: String, parent: String = Scenario.baseline, assignments: [Assignment] = []) {
    self.name = name
    self.parent = parent
    self.assignments = assignments
  }
}

/// One line of a scenario.
public struct Assignment: Sendable, Equatable {
  /// The field that it changes.
  public var path: [PathStep]
  /// What it is changed to, as written.
  public var value: Phrase
  /// The days that it holds on; nil for all.
  public var during: Phrase?

  /// `during` is read as days when the scenario is resolved; nil for all.
  public init(path: [PathStep], value: Phrase, during: Phrase? = nil) {
    self.path = path
    self.value = value
    self.during = during
  }

  /// The same change, however it is spelled.
  public static func == (one: Assignment, other: Assignment) -> Bool {
    one.path.map(\.plain) == other.path.map(\.plain) && one.value == other.value && one.during == other.during
  }

  /// The path as it is written.
  public var pathText: String { path.map(\.text).joined(separator: ".") }

  /// From the path to the end of the value.
  public var span: SourceSpan { path.first.map { $0.span.to(value.span) } ?? value.span }
}

extension Scenario {
  /// The assignments that a definition's block says; children have no place in it.
  public init(defining name: String, from parent: String, by block: Block) throws(Diagnostic) {
    self.init(name: name, parent: parent)
    for entry in block.entries {
      switch entry.content {
      case .assignment(let path, let value, let during):
        assignments.append(Assignment(path: path, value: value, during: during))
      case .child(let kind, _, _, _):
        throw Diagnostic(DefinitionProblem.objectPathNeedsField(kind), at: entry.span)
      }
    }
  }
}
