/// Members who hold the same in a column of the members file.
extension Profiles {
  /// By member a number that is the same for members who hold the same, nil where the cell is blank; nil where no column is
  /// called so. A column that serves a role is called by its header, or by the role, such as `family`.
  public func groups(by column: String) -> [Int64?]? {
    if let attribute = attributes.first(where: { $0.name == column }) {
      return (0..<count).map { attribute.values[$0] }
    }
    let facts = ProfileText.allCases
    let headed = facts.first { headers[$0] == column } ?? facts.first { $0.rawValue == column && has($0) }
    return headed.map { fact in (0..<count).map { code(fact, of: $0).map { Int64($0) } } }
  }

  /// What such columns are called, those of their own first.
  public var columnNames: [String] {
    attributes.map(\.name) + ProfileText.allCases.compactMap { headers[$0] ?? (has($0) ? $0.rawValue : nil) }
  }
}
