public import Messages

/// What the columns of one kind of table can mean. A role's raw value is its name in a mapping block, as in
/// `member = 会员卡号`.
public protocol ColumnRole: RawRepresentable<String>, CaseIterable, Hashable, Sendable where AllCases == [Self] {
  /// What is decided about the rows of such a table, beside what its columns mean.
  associatedtype RowOptions: Sendable

  /// What `load` calls such a table.
  static var subject: String { get }
  static var defaultRowOptions: RowOptions { get }

  var summary: Message { get }

  /// Headers that mean this role, the surest first: where a file has several of them, the first of this list serves.
  var headers: [String] { get }

  /// The roles of which such a table cannot do without at least one, alternatives together.
  static func needed(_ options: RowOptions) -> [[Self]]

  /// The headers that are named beside those of roles, and the field that names each.
  static func furtherHeaders(_ options: RowOptions) -> [(field: String, header: String)]

  /// The roles whose cells are days.
  static var dateRoles: [Self] { get }

  /// Whether one column may serve both.
  func mayShare(with other: Self) -> Bool
}

extension ColumnRole {
  /// Whether a header of that name means this role.
  public func isNamed(by header: String) -> Bool {
    headers.contains { HeaderName.normalised($0) == HeaderName.normalised(header) }
  }

  /// None, unless a table's roles say so.
  public static func furtherHeaders(_ options: RowOptions) -> [(field: String, header: String)] { [] }

  /// No, unless a table's roles say so.
  public func mayShare(with other: Self) -> Bool { false }
}
