import Glibc
import Testing

@Suite("Chinese under any locale", .ownFolder)
struct ChineseTests {
  static let locales: [[String: String]] = [
    [:], ["LANG": "C"], ["LC_ALL": "POSIX"], ["LANG": "C.UTF-8"], ["LANG": "xx_XX.UTF-8"], ["LC_ALL": "zh_CN.GB18030"],
  ]

  static let chinese: Bool = {
    guard let locale = newlocale(1 << LC_CTYPE, "zh_CN.UTF-8", nil) else { return false }
    freelocale(locale)
    return true
  }()

  @Test("7: 会员 with Tab, arrows and Backspace", arguments: locales)
  func typing(environment: [String: String]) throws { try type(in: environment) }

  @Test("7: the same under zh_CN.UTF-8, which is not installed", .disabled(if: chinese, "it is installed"))
  func notInstalled() throws { try type(in: ["LANG": "zh_CN.UTF-8"]) }

  @Test("7: the same under zh_CN.UTF-8, which is installed", .enabled(if: chinese, "it is not installed"))
  func installed() throws { try type(in: ["LANG": "zh_CN.UTF-8"]) }

  private func type(in environment: [String: String]) throws {
    let environment = environment.merging(["HOME": try Person.folder()]) { given, _ in given }
    let person = try Person(program: Person.vipsh, environment: environment, rows: 20, columns: 80)
    try person.see("the prompt") { $0.isPasteBracketed && $0.line == "vip>" }
    person.type("ladder 会员 { tier 普通\rtier 金卡 { spend = 8,000 } }\r")
    let speaksChinese = environment.values.contains { $0.hasPrefix("zh") }
    try person.seeAnswer(speaksChinese ? "等级体系 会员 已定义" : "ladder 会员 defined")
    person.type("show ladder 会" + Key.tab)
    try person.seeLine("vip> show ladder 会员", cursor: 22)
    person.type(Key.backspace + Key.left + Key.left + "日")
    try person.seeLine("vip> show ladder 日会员", cursor: 19)
    person.type(Key.backspace + Key.right + Key.right + "\r")
    try person.seeAnswer("tier 金卡")
    person.type(Key.up)
    try person.seeLine("vip> show ladder 会员", cursor: 21)
  }
}
