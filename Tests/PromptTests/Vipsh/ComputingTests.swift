import Glibc
import Testing

@Suite("Long computations", .ownFolder)
struct ComputingTests {
  /// At the prompt, with a sweep under way that takes ten thousand replays of twenty thousand members.
  private func computing() throws -> Person {
    let person = try Person.atVipsh()
    person.type("demo boutique members 20,000 seed 7\r")
    try person.see("the data") { $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains("members") }
    person.type("ladder 会员 { tier 普通\rtier 银卡 { spend = 50 }\rtier 金卡 { spend = 8,000 } }\r")
    try person.seeAnswer("ladder 会员 defined")
    person.type(
      "sweep 会员.银卡.spend from 1 to 100 step 1 and 会员.金卡.spend from 1,000 to 10,900 step 100 over history"
        + " on members(金卡)\r")
    return person
  }

  @Test("24: a long computation tells how far it is and when it will be done, and the line goes away again")
  func progress() throws {
    let person = try computing()
    try person.see("progress") { $0.line.contains(" % done") && $0.line.hasSuffix("Ctrl-C stops") }
    #expect(!person.screen.isPasteBracketed)
    person.type(Key.ctrl("c"))
    try person.see("the prompt") {
      $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains("interrupted") && !$0.text.contains(" % done")
    }
  }

  @Test("23: Ctrl-C stops a computation and keeps the session; at an empty prompt it hints")
  func interrupted() throws {
    let person = try computing()
    try person.see("it running") { !$0.isPasteBracketed && $0.line.hasSuffix("stops") }
    person.type(Key.ctrl("c"))
    try person.seeAnswer("interrupted")
    person.type("show ladder 会员\r")
    // The tiers stand on the screen already.
    try person.seeAnswer("downgrade  = one step")
    person.type(Key.ctrl("c"))
    try person.seeAnswer("`quit` or Ctrl-D leaves")
  }

  @Test("24: no progress away from a terminal")
  func piped() throws {
    let run = try Run([
      "-c", "demo boutique members 300 seed 7", "-c", "ladder L { tier a\n tier b { spend = 100 } }",
      "-c", "run baseline over history",
    ])
    #expect(run.err == "" && run.code == 0)
  }

  @Test("26: watch repeats until Ctrl-C, _ is the last result and timing tells how long it took")
  func repeated() throws {
    let person = try Person.atVipsh(rows: 40)
    person.type("timing on\r")
    try person.seeAnswer("timing is on")
    person.type("watch 1 let x = 1\r")
    try person.see("three rounds") { $0.text.split(separator: "x = 1\n").count > 3 }
    person.type(Key.ctrl("c"))
    try person.see("the prompt") { $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains("  watch") }
    person.type("demo boutique members 20,000 seed 7\rladder 会员 { tier 普通\rtier 金卡 { spend = 8,000 } }\r")
    person.type("run baseline over 2025\rchart _\r")
    try person.seeAnswer("  chart")
    #expect(person.screen.text.contains("time "))
  }
}
