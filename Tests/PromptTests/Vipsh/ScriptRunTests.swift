import Testing

@Suite("Scripts and statements", .ownFolder)
struct ScriptRunTests {
  private let statements = "let x = 2\nladder 会员 { tier 普通\n tier 金卡 { spend = 1,500 } }\nshow ladders"

  @Test("1: piped input has no prompt, no banner and no colour")
  func piped() throws {
    let run = try Run([], input: "let 甲 = 5\nnonsense\n")
    #expect(run.out == "甲 = 5\n")
    #expect(run.err.hasPrefix("error E104") && !(run.out + run.err).contains("\u{1B}"))
    #expect(run.code == 1)
  }

  @Test("2: -c, a file, - and the prompt give the same results")
  func sameResults() throws {
    let file = try Person.file(statements, named: "a.vip")
    let byFile = try Run([file])
    #expect(byFile.out.contains("tier 金卡") && byFile.code == 0)
    #expect(try Run(["-c", statements]).out == byFile.out)
    #expect(try Run(["-"], input: statements).out == byFile.out)
    #expect(try Run([], input: statements).out == byFile.out)
    let person = try Person.atVipsh(rows: 40)
    person.type(Key.paste(statements) + "\r")
    try person.seeAnswer(byFile.out.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n"))
  }

  @Test(
    "3: exit codes",
    arguments: [
      (["-c", "let x = 1"], 0), (["-c", "nonsense"], 1), (["-c", "load purchases from \"/nowhere.csv\""], 1),
      (["--nonsense"], 2), (["/nowhere.vip"], 2), (["-c", "assert 1 > 2"], 3),
      (["--keep-going", "-c", "assert 1 > 2", "-c", "nonsense"], 3),
    ])
  func exitCodes(arguments: [String], code: Int) throws {
    #expect(try Int(Run(arguments).code) == code)
  }

  @Test("3: a script stops at the first error; --keep-going goes on and still exits 1")
  func firstError() throws {
    let script = "let a = 1\nnonsense\nlet b = 2\n"
    let stopped = try Run([], input: script)
    #expect(stopped.out == "a = 1\n" && stopped.code == 1)
    let gone = try Run(["--keep-going"], input: script)
    #expect(gone.out == "a = 1\nb = 2\n" && gone.code == 1)
  }

  @Test("4: an error names file, line and column in the real file, and the chain of includes")
  func includes() throws {
    let folder = try Person.folder()
    try Person.write("let a = 1\n  nonsense here\n", to: folder + "/inner.vip")
    try Person.write("\ninclude \"inner.vip\"\n", to: folder + "/outer.vip")
    try Person.write("include \"outer.vip\"\n", to: folder + "/main.vip")
    let run = try Run([folder + "/main.vip"])
    #expect(run.err.contains("\(folder)/inner.vip:2:3"))
    #expect(run.err.contains("\(folder)/outer.vip:2") && run.err.contains("\(folder)/main.vip:1"))
  }

  @Test("5: an error typed at the prompt does not change what quit exits with")
  func forgiven() throws {
    let person = try Person.atVipsh()
    person.type("nonsense\r")
    try person.seeAnswer("no verb named nonsense")
    person.type("assert 1 > 2\r")
    try person.seeAnswer("1 > 2")
    person.type("quit\r")
    #expect(try person.seeEnd() == 0)
  }

  @Test("17: a script needs whole words")
  func wholeWords() throws {
    #expect(try Run(["-c", "sho ladders"]).err.contains("no verb named sho"))
    #expect(try Run(["-c", "show lad"]).err.contains("`show` knows no lad"))
  }

  @Test("25: the seed is printed, and the same seed gives the same bytes on one core and on all")
  func cores() throws {
    let arguments = [
      "--seed", "7", "-c", "demo boutique members 300 seed 5", "-c",
      "event 会员日 { date = 2026-01-10\n audience = top 50 by spend\n accept = 40%..60%\n show_up = 80%..90%\n"
        + " buy = 50%..70%\n basket = 800..1,200 }", "-c", "assume margin = 50%", "-c", "plan event 会员日 draws 2000",
    ]
    let all = try Run(arguments)
    let one = try Run(["-c", "0", Person.vipsh] + arguments, program: "/usr/bin/taskset")
    #expect(all.out == one.out && all.err == one.err && all.code == one.code)
    #expect(all.out.contains("seed"), "\(all.out)\(all.err)")
  }

  @Test("27: no colour away from a terminal, with NO_COLOR, or with --color never")
  func colours() throws {
    let failing = ["-c", "nonsense"]
    #expect(!(try Run(failing)).err.contains("\u{1B}"))
    func colours(_ arguments: [String], _ environment: [String: String]) throws -> Int {
      let person = try Person(arguments, program: Person.vipsh, environment: environment, columns: 80)
      _ = try person.seeEnd()
      #expect(person.screen.text.contains("no verb named nonsense"))
      return person.screen.colours
    }
    #expect(try colours(failing, ["LANG": "C.UTF-8"]) > 0)
    #expect(try colours(failing, ["LANG": "C.UTF-8", "NO_COLOR": "1"]) == 0)
    #expect(try colours(["--color", "never"] + failing, ["LANG": "C.UTF-8"]) == 0)
    #expect(try Run(["--color", "always"] + failing).err.contains("\u{1B}"))
  }
}
