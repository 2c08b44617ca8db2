public import PlanLanguage
public import Quantities

/// A scheduled value for each of several names, in the order in which they were first written.
public struct NamedValues<Value: Phrased>: Sendable, Hashable {
  /// A value with the name that it is for.
  public struct Named: Sendable, Hashable {
    /// What it is for.
    public let name: String
    /// By day.
    public var value: Scheduled<Value>
  }

  /// In the order of their first mention.
  public private(set) var values: [Named] = []

  /// No values.
  public init() {}

  /// The names that have one.
  public var names: [String] { values.map(\.name) }
  /// Whether any of them has a value.
  public var isSet: Bool { values.contains { $0.value.isSet } }
  /// Days on which one of them changes.
  public var boundaries: [Day] { values.flatMap(\.value.boundaries) }

  /// The value of `name`; one that is not set where nothing is said of it.
  public subscript(name: String) -> Scheduled<Value> {
    get { values.first { $0.name == name }?.value ?? Scheduled() }
    set {
      if let index = values.firstIndex(where: { $0.name == name }) {
        values[index].value = newValue
      } else {
        values.append(Named(name: name, value: newValue))
      }
    }
  }
}
