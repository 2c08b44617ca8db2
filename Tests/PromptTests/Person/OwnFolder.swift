import Glibc
import Testing

/// Gives every test of a suite a folder of its own, which is gone when the test is over.
struct OwnFolder: SuiteTrait, TestTrait, TestScoping {
  @TaskLocal fileprivate static var path: String?

  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let path = try Self.make("/tmp/vipsh-prompt-XXXXXX")
    defer { Self.remove(path) }
    try await Self.$path.withValue(path) { try await function() }
  }

  private static func remove(_ path: String) {
    let words: [UnsafeMutablePointer<CChar>?] = ["rm", "-rf", path].map { (word: String) in strdup(word) } + [nil]
    defer { words.forEach { free($0) } }
    var child: pid_t = 0
    if posix_spawn(&child, "/bin/rm", nil, nil, words, nil) == 0 { waitpid(child, nil, 0) }
  }

  fileprivate static func make(_ name: String) throws -> String {
    var template = Array(name.utf8CString)
    guard mkdtemp(&template) != nil else { throw Person.Failure(description: "no folder: \(errno)") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension Trait where Self == OwnFolder {
  static var ownFolder: Self { Self() }
}

extension Person {
  /// A new folder within the test's own.
  static func folder() throws -> String {
    guard let own = OwnFolder.path else { throw Failure(description: "the suite lacks .ownFolder") }
    return try OwnFolder.make(own + "/XXXXXX")
  }

  /// A file in a folder of its own.
  static func file(_ text: String, named name: String) throws -> String {
    let path = try folder() + "/" + name
    try write(text, to: path)
    return path
  }

  static func write(_ text: String, to path: String) throws {
    guard let file = fopen(path, "w") else { throw Failure(description: "no file: \(errno)") }
    fputs(text, file)
    fclose(file)
  }

  /// A program of its own, as a script of the shell.
  static func script(_ text: String) throws -> String {
    let path = try file("#!/bin/sh\n" + text + "\n", named: "program")
    chmod(path, 0o755)
    return path
  }
}
