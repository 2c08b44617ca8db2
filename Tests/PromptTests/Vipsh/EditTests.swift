import Testing

@testable import LineEditor

@Suite("Edit", .ownFolder)
struct EditTests {
  @Test("12: edit opens the editor on what was typed last, in a file that nobody else reads, and runs what is saved")
  func editsAndRuns() throws {
    let editor = try Person.script(
      "stat -c %a \"$1\" > \"$1.mode\"; mv \"$1.mode\" \"$HOME/mode\"; sed -i s/8,000/9,000/ \"$1\"")
    let person = try Person.atVipsh(["EDITOR": editor])
    person.type("ladder 会员 { tier 普通\rtier 金卡 { spend = 8,000 } }\r")
    try person.seeAnswer("ladder 会员 defined")
    person.type("edit\r")
    try person.seeAnswer("ladder 会员 replaced")
    person.type("show ladder 会员\r")
    try person.seeAnswer("spend = 9,000")
    person.type(Key.up + Key.up)
    try person.see("what was edited, in the history") { $0.text.contains("tier 金卡 { spend = 9,000 } }") }
  }

  @Test(
    "12: an editor that fails, is missing or saves nothing runs nothing",
    arguments: [
      ("false", "the editor `false` ended with 1, so nothing is run"),
      ("vipsh-no-such-editor", "the editor `vipsh-no-such-editor` cannot be started"),
      ("truncate -s 0", "nothing to run"),
    ])
  func runsNothing(editor: String, answer: String) throws {
    let person = try Person.atVipsh(["VISUAL": editor, "EDITOR": "echo wrong"])
    person.type("let x = 5\r")
    try person.seeAnswer("x = 5")
    person.type("edit\r")
    try person.seeAnswer(answer)
    person.type("undo\r")
    try person.seeAnswer("undone: let x")
  }
}
