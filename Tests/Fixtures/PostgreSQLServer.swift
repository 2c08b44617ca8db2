import Glibc

/// A PostgreSQL server of the tests' own: a new cluster in a temporary folder, on a free port of 127.0.0.1, for the user
/// `vipsh` with a password. It stops with the process, and in any case after half an hour.
package final class PostgreSQLServer: Sendable {
  package static let password = "s3cret;}x"

  /// The one server of the test run. It is started once, which takes about a second.
  package static let shared = Result { try PostgreSQLServer() }

  /// Whether this machine has all that it takes, which `scripts/setup --tests` installs.
  package static let isInstalled = programs != nil && hasDriver

  /// The database with the sample tables.
  package var connection: String { connection(password: PostgreSQLServer.password) }

  package let port: UInt16
  private let folder: TemporaryFolder

  package func connection(password: String, database: String = "postgres", port: UInt16? = nil) -> String {
    let braced = "{" + password.replacing("}", with: "}}") + "}"
    return "Driver={PostgreSQL Unicode};Server=127.0.0.1;Port=\(port ?? self.port);Database=\(database);UID=vipsh;PWD="
      + braced
  }

  private init() throws {
    folder = try TemporaryFolder()
    port = try freePort()
    let programs = try require(PostgreSQLServer.programs)
    let (data, log, secret) = (folder.path + "/data", folder.path + "/log", folder.path + "/password")
    try write(PostgreSQLServer.password, to: secret)
    let asUser = PostgreSQLServer.asUser
    if !asUser.isEmpty { try require(run(["chown", "-R", "postgres", folder.path]) == 0) }
    let made = run(
      asUser + [
        programs + "/initdb", "-D", data, "-U", "vipsh", "--pwfile", secret, "-A", "scram-sha-256", "-E", "UTF8",
        "--locale=C", "--no-sync",
      ], output: log)
    try require(made == 0, "initdb failed; see \(log)")
    // `timeout` outlives a crash of the tests and ends the server then.
    let server = try require(
      start(
        asUser + [
          "timeout", "-s", "INT", "1800", programs + "/postgres", "-D", data, "-F", "-p", String(port),
          "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=" + folder.path,
          "-c", "TimeZone=Asia/Shanghai",
        ], output: log))
    PostgreSQLServer.running = (server, folder.path)
    atexit { PostgreSQLServer.stop() }
    let answer = run(
      ["timeout", "120", "sh", "-c", "until \(programs)/pg_isready -q -h 127.0.0.1 -p \(port); do sleep 0.05; done"])
    try require(answer == 0, "the server does not answer; see \(log)")
    try sql(PostgreSQLServer.sample)
  }

  /// Runs statements with the server's own client.
  package func sql(_ statements: String) throws {
    let programs = try require(PostgreSQLServer.programs)
    let file = try TemporaryFile(Array(statements.utf8))
    let script = file.path
    let address = "postgresql://vipsh@127.0.0.1:\(port)/postgres"
    let status = run(
      [
        "env", "PGPASSWORD=" + PostgreSQLServer.password, programs + "/psql", "-v", "ON_ERROR_STOP=1", "-f", script,
        address,
      ],
      output: folder.path + "/log")
    try require(status == 0, "psql failed; see \(folder.path)/log")
  }

  private static let sample = #"""
    CREATE TABLE 销售 (会员 varchar(20), 金额 numeric(12,2), 重量 double precision, 折 real, 日 date, 时 timestamp,
      带区 timestamptz, 新 boolean, 件 integer, 号 bigint, 钟 time, 备注 text, 图 bytea, 价 money, 任意 numeric);
    INSERT INTO 销售 VALUES
      ('张三', 1234567890.12, 0.1::float8 + 0.2::float8, 0.1, '2024-01-05', '2024-01-05 09:07:00.987', '2024-01-05 09:07:00+08',
        true, 3, 9007199254740993, '09:07:30.5', '店,"A"', 'coat', 1234.5, 12345678901234567890.123456789),
      (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
      ('𠮷野家', -0.5, 1e20, 12345.67, '1999-12-31', '2024-02-29 00:00:00', '2024-01-05 23:59:59.9+08', false, -1,
        -9223372036854775808, '00:00', E'两\n行', '\xff00', -2, 'NaN'),
      ('', 0, 'NaN', 'Infinity', '2024-01-05', '2024-01-05', '2024-01-05', false, 0, 0, '23:59:59', '', '', 0, 0);
    CREATE TABLE many AS SELECT i AS n, 'member ' || i AS member, i / 4.0::float8 AS amount, '店' || i % 7 AS store
      FROM generate_series(1, 20000) i;
    CREATE TABLE "it's ""odd""" (a integer);
    CREATE VIEW "Week" AS SELECT 7 AS days;
    CREATE TABLE kept AS SELECT 1 AS a;
    CREATE SEQUENCE numbers;
    CREATE SCHEMA other;
    CREATE TABLE other.many AS SELECT 1 AS one;
    CREATE TABLE long (n integer, note text, code varchar, bytes bytea);
    INSERT INTO long VALUES (1, 'short', 'a', 'x'), (2, repeat('好', 100000), repeat('𠮷', 600), convert_to(repeat('x', 5000), 'UTF8')), (3, 'end', 'b', 'y'),
      (4, repeat('a', 1024) || '|', repeat('b', 1023) || '|', 'z');
    """#

  /// The server's process and its folder.
  private nonisolated(unsafe) static var running: (process: pid_t, folder: String)?

  /// Stops it without waiting for its clients.
  private static func stop() {
    guard let (process, folder) = running else { return }
    kill(process, SIGQUIT)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    _ = Fixtures.run(["rm", "-rf", folder])
    running = nil
  }

  private static let programs: String? = {
    var names: [String] = []
    if let directory = opendir("/usr/lib/postgresql") {
      while let entry = readdir(directory) {
        names.append(
          withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
      }
      closedir(directory)
    }
    let newest = names.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }.last { Int($0) != nil }
    let folder = "/usr/lib/postgresql/\(newest ?? "")/bin"
    return access(folder + "/initdb", X_OK) == 0 ? folder : nil
  }()

  private static let hasDriver = run(["grep", "-qF", "[PostgreSQL Unicode]", "/etc/odbcinst.ini"]) == 0

  /// PostgreSQL refuses to be run by root.
  private static let asUser =
    getuid() == 0 ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : []
}

private func write(_ text: String, to path: String) throws {
  let file = try require(fopen(path, "w"))
  defer { fclose(file) }
  try require(fputs(text, file) >= 0)
}

private func freePort() throws -> UInt16 { try SilentServer().port }

/// A port of 127.0.0.1 on which nobody answers.
package final class SilentServer: Sendable {
  package let port: UInt16
  private let descriptor: Int32

  package init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isOpen = withUnsafeMutablePointer(to: &address) { [descriptor] in
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0 && listen(descriptor, 1) == 0
      }
    }
    port = UInt16(bigEndian: address.sin_port)
    try require(isOpen)
  }

  deinit { close(descriptor) }
}
