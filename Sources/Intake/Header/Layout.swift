import MemberBook
import Quantities

/// Which field of a row serves which role.
struct Layout: Sendable {
  let headers: [String]
  let fields: [Column: Int]

  /// Recognises the roles among `headers`: those that are stated, then by the declared names, the surest first.
  init(_ headers: [String], stated: [Column: String]) throws(Diagnostic) {
    self.headers = headers
    let names = headers.map(HeaderName.normalised)
    var fields: [Column: Int] = [:]
    for column in Column.allCases {
      guard let header = stated[column] else { continue }
      let exact = headers.indices.filter { headers[$0] == header }
      let found = exact.isEmpty ? names.indices.filter { names[$0] == HeaderName.normalised(header) } : exact
      guard let field = found.first else {
        throw Diagnostic(
          IntakeProblem.mappedHeaderMissing(
            column, header: header, nearest: nearestName(to: header, among: headers), headers: headers))
      }
      if found.count > 1 { throw Diagnostic(IntakeProblem.ambiguousHeader(column, header: header)) }
      if let other = Column.allCases.first(where: { fields[$0] == field }), !(other == .date && column == .time) {
        throw Diagnostic(IntakeProblem.mappedTwice(other, column, header: header))
      }
      fields[column] = field
    }
    let taken = Set(fields.values)
    for column in Column.allCases where fields[column] == nil {
      for synonym in column.headers {
        let name = HeaderName.normalised(synonym)
        let found = names.indices.filter { names[$0] == name && !taken.contains($0) }
        guard let field = found.first else { continue }
        if found.count > 1 { throw Diagnostic(IntakeProblem.ambiguousHeader(column, header: headers[field])) }
        fields[column] = field
        break
      }
    }
    self.fields = fields
  }

  /// The first role that a purchases file cannot do without and that is not here.
  var missing: Column? {
    if fields[.member] == nil { return .member }
    if fields[.date] == nil, fields[.time] == nil { return .date }
    return fields[.amount] == nil ? .amount : nil
  }

  /// Where `column` stands; -1 when nowhere.
  subscript(column: Column) -> Int { fields[column] ?? -1 }

  var uses: [ColumnUse] {
    Column.allCases.compactMap { column in
      fields[column].map { ColumnUse(role: column.rawValue, header: headers[$0]) }
    }
  }

  var unused: [String] {
    let taken = Set(fields.values)
    return headers.indices.filter { !taken.contains($0) && !headers[$0].isEmpty }.map { headers[$0] }
  }
}
