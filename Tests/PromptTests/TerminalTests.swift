import Glibc
import Testing

@testable import LineEditor

@Suite("Terminal")
struct TerminalTests {
  @Test("12: Ctrl-Z, then fg, restores editing")
  func suspendAndResume() throws {
    let shell = try Person(
      ["--norc", "-i"], program: "/bin/bash", environment: ["LANG": "C.UTF-8", "PS1": "shell$ "], rows: 20)
    try shell.see("shell$")
    shell.type(Person.demo + Key.enter)
    try shell.see("the prompt") { $0.line == "demo>" }
    shell.type("会员 half" + Key.left + Key.left)
    try shell.seeLine("demo> 会员 half", cursor: 13)
    shell.type(Key.ctrl("z"))
    try shell.see("the shell") { $0.text.contains("Stopped") && $0.line == "shell$" }
    shell.type("fg" + Key.enter)
    try shell.seeLine("demo> 会员 half", cursor: 13)
    shell.type("日" + Key.enter)
    try shell.see("got: \"会员 ha日lf\"")
    shell.type("compute" + Key.enter)
    try shell.see("computing")
    shell.type(Key.ctrl("c"))
    try shell.see("stopped")
  }

  @Test("12: resizing loses no text", arguments: [9, 14, 21, 50, 80])
  func resize(columns: Int) throws {
    let person = try Person(rows: 30, columns: 40)
    let line = "会员日会员日会员日会员日会员日会员日 end of it all"
    person.type(line)
    try person.see("end of it all")
    person.resize(rows: 30, columns: columns)
    try person.see("the line at the new width") { screen in
      let expected = Frame(
        Content(prompt: Prompt("demo> "), continuation: Prompt(""), text: line, cursor: line.count),
        columns: columns, width: TerminalText.width)
      let rows = Screen.trimmed(expected.rows.map { $0.cells.map(\.text).joined() })
      return screen.lines.suffix(rows.count) == rows[...] && screen.column == expected.cursorColumn
    }
    person.type(Key.enter)
    try person.see("got: ")
  }

  @Test("The terminal is an ordinary one between reads")
  func modeBetweenReads() throws {
    let person = try Person()
    #expect(person.screen.isPasteBracketed)
    person.type("compute" + Key.enter)
    try person.see("computing")
    #expect(!person.screen.isPasteBracketed)
    person.type(Key.ctrl("c"))
    try person.see("stopped")
  }

  @Test("No editor where nothing can be edited", arguments: ["dumb", ""])
  func unusable(terminal: String) throws {
    let person = try Person(program: Person.demo, environment: ["TERM": terminal])
    try person.see("no terminal")
  }

  @Test("A terminal that no description is installed for is taken for one like the others")
  func unknownTerminal() throws {
    let person = try Person(environment: ["TERM": "xterm-nobody-knows"])
    person.type("会员" + Key.left + "x")
    try person.seeLine("demo> 会x员", cursor: 9)
  }
}
