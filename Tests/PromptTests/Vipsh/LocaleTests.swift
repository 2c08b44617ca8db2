import Testing

@testable import LineEditor

@Suite("Drawing by locale")
struct LocaleTests {
  @Test(
    "30: blocks where the locale speaks UTF-8 or nothing is said, ASCII elsewhere",
    arguments: [
      ("C.UTF-8", true), ("zh_CN.utf8", true), ("", true), ("C", false), ("zh_CN.GB18030", false),
    ])
  func glyphs(locale: String, isBlocks: Bool) throws {
    let person = try Person(
      ["-c", "demo boutique members 50 seed 7", "-c", "run baseline over 2025"],
      program: Person.vipsh, environment: ["LC_ALL": locale], rows: 24,
      columns: 80)
    try person.see("the table") { $0.text.contains(locale.hasPrefix("zh") ? "降级次数" : "downgrades") }
    #expect(person.screen.text.contains("────") == isBlocks)
    #expect(person.screen.text.contains("----") == !isBlocks)
    #expect(person.screen.text.contains("████") == isBlocks)
  }
}
