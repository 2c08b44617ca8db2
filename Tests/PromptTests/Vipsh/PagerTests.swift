import Testing

@testable import LineEditor

/// Long results go through a pager, at the prompt alone.
@Suite("Pager", .ownFolder)
struct PagerTests {
  @Test("29: what is longer than the screen goes through $PAGER, the rest does not")
  func longOutput() throws {
    let person = try Person.atVipsh(["PAGER": "head -n 2; echo paged"])
    person.type("help\r")
    try person.see("two lines of the pager") {
      $0.isPasteBracketed
        && $0.lines.suffix(5) == ["vip> help", "vipsh plans a retail VIP programme. Verbs:", "", "paged", "vip>"]
    }
    person.type("help quit\r")
    try person.see("the answer itself") {
      $0.isPasteBracketed && $0.lines.suffix(5) == ["Leaves vipsh", "  quit", "example:", "  quit", "vip>"]
    }
  }

  @Test("29: `set pager` names another, or none")
  func setting() throws {
    let person = try Person.atVipsh(["PAGER": "echo not this one"])
    person.type("set pager = \"wc -l | tr 0-9 nnnnnnnnnn\"\r")
    try person.seeAnswer("pager = \"wc -l | tr 0-9 nnnnnnnnnn\"")
    person.type("help\r")
    try person.seeAnswer("\nnnn\nvip>")
    person.type("set pager off\r")
    try person.seeAnswer("pager = off")
    person.type("help\r")
    try person.seeAnswer("A newline ends a statement")
    #expect(!person.screen.text.contains("not this one"))
  }

  @Test(
    "29: a pager that is missing, or is left before it read everything, costs nothing",
    arguments: [
      "vipsh-no-such-pager", "exit 0", "kill -9 $$",
    ])
  func failing(pager: String) throws {
    let person = try Person.atVipsh(["PAGER": pager])
    person.type("help\r")
    let isMissing = pager.contains("no-such")
    try person.see("the prompt again") {
      $0.isPasteBracketed && $0.line == "vip>" && $0.text.contains("A newline ends a statement") == isMissing
        && ($0.scrolled + $0.lines).contains("vip> help")
    }
    person.type("let x = 2\r")
    try person.seeAnswer("x = 2")
  }

  @Test("29: Ctrl-C in a pager is the pager's, and the session goes on")
  func interrupted() throws {
    // Not a child of the shell: between two commands dash forgets that Ctrl-C was pressed.
    let person = try Person.atVipsh(["PAGER": "cat > /dev/null; echo paging; exec sleep 60"])
    person.type("help\r")
    try person.see("paging") { $0.line.isEmpty && $0.lines.last == "paging" }
    person.type(Key.ctrl("c"))
    try person.see("the prompt") { $0.isPasteBracketed && $0.line == "vip>" }
    person.type("let x = 2\r")
    try person.seeAnswer("x = 2")
  }

  @Test(
    "7: the pager reads UTF-8 where the locale is none of the installed ones",
    arguments: [["LANG": "xx_XX.UTF-8"], ["LC_ALL": "xx_XX.UTF-8"], ["LANG": "C"], [:]])
  func characters(environment: [String: String]) throws {
    let given = ["LANG": "", "PAGER": "cat > /dev/null; locale charmap; printenv LESSCHARSET"]
    let person = try Person.atVipsh(given.merging(environment) { $1 })
    person.type("help\r")
    try person.seeAnswer("UTF-8\nutf-8\nvip>")
  }

  @Test("7: a locale that is there is left to the pager as it is")
  func ownCharacters() throws {
    let person = try Person.atVipsh(["PAGER": "cat > /dev/null; echo ${LC_CTYPE-none} ${LESSCHARSET-none}"])
    person.type("help\r")
    try person.seeAnswer("none none\nvip>")
  }

  @Test("29: JSON is never paged")
  func neverForPrograms() throws {
    let person = try Person.atVipsh(["PAGER": "echo nobody asked"], arguments: ["--json"], rows: 5, columns: 40)
    person.type("help\r")
    try person.see("JSON") {
      $0.isPasteBracketed && $0.line == "vip>" && $0.lines.joined().contains("comment.\"]}")
        && !$0.text.contains("nobody asked")
    }
  }
}
