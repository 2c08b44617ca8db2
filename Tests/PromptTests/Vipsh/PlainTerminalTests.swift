import Testing

/// A terminal whose cursor cannot be moved: lines are read and run one by one behind a plain prompt.
@Suite("A plain terminal", .ownFolder)
struct PlainTerminalTests {
  private func atVipsh(_ terminal: String = "dumb") throws -> Person {
    let person = try Person(
      program: Person.vipsh,
      environment: ["TERM": terminal, "LANG": "C.UTF-8", "HOME": try Person.folder(), "PATH": "/usr/bin:/bin"],
      rows: 24, columns: 80)
    try person.see("the prompt") { $0.line == "vip>" }
    return person
  }

  @Test("4: each line is answered at once, errors are forgiven, and Ctrl-D leaves", arguments: ["dumb", "emacs", ""])
  func lines(terminal: String) throws {
    let person = try atVipsh(terminal)
    person.type("let a = 1\n")
    try person.see("the answer") { $0.line == "vip>" && $0.text.contains("\na = 1\nvip>") }
    person.type("sho ladder 会员\n")
    try person.see("the error") { $0.line == "vip>" && $0.text.contains("error E104: no ladder named 会员") }
    person.type("comp a b over last 6mo\n")
    try person.see("another") { $0.line == "vip>" && $0.text.contains("no scenario named a") }
    person.type("undo\n")
    try person.see("the prompt") { $0.line == "vip>" && $0.text.contains("undone: let a") }
    person.type(Key.ctrl("d"))
    #expect(try person.seeEnd() == 0)
  }

  @Test("4: an open brace asks for more, and Ctrl-C drops it")
  func blocks() throws {
    let person = try atVipsh()
    person.type("ladder 会员 {\n")
    try person.see("the continuation") { $0.line == "...>" }
    person.type("tier 普通 }\n")
    try person.see("the answer") { $0.line == "vip>" && $0.text.contains("ladder 会员 defined") }
    person.type("points 基础 {\n")
    try person.see("the continuation") { $0.line == "...>" }
    person.type(Key.ctrl("c"))
    try person.see("the prompt") { $0.line == "vip>" }
    person.type(Key.ctrl("c"))
    try person.see("the hint") { $0.line == "vip>" && $0.text.contains("`quit` or Ctrl-D leaves") }
    person.type("show points\n")
    try person.see("no points") { $0.line == "vip>" && $0.text.contains("none is defined yet") }
  }

  @Test("4: Ctrl-C stops what is computed, and the session goes on")
  func interrupted() throws {
    let person = try atVipsh()
    person.type("watch 1 show settings\n")
    try person.see("a round") { $0.text.contains("language") }
    try person.press(Key.ctrl("c"), until: "the prompt") { $0.line == "vip>" }
    person.type("let b = 2\n")
    try person.see("the answer") { $0.line == "vip>" && $0.text.contains("b = 2") }
  }
}
