import Testing

@testable import LineEditor

@Suite("At the prompt of vipsh", .ownFolder)
struct SessionTests {
  @Test("31: history has what was typed in two sessions, and no line of a script")
  func history() throws {
    let home = try Person.folder()
    try Person.write("let fromStart = 1\n", to: home + "/.viprc")
    let script = try Person.file("let fromScript = 1\n", named: "a.vip")
    let one = try Person.atVipsh(["HOME": home, "LANG": "C"])
    let other = try Person.atVipsh(["HOME": home])
    one.type("let 会员 = 1\r")
    try one.seeAnswer("会员 = 1")
    other.type("include \"\(script)\"\r")
    try other.seeAnswer("fromScript = 1")
    other.type("let 会员 = 1\rload purchases from odbc \"DSN=none;PWD=geheim\"\r")
    try other.see("an error") { $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains("odbc") }
    let entries = History(path: home + "/.vipsh_history").entries
    #expect(entries.count == 3 && entries.first == "include \"\(script)\"" && entries[1] == "let 会员 = 1")
    #expect(!entries.joined().contains("geheim"))
  }

  @Test("28: tables fit the terminal, whatever its size is now; --wide lets them be")
  func width() throws {
    let person = try Person.atVipsh(["PAGER": ""], rows: 50, columns: 60)
    func widest(_ statement: String, _ answer: String) throws -> Int {
      person.type(Key.ctrl("l") + statement + "\r")
      try person.see(answer) { $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains(answer) }
      return person.screen.lines.map { TerminalText.width(of: $0) }.max() ?? 0
    }
    _ = try widest("demo boutique members 50 seed 7", "members")
    #expect(try widest("show members top 3", "note: 3 of 50") <= 60)
    person.resize(rows: 50, columns: 45)
    #expect(try widest("show members top 3", "note: 3 of 50") <= 45)
    let wide = try Run([
      "--wide", "-c", "demo boutique members 50 seed 7", "-c", "show quality",
    ])
    #expect(wide.out.split(separator: "\n").contains { TerminalText.width(of: String($0)) > 80 })
  }

  @Test("19, 9: a caret stands under what is wrong, by display width")
  func caret() throws {
    let person = try Person.atVipsh()
    person.type("show ladder 会员日 钻石\r")
    try person.see("the caret under the word") { screen in
      guard let row = screen.lines.firstIndex(where: { $0.contains("1:17  show ladder 会员日 钻石") }) else { return false }
      let columns = TerminalText.width(of: String(screen.lines[row].prefix { $0 != "钻" }))
      return screen.lines.dropFirst(row + 1).first == String(repeating: " ", count: columns) + "^^^^"
    }
  }

  @Test("14: Tab completes a member's id, and lists many")
  func members() throws {
    let person = try Person.atVipsh(["PAGER": ""])
    person.type("demo boutique members 300 seed 7\r")
    try person.see("the data") { $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains("members") }
    person.type("show member V" + Key.tab)
    try person.see("some of many") { $0.line == "vip> show member V0000" && $0.lines.last == "  … and many more" }
    person.type("299" + Key.tab + "\r")
    try person.seeAnswer("member V0000299")
  }

  @Test("20: undo and redo name what they walk over")
  func undo() throws {
    let person = try Person.atVipsh()
    person.type("scenario 放宽 from baseline { }\rund\r")
    try person.seeAnswer("undone: scenario 放宽")
    person.type("redo\r")
    try person.seeAnswer("redone: scenario 放宽")
  }
}
