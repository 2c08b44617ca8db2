import Messages

/// Why a table or query of a database cannot be read. A source is a file's path, or a connection without its secrets; words
/// are the database's own, without secrets.
enum DatabaseProblem: Problem {
  case tableAndQuery(source: String)
  case noTable(String, source: String, nearest: String?, tables: [String])
  case noTables(String)
  case whichTable(String, tables: [String])

  case emptyQuery(source: String)
  case severalStatements(source: String)
  case unclosedQuote(source: String)
  case notReading(source: String)
  case noColumns(source: String)
  case refused(source: String, words: Message)
  case brokenOff(source: String, row: Int, words: Message)
  case longCell(source: String, column: String, row: Int, limit: Int)

  case locked(String)
  case damaged(String, words: Message)
  case notDatabase(String)
  case logNotReadable(String)
  case changedWhileRead(String)

  case noDataSource(String, words: Message)
  case noDriver(String, words: Message)
  case noConnection(String, words: Message)
  case loginRefused(String, words: Message)
  case noAnswer(String, seconds: Int)

  var code: ErrorCode {
    switch self {
    case .tableAndQuery: .conflict
    case .noTable: .unknownName
    case .noTables: .noRows
    case .whichTable, .emptyQuery: .missing
    case .severalStatements, .unclosedQuote, .notReading, .noColumns, .refused: .value
    case .longCell: .limit
    case .brokenOff, .locked, .damaged, .notDatabase, .logNotReadable, .changedWhileRead, .noDataSource, .noDriver,
      .noConnection, .loginRefused, .noAnswer:
      .file
    }
  }

  var message: Message {
    switch self {
    case .tableAndQuery(let source):
      Message("both a table and a query of \(source) are asked for", zh: "对 \(source) 同时要求了表和查询")
    case .noTable(let name, let source, _, let tables):
      Message(
        "\(source) has no table `\(name)`; its tables and views are \(listed(tables))",
        zh: "\(source) 中没有表 `\(name)`；其中的表和视图有：\(listed(tables))")
    case .noTables(let source): Message("\(source) has no tables", zh: "\(source) 中没有表")
    case .whichTable(let source, let tables):
      Message("\(source) has several tables and views: \(listed(tables))", zh: "\(source) 中有多个表和视图：\(listed(tables))")
    case .emptyQuery(let source): Message("the query of \(source) is empty", zh: "对 \(source) 的查询是空的")
    case .severalStatements(let source):
      Message("the query of \(source) holds more than one statement", zh: "对 \(source) 的查询含有多条语句")
    case .unclosedQuote(let source):
      Message(
        "the query of \(source) has a quote or comment that is not closed",
        zh: "对 \(source) 的查询中有未结束的引号或注释")
    case .notReading(let source):
      Message("the query of \(source) does more than read", zh: "对 \(source) 的查询不只是读取")
    case .noColumns(let source): Message("the query of \(source) gives no columns", zh: "对 \(source) 的查询没有返回列")
    case .refused(let source, let words):
      Message("\(source) does not take the query: \(words)", zh: "\(source) 不接受这个查询：\(words)")
    case .brokenOff(let source, let row, let words):
      Message("reading \(source) broke off before row \(row): \(words)", zh: "读取 \(source) 时在第 \(row) 行之前中断：\(words)")
    case .longCell(let source, let column, let row, let limit):
      Message(
        "`\(column)` in row \(row) of \(source) is longer than \(limit) characters",
        zh: "\(source) 第 \(row) 行的 `\(column)` 超过 \(limit) 个字符")
    case .locked(let source): Message("\(source) is locked by another program", zh: "\(source) 被其他程序锁定")
    case .damaged(let source, let words): Message("\(source) is damaged: \(words)", zh: "\(source) 已损坏：\(words)")
    case .notDatabase(let source): Message("\(source) is not an SQLite database", zh: "\(source) 不是 SQLite 数据库")
    case .logNotReadable(let source):
      Message(
        "\(source) has its latest changes in \(source)-wal, which cannot be read here",
        zh: "\(source) 的最新改动在 \(source)-wal 中，在这里无法读取")
    case .changedWhileRead(let source):
      Message("\(source) was changed while it was read", zh: "\(source) 在读取过程中被改动了")
    case .noDataSource(let source, let words):
      Message("there is no such ODBC data source: \(source) (\(words))", zh: "没有这个 ODBC 数据源：\(source)（\(words)）")
    case .noDriver(let source, let words):
      Message("the ODBC driver cannot be loaded: \(source) (\(words))", zh: "无法载入 ODBC 驱动程序：\(source)（\(words)）")
    case .noConnection(let source, let words):
      Message("\(source) cannot be reached: \(words)", zh: "无法连接 \(source)：\(words)")
    case .loginRefused(let source, let words):
      Message("\(source) refuses the user or password: \(words)", zh: "\(source) 拒绝了用户名或密码：\(words)")
    case .noAnswer(let source, let seconds):
      Message("\(source) did not answer in \(seconds) seconds", zh: "\(source) 在 \(seconds) 秒内没有应答")
    }
  }

  var hint: Message? {
    switch self {
    case .tableAndQuery: Message("keep one of them", zh: "只保留其中一个")
    case .noTable(_, _, let nearest?, _): didYouMean(nearest)
    case .noTable: Message("name one of them, or write a query", zh: "写明其中一个，或者写查询")
    case .noTables:
      Message("is it the right database, and may the user see its tables?", zh: "数据库对吗？用户有权查看其中的表吗？")
    case .whichTable(_, let tables):
      Message(
        "say which it is: load purchases from … { table = \(tables.first ?? "NAME") }",
        zh: "指明是哪一个：load purchases from … { table = \(tables.first ?? "NAME") }")
    case .emptyQuery:
      Message("write it like query = \"select … from …\"", zh: "写法如 query = \"select … from …\"")
    case .severalStatements: Message("keep the one that gives the rows", zh: "只保留返回数据行的那一条")
    case .unclosedQuote: Message("close it, and write ' inside a text as ''", zh: "补上结尾；文本中的 ' 写作 ''")
    case .notReading:
      Message(
        "write one that begins with SELECT, WITH, VALUES or TABLE and changes nothing",
        zh: "查询须以 SELECT、WITH、VALUES 或 TABLE 开头，并且不改动任何数据")
    case .noColumns: Message("write a SELECT", zh: "写一条 SELECT")
    case .refused: Message("try it in the database's own shell", zh: "先在数据库自带的命令行中试一试")
    case .brokenOff: Message("nothing was taken; load it again", zh: "没有载入任何数据；重新载入")
    case .longCell(_, let column, _, _):
      Message(
        "leave it out of the query, or cut it there: left(\(column), 1000)",
        zh: "在查询中去掉这一列，或者截短：left(\(column), 1000)")
    case .locked: Message("close the program that writes to it, or load a copy", zh: "关闭正在写入它的程序，或者载入副本")
    case .damaged:
      Message(
        "load a backup, or what sqlite3's .recover saves of it",
        zh: "载入备份，或者用 sqlite3 的 .recover 抢救出的内容")
    case .notDatabase:
      Message(
        "it may be encrypted, or cut short: export the table as CSV and load that",
        zh: "可能已加密或不完整：把表导出为 CSV 再载入")
    case .logNotReadable:
      Message(
        "copy it together with its -wal and -shm files to a folder that can be written to, and load the copy",
        zh: "连同它的 -wal 和 -shm 文件复制到可写入的文件夹，再载入副本")
    case .changedWhileRead:
      Message("load it again when nothing writes to it any more", zh: "等没有程序再写入它时，重新载入")
    case .noDataSource:
      Message(
        "odbcinst -q -s lists the data sources, odbcinst -q -d the drivers",
        zh: "odbcinst -q -s 列出数据源，odbcinst -q -d 列出驱动程序")
    case .noDriver:
      Message(
        "odbcinst -q -d lists the drivers; is the driver's package installed?",
        zh: "odbcinst -q -d 列出驱动程序；驱动程序的软件包装好了吗？")
    case .noConnection:
      Message("are the server's name and port right, and does it run?", zh: "服务器的名称和端口对吗？服务器在运行吗？")
    case .loginRefused: Message("check UID and PWD", zh: "检查 UID 和 PWD")
    case .noAnswer:
      Message(
        "is the server's name right, and does a firewall stand between?",
        zh: "服务器的名称对吗？中间有没有防火墙？")
    }
  }
}
