import Messages

/// The tables and views of a database, to find the one that is meant.
struct TableChoice {
  /// What they are called, in order, as messages show them.
  let tables: [String]
  let views: [String]
  /// The database, as messages name it.
  let source: String

  /// The one that `asked` names, be it in other capitals; without a name, the only table, or where there is none, the only
  /// view.
  func find(_ asked: String?) throws(Diagnostic) -> String {
    let all = tables + views
    guard let asked else {
      if tables.count == 1 { return tables[0] }
      if tables.isEmpty, views.count == 1 { return views[0] }
      throw Diagnostic(all.isEmpty ? DatabaseProblem.noTables(source) : .whichTable(source, tables: all))
    }
    if all.contains(asked) { return asked }
    let alike = all.filter { $0.lowercased() == asked.lowercased() }
    if alike.count == 1 { return alike[0] }
    throw Diagnostic(
      all.isEmpty
        ? DatabaseProblem.noTables(source)
        : .noTable(asked, source: source, nearest: alike.first ?? nearestName(to: asked, among: all), tables: all))
  }
}

/// `name` as an identifier of SQL, between `quote` and `quote`.
func quoted(_ name: String, by quote: String) -> String {
  guard let mark = quote.first else { return name }
  return quote + name.flatMap { $0 == mark ? [$0, $0] : [$0] } + quote
}
