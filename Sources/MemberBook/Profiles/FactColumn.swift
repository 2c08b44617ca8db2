/// A fact a member, where it is known. A column that nothing was entered into takes no memory.
struct FactColumn<Value: Equatable & Sendable>: Equatable, Sendable {
  private var values: [Value] = []
  /// Stands for what is not known; no fact has this value.
  private let unknown: Value

  init(unknown: Value) { self.unknown = unknown }

  subscript(member: Int) -> Value? {
    get {
      guard member < values.count, values[member] != unknown else { return nil }
      return values[member]
    }
    set {
      guard let newValue else {
        if member < values.count { values[member] = unknown }
        return
      }
      while values.count <= member { values.append(unknown) }
      values[member] = newValue
    }
  }

  var isEmpty: Bool { values.isEmpty }
  var byteCount: Int { values.capacity * MemoryLayout<Value>.stride }

  /// The facts of members that have the numbers of `order` here, in that order; of `nil` nothing is known.
  func gathered(_ order: [Int?]) -> FactColumn {
    var result = FactColumn(unknown: unknown)
    if isEmpty { return result }
    result.values = order.map { $0.flatMap { self[$0] } ?? unknown }
    return result
  }

  static func == (one: FactColumn, other: FactColumn) -> Bool {
    (0..<max(one.values.count, other.values.count)).allSatisfy { one[$0] == other[$0] }
  }
}
