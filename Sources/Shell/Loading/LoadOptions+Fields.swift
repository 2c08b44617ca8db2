import Intake
import MemberBook
import Programme
import Quantities

/// What the mapping block of a `load` may say of one kind of table.
protocol MappedRole: ColumnRole {
  /// The fields beside the columns and what every kind of table has.
  static var rowFields: [Field<LoadOptions<Self>>] { get }
  /// Kinds of entries that have a name: `action 投诉 = "complaint"`.
  static var namedEntries: [NamedEntry<LoadOptions<Self>>] { get }
  /// Takes over what the session's settings decide about the rows.
  static func apply(_ settings: Settings, to rows: inout RowOptions)
}

extension MappedRole {
  static var namedEntries: [NamedEntry<LoadOptions<Self>>] { [] }
  static func apply(_ settings: Settings, to rows: inout RowOptions) {}
}

/// An entry of a mapping block that gives a name to something.
struct NamedEntry<Root>: Sendable {
  let kind: String
  let summary: String
  let set: @Sendable (inout Root, _ name: String, _ value: Phrase) throws(Diagnostic) -> Void
}

/// The mapping block of `load`: a field for each column, and the options.
extension LoadOptions where Role: MappedRole {
  static var fields: [Field<LoadOptions>] {
    Role.allCases.map { column in
      Field(column.rawValue, \LoadOptions[header: column], "Header of the column: " + column.summary)
    } + Role.rowFields + [
      Field("ignore", \.ignoredNames, "Headers that do not tell rows apart: a running number, the time of printing"),
      Field("encoding", \.encodingName, "The file's encoding; else it is recognised"),
      Field("delimiter", \.delimiterName, "What stands between fields; else it is recognised"),
      Field("dates", \.dates, "The order of dates that do not begin with the year, where the cells do not tell"),
      Field("sheet", \.sheetName, "A workbook's sheet; else the first one that has rows"),
      Field("table", \.tableName, "A database's table; else its only one"),
      Field("query", \.queryText, "What a database is asked, in place of a whole table"),
    ]
  }

  subscript(header column: Role) -> Name? {
    get { columns[column].map { Name($0) } }
    set { columns[column] = newValue?.text }
  }

  var ignoredNames: NameList? {
    get { ignored.isEmpty ? nil : NameList(ignored) }
    set { ignored = newValue?.names ?? [] }
  }

  var sheetName: Name? {
    get { sheet.map { Name($0) } }
    set { sheet = newValue?.text }
  }

  var tableName: Name? {
    get { table.map { Name($0) } }
    set { table = newValue?.text }
  }

  var queryText: Name? {
    get { query.map { Name($0) } }
    set { query = newValue?.text }
  }

  var encodingName: EncodingName? {
    get { encoding.map { EncodingName(encoding: $0) } }
    set { encoding = newValue?.encoding }
  }

  var delimiterName: DelimiterName? {
    get { delimiter.map { DelimiterName(delimiter: $0) } }
    set { delimiter = newValue?.delimiter }
  }
}

extension PurchaseColumn: MappedRole {
  static var rowFields: [Field<PurchaseOptions>] {
    [
      Field("walk_in", \.rows.walkIn, "What becomes of rows without a member"),
      Field("duplicates", \.rows.duplicates, "What becomes of rows that are equal in every column"),
    ]
  }

  static func apply(_ settings: Settings, to rows: inout PurchaseRows) { rows.excludedTax = settings.tax.excluded }
}

extension MemberColumn: MappedRole {
  static var rowFields: [Field<MemberOptions>] { [] }
}

extension ActionColumn: MappedRole {
  static var rowFields: [Field<ActionOptions>] {
    [Field("every_row", \.everyRowName, "What every row is, where no column says")]
  }

  static var namedEntries: [NamedEntry<ActionOptions>] {
    [
      NamedEntry(kind: "action", summary: "What the file's own words are called here: action 投诉 = \"complaint\"") {
        options, name, value throws(Diagnostic) in
        for word in try NameList(value).names { options.rows.names[word] = name }
      }
    ]
  }
}

extension ActionOptions {
  fileprivate var everyRowName: Name? {
    get { rows.everyRow.map { Name($0) } }
    set { rows.everyRow = newValue?.text }
  }
}
