import Glibc
import Messages
import Shell
import Testing

/// Scripts and the transcripts that stand beside them: `Tests/Scripts` for what vipsh does, `Tests/Errors` for how it
/// refuses, `scripts/examples` for what the README shows. One that begins with `# Keeps going` does so after an error. `VIPSH_RECORD=1` writes new transcripts and fails, so that
/// they are read before they are kept.
@Suite struct ScriptTests {
  @Test(arguments: Recording.all) func `19, 20, 22: a script says what was recorded`(recording: Recording) throws {
    try check(recording, .english)
  }

  @Test("33 · a script says in Chinese what was recorded", arguments: Recording.chinese)
  func chinese(recording: Recording) throws {
    try check(recording, .simplified)
  }

  private func check(_ recording: Recording, _ language: Language) throws {
    let keepsGoing = try readText(recording.script).hasPrefix("# Keeps going")
    // Scripts are named from the checkout's root, so that transcripts are the same everywhere.
    let transcript = Transcript(keepsGoing: keepsGoing, language: language, folder: Checkout.root)
    try transcript.run(file: recording.testDescription)
    let found =
      (transcript.said + ["exit \(transcript.exitCode)"])
      .joined(separator: "\n") + "\n"
    try Recording.compare(found, with: recording.transcript)
  }
}

/// A script and its transcript.
struct Recording: Sendable, CustomTestStringConvertible {
  let script: String
  let transcript: String

  var testDescription: String { script.replacing(Checkout.root + "/", with: "") }

  static let all: [Recording] =
    ["Tests/Scripts", "Tests/Errors"].flatMap { folder in
      scripts(in: "\(Checkout.root)/\(folder)").map {
        Recording(script: $0, transcript: String($0.dropLast(4)) + ".out")
      }
    }
    + scripts(in: Checkout.root + "/scripts/examples").map { script in
      let name = script.split(separator: "/").last.map(String.init) ?? ""
      return Recording(script: script, transcript: "\(Checkout.root)/Tests/Scripts/example_\(name.dropLast(4)).out")
    }

  /// Every script of the error gallery, and what the README shows, with its transcript in Chinese.
  static let chinese: [Recording] = all.filter { !$0.script.contains("/Tests/Scripts/") }.map { recording in
    let name = recording.transcript.split(separator: "/").last.map(String.init) ?? ""
    return Recording(script: recording.script, transcript: "\(Checkout.root)/Tests/Chinese/\(name)")
  }

  private static func scripts(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasSuffix(".vip") { names.append("\(folder)/\(name)") }
    }
    return names.sorted()
  }

  /// Whether `found` is what the file says; a new recording is written where one is asked for, and fails.
  static func compare(_ found: String, with path: String) throws {
    if getenv("VIPSH_RECORD") != nil {
      guard let file = fopen(path, "w") else { throw Failure() }
      fputs(found, file)
      fclose(file)
      Issue.record("recorded \(path); read it")
      return
    }
    #expect(found == (try readText(path)), "\(path)")
  }

  struct Failure: Error {}
}
