import Glibc
import Testing

@Suite("Leaving", .ownFolder)
struct LeavingTests {
  private let question = "there are unsaved definitions"

  @Test("6: Ctrl-D on an empty line leaves", arguments: [Key.ctrl("d"), "quit\r"])
  func nothingToLose(keys: String) throws {
    let person = try Person.atVipsh()
    person.type("set seed = 5\r")
    try person.seeAnswer("seed = 5")
    person.type(keys)
    #expect(try person.seeEnd() == 0)
    #expect(!person.screen.text.contains(question))
  }

  @Test("6: with unsaved definitions it asks once", arguments: [Key.ctrl("d"), "quit\r"], [Key.ctrl("d"), "quit\r"])
  func asks(first: String, second: String) throws {
    let person = try Person.atVipsh()
    person.type("scenario 放宽 from baseline { }\r")
    try person.seeAnswer("放宽")
    person.type(first)
    try person.seeAnswer(question)
    person.type("let x = 5\r")
    try person.seeAnswer("x = 5")
    person.type(first)
    try person.see("the question again, for another definition") {
      $0.isPasteBracketed && $0.lines.count { $0.hasPrefix(question) } == 2
    }
    person.type(second)
    #expect(try person.seeEnd() == 0)
  }

  @Test("6: what was saved, undone or came from a script is not asked about")
  func saved() throws {
    let folder = try Person.folder()
    try Person.write("let a = 1\n", to: folder + "/a.vip")
    let person = try Person.atVipsh()
    person.type("let x = 5\rsave session to \"\(folder)/b.vip\"\r")
    try person.see("b.vip") { $0.isPasteBracketed && $0.text.contains("written") }
    person.type("let y = 5\rundo\rinclude \"\(folder)/a.vip\"\r")
    try person.seeAnswer("a = 1")
    person.type(Key.ctrl("d"))
    #expect(try person.seeEnd() == 0)
    #expect(!person.screen.text.contains(question))
  }

  @Test("6: a terminal that is gone is left at once")
  func gone() throws {
    #expect(try Run([], input: "let x = 5\nquit\n").code == 0)
    let person = try Person.atVipsh()
    person.type("let x = 5\r")
    try person.seeAnswer("x = 5")
    #expect(try person.hangUp() != 0)
  }
}

@Suite("Start file", .ownFolder)
struct StartFileTests {
  private func home(_ start: String) throws -> String {
    let home = try Person.folder()
    try Person.write(start, to: home + "/.viprc")
    return home
  }

  @Test("~/.viprc is run before the prompt, and its definitions are not asked about")
  func read() throws {
    let person = try Person.atVipsh(["HOME": try home("let x = 5\n")])
    person.type("let y = {x} + 1\r")
    try person.seeAnswer("y = 6")
    person.type("undo\r" + Key.ctrl("d"))
    #expect(try person.seeEnd() == 0)
  }

  @Test("--no-rc leaves it aside, and so do scripts")
  func leftAside() throws {
    let home = try home("let x = 5\n")
    let person = try Person.atVipsh(["HOME": home], arguments: ["--no-rc"])
    person.type("let y = {x} + 1\r")
    try person.seeAnswer("no variable named x")
    #expect(try Run(["-c", "let y = {x}"], environment: ["HOME": home]).code == 1)
  }

  @Test("an error in it is told, and the prompt comes")
  func failing() throws {
    let home = try home("let x = 5\nnonsense\n")
    let person = try Person.atVipsh(["HOME": home])
    #expect(person.screen.text.contains("no verb named nonsense"))
    person.type("let y = {x} + 1\rquit\rquit\r")
    #expect(try person.seeEnd() == 0)
  }
}
