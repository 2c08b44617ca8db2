import Testing

@Suite("Paste")
struct PasteTests {
  @Test("11: pasted lines arrive as one, with tabs as they are")
  func severalLines() throws {
    let person = try Person()
    person.type("x" + Key.paste("ladder 会员 {\r\n\tkeep 12 months\r}\n") + Key.enter)
    try person.see(#"got: "xladder 会员 {\n\tkeep 12 months\n}""#)
  }

  @Test("11: pasted control characters do nothing")
  func controlCharacters() throws {
    let person = try Person()
    person.type(Key.paste("a\u{4}b\u{1b}[2Jc\u{7f}d\u{0}e") + Key.enter)
    try person.see("got: \"ab[2Jcde\"")
  }

  @Test("11: 400 lines are one text, edited and run as one")
  func fourHundredLines() throws {
    let text = (1...400).map { "  bonus 会员日\($0) = 2x  on day \($0)" }.joined(separator: "\n")
    let person = try Person(rows: 24, columns: 80)
    person.type(Key.paste(text + "\n"))
    try person.see("the last line") { $0.line.contains("bonus 会员日400") }
    person.type(Key.up + Key.up + "!")
    try person.see("bonus 会员日398 = 2x  on day 398!")
    person.type(Key.enter)
    try person.see("on day 398!\\n")
    try person.see("the prompt again") { $0.line == "demo>" }
    #expect(person.screen.scrolled.contains { $0.hasPrefix("got: \"  bonus 会员日1 = 2x") })
    #expect(person.screen.scrolled.contains { $0 == "demo>   bonus 会员日1 = 2x  on day 1" })
    #expect(person.screen.strange == [])
  }

  @Test("Lines typed ahead without bracketed paste run one by one")
  func typedAhead() throws {
    let person = try Person()
    person.type("一\r二\r三\r")
    try person.see("got: \"三\"")
    #expect(person.screen.text.contains("got: \"一\""))
    #expect(person.screen.text.contains("got: \"二\""))
  }
}
