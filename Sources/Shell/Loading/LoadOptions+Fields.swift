import Analysis
import Intake
import MemberBook
import Messages
import PlanLanguage
import Programme
import Quantities

/// What the mapping block of a `load` may say of one kind of table.
protocol MappedRole: ColumnRole {
  /// The fields beside the columns and what every kind of table has.
  static var rowFields: [Field<LoadOptions<Self>>] { get }
  /// Kinds of entries that have a name: `action 投诉 = "complaint"`.
  static var namedEntries: [NamedEntry<LoadOptions<Self>>] { get }
  /// Columns that more can be said of than their header, with the fields in place of the usual ones.
  static var columnFields: [Self: Field<LoadOptions<Self>>] { get }
  /// Takes over what the session's settings decide about the rows.
  static func apply(_ settings: Settings, to rows: inout RowOptions)
}

extension MappedRole {
  static var namedEntries: [NamedEntry<LoadOptions<Self>>] { [] }
  static var columnFields: [Self: Field<LoadOptions<Self>>] { [:] }
  static func apply(_ settings: Settings, to rows: inout RowOptions) {}
}

/// An entry of a mapping block that gives a name to something.
struct NamedEntry<Root>: Sendable {
  let kind: String
  let summary: Message
  let set: @Sendable (inout Root, _ name: String, _ value: Phrase) throws(Diagnostic) -> Void
}

/// The mapping block of `load`: a field for each column, and the options.
extension LoadOptions where Role: MappedRole {
  static var fields: [Field<LoadOptions>] {
    let further = Role.columnFields
    return Role.allCases.map { column in
      let summary = column.summary
      return further[column]
        ?? Field(
          column.rawValue, \LoadOptions[header: column],
          Message("Header of the column: \(summary)", zh: "列的表头：\(summary)"))
    } + Role.rowFields + formatFields + sourceFields
  }

  /// How the rows are written.
  private static var formatFields: [Field<LoadOptions>] {
    [
      Field(
        "ignore", \.ignoredNames,
        Message(
          "Headers that do not tell rows apart: a running number, the time of printing",
          zh: "不用来区分行的表头：流水号、打印时间")),
      Field(
        "encoding", \.encodingName, Message("The file's encoding; else it is recognised", zh: "文件的编码；不写则自动识别")),
      Field(
        "delimiter", \.delimiterName,
        Message("What stands between fields; else it is recognised", zh: "字段之间的分隔符；不写则自动识别")),
      Field(
        "decimal", \.decimalName,
        Message(
          "What parts whole from fraction in numbers, where the amounts do not tell",
          zh: "数字的小数点，用于金额本身看不出来的情况")),
      Field(
        "dates", \.dates,
        Message(
          "The order of dates that do not begin with the year, where the cells do not tell",
          zh: "不以年份开头的日期的顺序，用于单元格本身看不出来的情况")),
    ]
  }

  /// Where the rows stand.
  private static var sourceFields: [Field<LoadOptions>] {
    [
      Field(
        "sheet", \.sheetName,
        Message("A workbook's sheet; else the first one that has rows", zh: "工作簿的工作表；不写则取第一个有行的")),
      Field("table", \.tableName, Message("A database's table; else its only one", zh: "数据库的表；不写则取唯一的表")),
      Field(
        "query", \.queryText,
        Message("What a database is asked, in place of a whole table", zh: "对数据库的查询，用来代替整张表")),
    ]
  }

  subscript(header column: Role) -> HeaderText? {
    get { columns[column].map { HeaderText($0) } }
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

  var decimalName: DecimalMarkName? {
    get { decimal.map { DecimalMarkName(mark: $0) } }
    set { decimal = newValue?.mark }
  }

  var delimiterName: DelimiterName? {
    get { delimiter.map { DelimiterName(delimiter: $0) } }
    set { delimiter = newValue?.delimiter }
  }
}

extension PurchaseColumn: MappedRole {
  static var rowFields: [Field<PurchaseOptions>] {
    [
      Field(
        "where", \.countedRows,
        Message("Which rows count; the others are left out: 状态 != \"交易关闭\"", zh: "哪些行算数，其余的不计：状态 != \"交易关闭\"")),
      Field(
        "returns", \.returnRows,
        Message(
          "Which rows are returns, whatever the sign of their amounts: 类型 = \"退货\"",
          zh: "哪些行是退货，不论金额正负：类型 = \"退货\"")),
      Field("walk_in", \.rows.walkIn, Message("What becomes of rows without a member", zh: "没有会员的行如何处理")),
      Field(
        "duplicates", \.rows.duplicates,
        Message("What becomes of rows that are equal in every column", zh: "每一列都相同的行如何处理")),
    ]
  }

  static var columnFields: [PurchaseColumn: Field<PurchaseOptions>] {
    [
      .amount: Field(
        "amount", \.amountSource,
        Message(
          "Header of the column, or how columns make it: 数量 * 单价 - 优惠. \(PurchaseColumn.amount.summary)",
          zh: "列的表头，或者由各列算出：数量 * 单价 - 优惠。\(PurchaseColumn.amount.summary)"))
    ]
  }

  static var namedEntries: [NamedEntry<PurchaseOptions>] {
    [
      NamedEntry(
        kind: "rate",
        summary: Message(
          "What one unit of another currency comes to: rate $ = 7.12", zh: "一单位其他货币合多少：rate $ = 7.12")
      ) { options, name, value throws(Diagnostic) in
        var reader = PhraseReader(value)
        let form = Message("a number above 0", zh: "大于 0 的数")
        let rate = try reader.number(form) { _ in false }.value
        try reader.finish(expecting: form)
        guard Ratio.zero < rate else {
          throw Diagnostic(ReadingProblem.expected(form, found: value.span.text), at: value.span)
        }
        guard options.rows.setRate(of: name, to: rate) else {
          throw Diagnostic(
            ReadingProblem.expected(Message("the sign or code of a currency", zh: "货币符号或代码"), found: name),
            at: value.span)
        }
      }
    ]
  }

  static func apply(_ settings: Settings, to rows: inout PurchaseRows) {
    rows.excludedTax = settings.tax.excluded
    rows.currency = settings.analysis.currency
  }
}

extension MemberColumn: MappedRole {
  static var rowFields: [Field<MemberOptions>] { [] }
}

extension ActionColumn: MappedRole {
  static var rowFields: [Field<ActionOptions>] {
    [
      Field(
        "every_row", \.everyRowName, Message("What every row is, where no column says", zh: "没有列写明时，每一行是什么行为"))
    ]
  }

  static var namedEntries: [NamedEntry<ActionOptions>] {
    [
      NamedEntry(
        kind: "action",
        summary: Message(
          "What the file's own words are called here: action 投诉 = \"complaint\"",
          zh: "文件中的说法在这里叫什么：action 投诉 = \"complaint\"")
      ) { options, name, value throws(Diagnostic) in
        for word in try NameList(value).names { options.rows.names[word] = name }
      }
    ]
  }
}

extension PurchaseOptions {
  fileprivate var amountSource: ColumnNumber? {
    get { rows.amount.map { ColumnNumber($0) } ?? columns[.amount].map { ColumnNumber(.column($0)) } }
    set {
      if case .column(let header)? = newValue?.calculation {
        columns[.amount] = header
      } else {
        rows.amount = newValue?.calculation
      }
    }
  }

  fileprivate var countedRows: RowCondition? {
    get { rows.counted.map { RowCondition($0) } }
    set { rows.counted = newValue?.condition }
  }

  fileprivate var returnRows: RowCondition? {
    get { rows.returns.map { RowCondition($0) } }
    set { rows.returns = newValue?.condition }
  }
}

extension ActionOptions {
  fileprivate var everyRowName: Name? {
    get { rows.everyRow.map { Name($0) } }
    set { rows.everyRow = newValue?.text }
  }
}
