public import PlanLanguage
public import Quantities

/// A scheduled value for each of several names, in the order in which they were first written.
public struct NamedValues<Value: Phrased>: Sendable, Hashable {
  public struct Named: Sendable, Hashable {
    public let name: String
    public var value: Scheduled<Value>
  }

  public private(set) var values: [Named] = []

  public init() {}

  public var names: [String] { values.map(\.name) }
  public var isSet: Bool { values.contains { $0.value.isSet } }
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
