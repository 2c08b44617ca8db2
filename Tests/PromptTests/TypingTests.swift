import Testing

@Suite("Typing")
struct TypingTests {
  static let locales: [[String: String]] = [
    [:], ["LANG": "C"], ["LC_ALL": "POSIX"], ["LANG": "C.UTF-8"], ["LANG": "zh_CN.UTF-8"], ["LC_ALL": "zh_CN.GB18030"],
  ]

  @Test("7: Chinese is intact under any locale", arguments: locales)
  func chineseUnderAnyLocale(environment: [String: String]) throws {
    let person = try Person(environment: environment)
    try person.see("demo>")
    person.type("会员日，𠮷野家 é 😀" + Key.enter)
    try person.see("got: \"会员日，𠮷野家 é 😀\"")
  }

  @Test("9: the cursor's column is right on wide characters")
  func cursorOnWideCharacters() throws {
    let person = try Person()
    person.type("会员abc")
    try person.seeLine("demo> 会员abc", cursor: 13)
    person.type(Key.left + Key.left + Key.left + Key.left)
    try person.seeLine("demo> 会员abc", cursor: 8)
    person.type("金")
    try person.seeLine("demo> 会金员abc", cursor: 10)
    person.type(Key.backspace)
    try person.seeLine("demo> 会员abc", cursor: 8)
    person.type(Key.home + "x")
    try person.seeLine("demo> x会员abc", cursor: 7)
    person.type(Key.delete)
    try person.seeLine("demo> x员abc", cursor: 7)
    person.type(Key.end + Key.left + "日")
    try person.seeLine("demo> x员ab日c", cursor: 13)
    person.type(Key.enter)
    try person.see("got: \"x员ab日c\"")
    #expect(person.screen.strange == [])
  }

  @Test("9: the cursor's column is right across an odd wrap boundary")
  func cursorAcrossOddWrap() throws {
    let person = try Person(columns: 20)
    person.type("abc会员日会员日会员日")
    try person.seeLine("日会员日", cursor: 8)
    person.type(Key.left + Key.left + Key.left + "金")
    try person.seeLine("日金会员日", cursor: 4)
    person.type(Key.home)
    try person.seeLine("demo> abc会员日会员", cursor: 6)
    person.type("x")
    try person.see("the boundary moved") {
      $0.lines == ["demo> xabc会员日会员", "日金会员日"] && $0.row == 0 && $0.column == 7
    }
    person.type(Key.end + String(repeating: Key.backspace, count: 5))
    try person.see("one full row") { $0.lines == ["demo> xabc会员日会员"] && $0.row == 1 && $0.column == 0 }
    person.type(Key.enter)
    try person.see("got: \"xabc会员日会员")
  }

  @Test("9: a line that just fills the row has its cursor in the next")
  func fullRow() throws {
    let person = try Person(columns: 20)
    person.type("aaaaaaaaaaaaaa")
    try person.see("the next row") { $0.lines == ["demo> aaaaaaaaaaaaaa"] && $0.row == 1 && $0.column == 0 }
    person.type(Key.backspace + Key.home + "会")
    try person.see("one on the second row") { $0.lines == ["demo> 会aaaaaaaaaaaa", "a"] && $0.column == 8 }
  }

  @Test("21: a control character that gets into the line shows escaped")
  func controlCharacters() throws {
    let person = try Person()
    person.type("a\u{9b}2Jb\u{202e}c" + Key.enter)
    try person.see("demo> a\\u{9b}2Jb\\u{202e}c")
  }

  @Test("Words are moved over and cut, in any script")
  func words() throws {
    let person = try Person()
    person.type("show 会员 x1" + "\u{1b}b\u{1b}b")
    try person.seeLine("demo> show 会员 x1", cursor: 11)
    person.type(Key.ctrl("w"))
    try person.seeLine("demo> 会员 x1", cursor: 6)
    person.type("\u{1b}d" + Key.end + " " + Key.ctrl("y"))
    try person.seeLine("demo>  x1 会员", cursor: 14)
    person.type(Key.left + Key.ctrl("u") + Key.ctrl("k") + Key.ctrl("y") + Key.ctrl("y") + Key.enter)
    try person.see("got: \"员员\"")
  }

  @Test("The Escape key by itself does nothing")
  func escapeKey() throws {
    let person = try Person()
    person.type("a\u{1b}")
    try person.seeLine("demo> a", cursor: 7)
    person.type("会" + Key.enter)
    try person.see("got: \"a会\"")
  }

  @Test("Unknown keys leave nothing in the line")
  func unknownKeys() throws {
    let person = try Person()
    person.type("a\u{1b}[15~\u{1b}[1;2P\u{1b}OQb\u{1b}[5~" + Key.enter)
    try person.see("got: \"ab\"")
  }

  @Test("Bytes that are no UTF-8 are dropped, and what follows is not")
  func brokenBytes() throws {
    let person = try Person()
    person.type([0x61, 0xff, 0xe4, 0xbc, 0x62, 0xc0, 0x63, 0x0d])
    try person.see("got: \"abc\"")
  }

  @Test("A coloured prompt takes its visible width")
  func colouredPrompt() throws {
    let person = try Person(["", "\u{1b}[1;36m会员\u{1b}[0m> \u{1b}[0m"], columns: 20)
    person.type("ab" + Key.left)
    try person.seeLine("会员> ab", cursor: 7)
    person.type("0123456789abc")
    try person.see("a wrap") { $0.lines == ["会员> a0123456789abc", "b"] && $0.row == 1 && $0.column == 0 }
  }
}
