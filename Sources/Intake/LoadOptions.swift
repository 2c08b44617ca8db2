public import Messages
public import Quantities

/// What a mapping block says about a table. Everything has a default; what is not given is recognised.
public struct LoadOptions<Role: ColumnRole>: Sendable {
  /// Header texts by role, where they are stated.
  public var columns: [Role: String] = [:]
  /// What is decided about rows.
  public var rows = Role.defaultRowOptions
  /// Headers of columns that do not tell rows apart, such as a running number or the time of printing.
  public var ignored: [String] = []
  /// The file's encoding; recognised where it is nil.
  public var encoding: TextEncoding?
  /// What parts cells; recognised where it is nil.
  public var delimiter: Delimiter?
  /// A workbook's sheet, by its name.
  public var sheet: String?
  /// A database's table, by its name.
  public var table: String?
  /// What a database is asked.
  public var query: String?
  /// In which order dates that do not begin with the year are written; else the cells decide, where they can.
  public var dates: DateStyle?
  /// What parts whole from fraction in numbers; else the amounts decide, where they can.
  public var decimal: DecimalMark?
  /// Later dates are set aside. Without it none are.
  public var today: Day?
  /// Where rows that are set aside are written; nil for nowhere.
  public var quarantine: QuarantinePlace?
  /// What the reasons are written in there.
  public var language = Language.english
  /// Bytes that one task reads and parses. It has no influence on the book.
  public var blockSize = 4 << 20

  /// Everything recognised, nothing stated.
  public init() {}
}

/// What a mapping block says about purchases.
public typealias PurchaseOptions = LoadOptions<PurchaseColumn>
/// What a mapping block says about members.
public typealias MemberOptions = LoadOptions<MemberColumn>
/// What a mapping block says about actions.
public typealias ActionOptions = LoadOptions<ActionColumn>

/// How far a load has come, in any unit: bytes of a file, rows of a sheet.
public struct ReadPosition: Sendable {
  /// Units behind.
  public let done: Int
  /// Units in all.
  public let total: Int

  init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
