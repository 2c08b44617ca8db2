package import Glibc

/// Starts a program of the search path with nothing on its input; nil where it cannot. Its output is added to the file.
package func start(_ command: [String], output: String) -> pid_t? {
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
package func run(_ command: [String], output: String = "/dev/null") -> Int32 {
  guard let process = start(command, output: output) else { return -1 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0 {
    if errno != EINTR { return -1 }
  }
  return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
}
