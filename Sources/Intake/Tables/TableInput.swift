/// What a statement names as its input.
public enum TableInput: Sendable {
  /// A file of any kind that can be read; what it is, its first bytes tell.
  case file(String)
  /// A database, by an ODBC connection string.
  case odbc(String)

  /// The options that say something of a database.
  static let databaseOptions: Set<String> = ["table", "query"]

  /// How messages name it: never with a password.
  public var name: String {
    switch self {
    case .file(let path): path
    case .odbc(let connection): describedWithoutSecrets(connection)
    }
  }
}
