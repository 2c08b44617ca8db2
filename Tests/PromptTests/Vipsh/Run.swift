import Glibc

/// vipsh away from any terminal: what it said, and its exit code.
struct Run {
  let out: String
  let err: String
  let code: Int32

  init(
    _ arguments: [String], input: String = "",
    environment: [String: String] = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"],
    program: String = Person.vipsh
  ) throws {
    let folder = try Person.folder()
    try Person.write(input, to: folder + "/in")
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, folder + "/in", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, folder + "/out", O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder + "/err", O_WRONLY | O_CREAT, 0o600)
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      posix_spawn_file_actions_destroy(&actions)
      (words + variables).forEach { free($0) }
    }
    var child: pid_t = 0
    let error = posix_spawn(&child, program, &actions, nil, words, variables)
    guard error == 0 else { throw Person.Failure(description: "cannot start \(program): \(error)") }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    code = status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
    out = try Run.text(of: folder + "/out")
    err = try Run.text(of: folder + "/err")
  }

  static func text(of path: String) throws -> String {
    guard let file = fopen(path, "r") else { throw Person.Failure(description: "no \(path): \(errno)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
  }
}
