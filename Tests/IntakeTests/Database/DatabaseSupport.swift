import CSQLite
import Glibc
import Messages
import Testing
@testable import Intake

@Suite("Databases") enum DatabaseTests {}

/// A folder that lives as long as the value, with all that is in it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/vipsh-database-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { _ = run(["rm", "-rf", path]) }

  /// Whether a file of that name lies in it.
  func has(_ name: String) -> Bool { access(path + "/" + name, F_OK) == 0 }
}

/// An SQLite file with what the statements make, and the connection that made it.
final class SampleDatabase {
  let folder: TemporaryFolder
  let path: String
  private var handle: OpaquePointer?

  init(_ statements: String..., name: String = "pos.db") throws {
    folder = try TemporaryFolder()
    path = folder.path + "/" + name
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    for statement in statements { try run(statement) }
  }

  deinit { close() }

  func run(_ statement: String) throws {
    let status = sqlite3_exec(handle, statement, nil, nil, nil)
    try #require(status == SQLITE_OK, "\(statement): \(String(cString: sqlite3_errmsg(handle)))")
  }

  func close() {
    sqlite3_close(handle)
    handle = nil
  }
}

/// All that a reader gives, as CSV, read in pieces of that size; and that it stays at its end.
func text(of reader: some RowReader, size: Int = 1 << 16) throws -> String {
  var reader = reader
  var all: [UInt8] = []
  var row = 1
  while true {
    var text = RowText(nextRow: row)
    let goesOn = try reader.read(into: &text, size: size)
    #expect(goesOn == !text.bytes.isEmpty)
    all += text.bytes
    row = text.nextRow
    if !goesOn { break }
  }
  return String(decoding: all, as: UTF8.self)
}

func lines(of reader: some RowReader, size: Int = 1 << 16) throws -> [String] {
  try text(of: reader, size: size).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
}

/// What `body` ends with.
func failure(_ body: () throws -> Void) throws -> Diagnostic {
  try #require(throws: Diagnostic.self, performing: body)
}

/// Starts a program of the search path with nothing on its input; nil where it cannot. Its output is added to the file.
func start(_ command: [String], output: String) -> pid_t? {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
  posix_spawn_file_actions_adddup2(&actions, 1, 2)
  // The tests' threads block signals, and a program would inherit that.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  var arguments = command.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var process: pid_t = 0
  return posix_spawnp(&process, command[0], &actions, &attributes, &arguments, environ) == 0 ? process : nil
}

/// Runs a program to its end; its exit status, and -1 where it could not start or did not end by itself.
func run(_ command: [String], output: String = "/dev/null") -> Int32 {
  guard let process = start(command, output: output) else { return -1 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    if errno != EINTR { return -1 }
  }
  return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
}
