import Testing

@testable import LineEditor

@Suite("Question mark and short verbs", .ownFolder)
struct QuestionMarkTests {
  @Test("15: ? lists what may come next with a word on each, and the line stays as it was")
  func lists() throws {
    let person = try Person.atVipsh()
    person.type("let ")
    person.type("?")
    try person.see("what `let` takes") {
      $0.lines.suffix(2) == ["vip> let", "  NAME = VALUE  A number, text, date, range, duration, or a calculation"]
        && $0.column == 9
    }
    person.type("x = 4\r")
    try person.seeAnswer("x = 4")
    person.type("un？")
    try person.see("verbs, by the question mark of an input method") {
      $0.lines.last == "  undo  Goes back over the last definition or setting" && $0.line == "vip> un"
    }
    person.type("do\r")
    try person.seeAnswer("undone: let x")
  }

  @Test("15: within quotes and comments ? is a character")
  func characters() throws {
    let person = try Person.atVipsh()
    person.type("let q = \"why?\" # is it so?\r")
    try person.seeAnswer("q = why?")
    person.type(Key.paste("let r = \"a\"?") + Key.ctrl("a"))
    try person.see("a paste as it is") { $0.line == "vip> let r = \"a\"?" }
  }

  @Test("17: the beginning of a verb stands for it where it begins no other")
  func prefixes() throws {
    let person = try Person.atVipsh()
    person.type("ladd 会员 { tier 普通\rtier 金卡 { spend = 8,000 } }\r")
    try person.seeAnswer("ladder 会员 defined")
    person.type("und\r")
    try person.seeAnswer("undone: ladder 会员")
    person.type("comp baseline ")
    person.type("?")
    try person.see("compare's candidates") { $0.lines.last == "  A B …  Two scenarios or more, or two events or more" }
    person.type(Key.ctrl("u") + "s\r")
    try person.see("the verbs it may be") {
      $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains("several verbs begin with s")
        && $0.text.contains("  there are: score, segment, scenario, ")
    }
    person.type("show lad 会员\r")
    try person.seeAnswer("no ladder named 会员")
    person.type("show s\r")
    try person.seeAnswer("several commands begin with show s")
    person.type("show members 0001\r")
    try person.seeAnswer("usage: show members")
    person.type("xyzzy\r")
    try person.seeAnswer("no verb named xyzzy")
  }
}
