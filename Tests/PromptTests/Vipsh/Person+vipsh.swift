import Glibc

extension Person {
  /// A person at the prompt of vipsh itself, with a home of their own.
  static func atVipsh(
    _ environment: [String: String] = [:], arguments: [String] = [], rows: Int = 20, columns: Int = 80
  ) throws -> Person {
    let program = demo.replacing("/prompt-demo", with: "/vipsh")
    let given = ["LANG": "C.UTF-8", "HOME": try folder(), "PATH": "/usr/bin:/bin"]
    let person = try Person(
      arguments, program: program, environment: given.merging(environment) { $1 }, rows: rows, columns: columns)
    try person.see("the prompt") { $0.isPasteBracketed && $0.line == "vip>" }
    return person
  }

  /// A new folder, for tests alone.
  static func folder() throws -> String {
    var template = Array("/tmp/vipsh-prompt-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(description: "no folder: \(errno)") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A program of its own, as a script of the shell.
  static func script(_ text: String) throws -> String {
    let path = try folder() + "/program"
    guard let file = fopen(path, "w") else { throw Failure(description: "no file: \(errno)") }
    fputs("#!/bin/sh\n" + text + "\n", file)
    fclose(file)
    chmod(path, 0o755)
    return path
  }

  /// Waits until the prompt is there again, with `text` above it.
  func seeAnswer(_ text: String) throws {
    try see(text) { $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains(text) }
  }
}
