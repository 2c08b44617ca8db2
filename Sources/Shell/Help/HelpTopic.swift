public import Messages
import Programme
import Simulation

/// Something that help has examples of, for the tests that run them all.
public struct HelpTopic: Sendable {
  public let name: String
  public let examples: [Example]
  /// What its examples fail with; nil where they must not.
  public let code: ErrorCode?

  /// The fields of every kind of object, each with the lines of the kind's example that write it.
  public static let fields = HelpText.fields.map { field in
    (
      name: "\(field.owner).\(field.field.name)",
      lines: HelpText.uses(of: field.field.name, in: field.kind, field.child)
    )
  }
}

/// The rooms that help is sorted into.
public enum HelpGroup: String, CaseIterable, Sendable {
  case commands, metrics, pages, codes

  public var topics: [HelpTopic] {
    switch self {
    case .commands: Registry.commands.map { HelpTopic(name: $0.name, examples: $0.examples, code: nil) }
    case .metrics: Metric.all.map { HelpTopic(name: $0.name, examples: [$0.example], code: nil) }
    case .pages: HelpPages.all.map { HelpTopic(name: $0.names[0], examples: $0.examples, code: nil) }
    case .codes: ErrorCode.allCases.map { HelpTopic(name: $0.rawValue, examples: [$0.example], code: $0) }
    }
  }
}

extension Metric {
  var example: Example { Example("compare baseline 提高门槛 over 2025 on \(name)", shown: 5) }
}

extension ObjectKind {
  /// Its definitions, as they are typed.
  var definition: Example { Example(example.joined(separator: "\n")) }

  /// What the first of its definitions is called.
  var exampleName: String {
    let words = example.first?.split(separator: " ") ?? []
    return words.count > 1 ? String(words[1]) : ""
  }
}
