import MemberBook
import Messages

/// Which field of a row serves which role.
struct Layout<Role: ColumnRole>: Sendable {
  let headers: [String]
  let fields: [Role: Int]
  private let stated: Set<Role>
  /// Where the headers stand that are named beside those of roles.
  let further: [String: Int]

  /// Recognises the roles among `headers`: those that are stated, then by the declared names, the surest first.
  init(_ headers: [String], _ options: LoadOptions<Role>) throws(Diagnostic) {
    let stated = options.columns
    self.headers = headers
    self.stated = Set(stated.keys)
    let names = headers.map(HeaderName.normalised)
    func place(of header: String, for field: String) throws(Diagnostic) -> Int {
      let exact = headers.indices.filter { headers[$0] == header }
      let found = exact.isEmpty ? names.indices.filter { names[$0] == HeaderName.normalised(header) } : exact
      guard let place = found.first else {
        throw Diagnostic(
          IntakeProblem.mappedHeaderMissing(
            field, header: header, nearest: nearestName(to: header, among: headers), headers: headers))
      }
      if found.count > 1 { throw Diagnostic(IntakeProblem.ambiguousHeader(field, header: header)) }
      return place
    }
    var further: [String: Int] = [:]
    for (field, header) in Role.furtherHeaders(options.rows) {
      further[header] = try place(of: header, for: field)
    }
    self.further = further
    var fields: [Role: Int] = [:]
    for column in Role.allCases {
      guard let header = stated[column] else { continue }
      let field = try place(of: header, for: column.rawValue)
      if let other = Role.allCases.first(where: { fields[$0] == field }), !other.mayShare(with: column) {
        throw Diagnostic(IntakeProblem.mappedTwice(other.rawValue, column.rawValue, header: header))
      }
      fields[column] = field
    }
    let taken = Set(fields.values)
    for column in Role.allCases where fields[column] == nil {
      for synonym in column.headers {
        let name = HeaderName.normalised(synonym)
        let found = names.indices.filter { names[$0] == name && !taken.contains($0) }
        guard let field = found.first else { continue }
        if found.count > 1 { throw Diagnostic(IntakeProblem.ambiguousHeader(column.rawValue, header: headers[field])) }
        fields[column] = field
        break
      }
    }
    self.fields = fields
  }

  /// The first roles, one of which the table cannot do without, that are not here.
  func missing(_ options: Role.RowOptions) -> [Role]? {
    Role.needed(options).first { roles in roles.allSatisfy { fields[$0] == nil } }
  }

  /// Where `column` stands; -1 when nowhere.
  subscript(column: Role) -> Int { fields[column] ?? -1 }

  var uses: [ColumnUse] {
    Role.allCases.compactMap { column in
      fields[column].map {
        ColumnUse(role: column.rawValue, header: headers[$0], isStated: stated.contains(column))
      }
    }
  }

  /// The fields that serve no role and have a header.
  var unusedFields: [Int] {
    let taken = Set(fields.values).union(further.values)
    return headers.indices.filter { !taken.contains($0) && !headers[$0].isEmpty }
  }
}
