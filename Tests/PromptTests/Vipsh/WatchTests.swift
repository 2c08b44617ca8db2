import Testing

@testable import LineEditor

@Suite("Watching and short help", .ownFolder)
struct WatchTests {
  @Test("26: watch repeats until a real Ctrl-C, which is no error, and a failing statement ends it at once")
  func watches() throws {
    let person = try Person.atVipsh()
    person.type("watch 1 let a = 1\r")
    try person.see("two rounds") { screen in screen.lines.filter { $0 == "a = 1" }.count >= 2 }
    person.type(Key.ctrl("c"))
    try person.see("the prompt") { $0.isPasteBracketed && $0.line == "vip>" && !$0.text.contains("error") }
    person.type("watch 1 show ladder 会圆\r")
    try person.seeAnswer("error E104")
    person.type("undo\r")
    try person.seeAnswer("undone: let a")
  }

  @Test("18: help at the prompt has an example with its answer")
  func helps() throws {
    let person = try Person.atVipsh(rows: 30)
    person.type("help E104\r")
    try person.seeAnswer("did you mean 会员?")
  }
}
