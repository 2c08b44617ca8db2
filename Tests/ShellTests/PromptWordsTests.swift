import Files
import Glibc
import Messages
import Reporting
import Shell
import Testing

/// What is said on the way, and the names of things in it.
@Suite struct PromptWordsTests {
  private static let plan = """
    load purchases from "\(Checkout.journey)"
    ladder 会员 { window = rolling 90d, keep = 90d
      tier 普通
      tier 银卡 { spend = $500 }
      tier 金卡 { spend = $1,500 } }
    """

  @Test("20 · `undo` and `redo` name what changed in the language that is spoken") func undo() {
    let transcript = Transcript(language: .simplified)
    transcript.run("ladder 会员 { tier 普通 }\nscenario 放宽 from baseline { }\nlet a = 1\nset today = 2025-01-01")
    let said = transcript.run("undo\nundo\nundo\nredo\nundo\nundo")
    #expect(
      said == [
        "已撤销：设置 today", "已撤销：变量 a", "已撤销：方案 放宽", "已重做：方案 放宽", "已撤销：方案 放宽", "已撤销：等级体系 会员",
      ])
  }

  @Test("26 · `timing off` is not timed itself") func timing() {
    let transcript = Transcript()
    transcript.run("timing on\nlet a = 1")
    #expect(transcript.said.last?.hasPrefix("time ") == true)
    #expect(transcript.run("timing off") == ["timing is off"])
  }

  @Test("28 · words on what was done fit the terminal", arguments: [40, 60]) func width(columns: Int) {
    let transcript = Transcript(width: columns)
    let path = "no such folder that could ever be there, with a name that is as long as this one is.txt"
    for line in transcript.run("let a = \"\(path)\"") { #expect(displayWidth(line) <= columns) }
    #expect(transcript.said.count > 1)
  }

  @Test("Differences of averages and quotients keep their unit and decimals; JSON has them exactly") func differences()
  {
    let transcript = Transcript()
    transcript.run(PromptWordsTests.plan + "\nscenario 放宽 from baseline { 会员.金卡.spend = $1,200 }")
    let compare = "compare baseline 放宽 over 2017-Q4 on basket(金卡), items_per_purchase(金卡), share(金卡)"
    let said = transcript.run(compare)
    #expect(said.contains { $0.wholeMatch(of: /放宽 +[+-]\$\d+\.\d\d +[+-]\d\.\d\d +[+-]\d\.\dpp/) != nil }, "\(said)")
    let json = Transcript(.json)
    json.run(PromptWordsTests.plan + "\nscenario 放宽 from baseline { 会员.金卡.spend = $1,200 }")
    let line = json.run(compare).last ?? ""
    #expect(line.contains(/"differences":\[\{"scenario":"放宽","basket\(金卡\)":-?\d+\.\d{6,}/), "\(line)")
  }

  @Test("19 · a scenario that gives the entry tier a threshold: the path, and other tiers") func entryTier() {
    let transcript = Transcript()
    transcript.run(PromptWordsTests.plan)
    #expect(
      transcript.run("scenario 甲 from baseline { 会员.金卡.spend = $2,000, 会员.普通.spend = $100 }") == [
        "error E106: 普通 is the first tier, where everyone starts, so it takes no", "  threshold",
        "  1:50  …员.金卡.spend = $2,000, 会员.普通.spend = $100 }",
        "                                 ^^^^^^^^^^^^^^^",
        "  choose a tier above it: 会员.银卡 or 会员.金卡",
      ])
    #expect(
      transcript.run("sweep 会员.普通.spend from $1 to $3 step $1 over 2017-Q4 on share(金卡)").last
        == "  choose a tier above it: 会员.银卡 or 会员.金卡")
  }

  @Test("19 · a search beyond what the tiers beside it allow: the range, and where to begin or end") func searchRange()
  {
    let transcript = Transcript()
    transcript.run(PromptWordsTests.plan)
    #expect(
      transcript.run("solve 会员.金卡.spend in $1..$40,000 to share(金卡) = 10% over 2017-Q4") == [
        "error E108: 金卡 asks for less spend ($1) than 银卡 below it ($500)",
        "  1:22  solve 会员.金卡.spend in $1..$40,000 to share(金卡) = 10% over 2017-Q4",
        "                                 ^^^^^^^^^^^", "  start at $500",
      ])
    #expect(
      transcript.run("solve 会员.银卡.spend in $1..$2,000 to share(金卡) = 10% over 2017-Q4").last == "  end at $1,500")
  }

  @Test("`~/` is the person's home in every file that a statement names") func home() throws {
    let home = try #require(getenv("HOME").map { String(cString: $0) })
    let folder = ".vipsh-test-\(getpid())"
    #expect(mkdir("\(home)/\(folder)", 0o700) == 0)
    defer {
      for name in fileNames(in: "\(home)/\(folder)") { unlink("\(home)/\(folder)/\(name)") }
      rmdir("\(home)/\(folder)")
    }
    let transcript = Transcript()
    transcript.run("record \"~/\(folder)/t.txt\"\nlet a = 1\nrecord off")
    transcript.run("save session to \"~/\(folder)/s.vip\"\nshow settings\nexport _ to \"~/\(folder)/e.csv\"")
    transcript.run("include \"~/\(folder)/s.vip\"\nreplay \"~/\(folder)/t.txt\" check\nfmt \"~/\(folder)/s.vip\"")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    #expect(fileNames(in: "\(home)/\(folder)") == ["e.csv", "s.vip", "t.txt"])
    #expect(
      transcript.completions(of: "include \"~/\(folder)/").map { $0 } == [
        "\"~/\(folder)/e.csv\"", "\"~/\(folder)/s.vip\"", "\"~/\(folder)/t.txt\"",
      ])
    #expect(transcript.completions(of: "include \"~") == ["\"~/"])
  }
}
