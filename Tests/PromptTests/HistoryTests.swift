import Glibc
import Testing

@testable import LineEditor

@Suite("History", .ownFolder)
struct HistoryTests {
  /// A path in a directory that does not exist yet.
  private let path: String

  init() throws { path = try Person.folder() + "/deep/history" }

  private func person(_ lines: [String] = [], environment: [String: String] = ["LANG": "C"]) throws -> Person {
    let person = try Person([path], environment: environment)
    for (number, line) in lines.enumerated() {
      person.type(line + Key.enter)
      try person.seePrompt(afterAnswer: number + 1)
    }
    return person
  }

  @Test("13: Up and Down go through what begins with what is typed")
  func prefix() throws {
    let person = try person(["show ladder 会员", "load a", "show 会员日", "run 金卡"])
    person.type("show" + Key.up)
    try person.seeLine("demo> show 会员日", cursor: 17)
    person.type(Key.up)
    try person.seeLine("demo> show ladder 会员", cursor: 22)
    person.type(Key.up)
    try person.see("a bell") { $0.bells == 1 && $0.line == "demo> show ladder 会员" }
    person.type(Key.down + Key.down)
    try person.seeLine("demo> show", cursor: 10)
    person.type(Key.ctrl("u") + Key.up)
    try person.seeLine("demo> run 金卡", cursor: 14)
  }

  @Test("13: Ctrl-R searches, Chinese included, and Ctrl-G gives the line back")
  func search() throws {
    let person = try person(["show ladder 会员", "LOAD 甲", "show 会员日"])
    person.type("draft" + Key.ctrl("r") + "会员")
    try person.see("(search) 会员: show 会员日")
    person.type(Key.ctrl("r"))
    try person.see("(search) 会员: show ladder 会员")
    person.type("额")
    try person.see("(search, not found) 会员额:")
    person.type(Key.ctrl("g"))
    try person.seeLine("demo> draft", cursor: 11)
    person.type(Key.ctrl("r") + "load" + Key.enter)
    try person.see("twice") { $0.lines.count { $0 == "got: \"LOAD 甲\"" } == 2 }
  }

  @Test("13: what is found can be edited on")
  func searchThenEdit() throws {
    let person = try person(["show 会员日"])
    person.type(Key.ctrl("r") + "会" + Key.end + Key.backspace + "节" + Key.enter)
    try person.see("got: \"show 会员节\"")
  }

  @Test("31: history survives restarts under any locale, readable by its owner only, without duplicates")
  func restart() throws {
    _ = try person(["会员日", "load", "会员日"], environment: ["LANG": "C"])
    let second = try person(["x"], environment: [:])
    second.type(Key.up + Key.up)
    try second.seeLine("demo> 会员日", cursor: 12)
    second.type(Key.up + Key.up)
    try second.seeLine("demo> load", cursor: 10)
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(History(path: path).entries == ["load", "会员日", "x"])
  }

  @Test("31: two sessions at once lose nothing")
  func twoSessions() throws {
    let one = try person()
    let other = try person()
    for number in 1...20 {
      one.type("one \(number)" + Key.enter)
      other.type("other \(number)" + Key.enter)
    }
    try one.see("got: \"one 20\"")
    try other.see("got: \"other 20\"")
    let entries = History(path: path).entries
    #expect(entries.filter { $0.hasPrefix("one") } == (1...20).map { "one \($0)" })
    #expect(entries.filter { $0.hasPrefix("other") } == (1...20).map { "other \($0)" })
  }

  @Test("31: entries of several lines come back as they were")
  func severalLines() {
    let block = "ladder 会员 {\n\tkeep \\n 1\r\n}"
    let history = History(path: path)
    history.add(block)
    history.add("  ")
    history.add("b")
    history.add(block)
    #expect(history.failure == nil)
    #expect(history.entries == ["b", block])
    #expect(History(path: path).entries == ["b", block])
  }

  @Test("31: an entry that was cut off does not swallow the next")
  func cutOff() {
    History(path: path).add("a")
    let descriptor = open(path, O_WRONLY | O_APPEND)
    write(descriptor, "hal", 3)
    close(descriptor)
    History(path: path).add("b")
    #expect(History(path: path).entries == ["a", "hal", "b"])
  }

  @Test("8, 31: of a long file the end is read, so that the prompt is ready at once")
  func longFile() {
    let descriptor = { (path: String) in
      History(path: path).add("first")
      return open(path, O_WRONLY | O_APPEND)
    }(path)
    let lines = (1...20_000).map { "会员日 \($0)\n" }.joined()
    _ = lines.withCString { write(descriptor, $0, lines.utf8.count) }
    close(descriptor)
    let entries = History(path: path).entries
    #expect(entries.last == "会员日 20000")
    #expect(entries.count > 10_000 && entries.allSatisfy { $0.hasPrefix("会员日 ") })
  }

  @Test("31: where the file cannot be written, the session's lines are still there")
  func unwritable() {
    let history = History(path: "/proc/vipsh/history")
    history.add("a")
    #expect(history.entries == ["a"])
    #expect(history.failure?.path == "/proc/vipsh/history")
  }
}
