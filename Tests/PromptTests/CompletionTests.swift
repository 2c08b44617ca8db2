import Testing

@testable import LineEditor

@Suite("Completion")
struct CompletionTests {
  @Test("15: one candidate completes with a space, unless it says otherwise")
  func oneCandidate() throws {
    let person = try Person()
    person.type("sh" + Key.tab + "sims" + Key.tab + "x")
    try person.seeLine("demo> show sims/x", cursor: 17)
  }

  @Test("15: no second space, and no second end of the word")
  func inMidLine() throws {
    let person = try Person()
    person.type("sh x" + Key.left + Key.left + Key.tab + "y")
    try person.seeLine("demo> show yx", cursor: 12)
  }

  @Test("15: several complete the common prefix, then are listed with a word on each, aligned")
  func several() throws {
    let person = try Person()
    person.type("si" + Key.tab)
    try person.see("the list") {
      $0.lines == ["demo> sim", "  simulate  futures of a plan", "  sims/     a directory"]
        && $0.row == 0 && $0.column == 9
    }
    person.type("u")
    try person.see("the list gone") { $0.lines == ["demo> simu"] }
    person.type(Key.ctrl("u") + "会" + Key.tab)
    try person.see("wide names aligned") {
      $0.lines == ["demo> 会员", "  会员    等级", "  会员日  每月 18 日"] && $0.column == 10
    }
    person.type("日" + Key.tab + Key.enter)
    try person.see("got: \"会员日 \"")
  }

  @Test("15: Tab again lists the further ones of a long list, then the first again")
  func pages() throws {
    let person = try Person(rows: 5)
    person.type(Key.tab)
    try person.see("the first page") {
      $0.lines == [
        "demo>", "  show      an object", "  simulate  futures of a plan", "  sims/     a directory", "  … and 5 more",
      ]
    }
    person.type(Key.tab)
    try person.see("the second page") {
      $0.lines.count == 5 && $0.lines[1] == "  会员           等级" && $0.lines[4] == "  … and 2 more"
    }
    person.type(Key.tab)
    try person.see("the last page") { $0.lines == ["demo>", "  evil2", "  load"] }
    person.type(Key.tab)
    try person.see("the first page again") { $0.lines.last == "  … and 5 more" }
    person.type("x" + Key.backspace + Key.tab)
    try person.see("the first page after another key") { $0.lines.last == "  … and 5 more" }
  }

  @Test("15: a comma or bracket takes the place of the blank behind a completed word, and of no other")
  func comma() throws {
    let person = try Person()
    person.type("sh" + Key.tab + ",")
    try person.seeLine("demo> show,", cursor: 11)
    person.type(Key.ctrl("u") + "sh" + Key.tab + "）")
    try person.seeLine("demo> show）", cursor: 12)
    person.type(Key.ctrl("u") + "show ,")
    try person.seeLine("demo> show ,", cursor: 12)
    person.type(Key.ctrl("u") + "sh" + Key.tab + Key.left + Key.right + ",")
    try person.seeLine("demo> show ,", cursor: 12)
  }

  @Test("15: the list below a wrapped line leaves its rows alone")
  func belowWrappedLine() throws {
    let person = try Person(columns: 20)
    person.type("s aaaaaaaaaaaaaaaaaaaaa" + Key.home + Key.right + Key.tab)
    try person.see("line and list") {
      $0.lines.prefix(2) == ["demo> s aaaaaaaaaaaa", "aaaaaaaaa"] && $0.row == 0 && $0.column == 7
        && $0.lines.dropFirst(2) == ["  show      an obj…", "  simulate  future…", "  sims/     a dire…"]
    }
  }

  @Test("15: at the foot of the screen the list finds room")
  func atTheFoot() throws {
    let person = try Person(rows: 5)
    person.type("a" + Key.enter + "b" + Key.enter + "s" + Key.tab)
    try person.see("the list") {
      $0.lines.dropFirst().first == "demo> s" && $0.lines.last == "  sims/     a directory"
    }
    person.type("how" + Key.enter)
    try person.see("got: \"show\"")
  }

  @Test("21: candidates with control characters are listed escaped")
  func escaped() throws {
    let person = try Person()
    person.type("ev" + Key.tab)
    try person.see(#"  evil\u{1b}[2J  clears\u{7}"#)
    #expect(person.screen.text.contains("demo> evil"))
  }

  @Test("15: a long list is cut to the rows there are")
  func longList() throws {
    try #require(Person.canReadText)
    let list = CandidateList(columns: 30, rows: 4, width: TerminalText.width) { "and \($0) more" }
    let noted = (1...9).map { Completion.Candidate("name\($0)", note: "a note that is far too long for it") }
    #expect(
      list.lines(of: Completion(start: 0, candidates: noted)) == [
        "  name1  a note that is far …",
        "  name2  a note that is far …",
        "  name3  a note that is far …",
        "  and 6 more",
      ])
    let plain = (1...20).map { Completion.Candidate("会员\($0)") }
    #expect(
      list.lines(of: Completion(start: 0, candidates: plain)) == [
        "  会员1   会员4   会员7",
        "  会员2   会员5   会员8",
        "  会员3   会员6   会员9",
        "  and 11 more",
      ])
    #expect(
      list.lines(of: Completion(start: 0, candidates: Array(plain.prefix(4)), areAll: false)) == [
        "  会员1  会员2  会员3  会员4", "  and 0 more",
      ])
  }

  @Test("15: the common prefix does not cut a character")
  func commonPrefix() {
    let completion = Completion(start: 0, candidates: [.init("é1"), .init("é2")])
    #expect(completion.commonPrefix == "é")
  }
}
