import Testing

@Suite("33: the language of the locale", .ownFolder)
struct LanguageTests {
  @Test(
    "33: what is said begins in the locale's language",
    arguments: [
      (["LANG": "zh_CN.UTF-8"], "错误 E104：没有名为 会圆 的等级体系"), (["LANG": "zh_TW.UTF-8"], "錯誤 E104：沒有名為 会圆 的等級體系"),
      (["LANG": "zh_HK"], "錯誤 E104：沒有名為 会圆 的等級體系"),
      (["LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"], "error E104: no ladder named 会圆"),
      (["LANG": "de_DE.UTF-8"], "error E104: no ladder named 会圆"), ([:], "error E104: no ladder named 会圆"),
    ])
  func locale(environment: [String: String], error: String) throws {
    let run = try Run(["-c", "ladder 会员 { tier 普通 }", "-c", "show ladder 会圆"], environment: environment)
    #expect(run.err.hasPrefix(error + "\n"), "\(run.err)")
    #expect(run.code == 1)
  }

  @Test("33: at the prompt words, Tab, `?` and the search follow `set language`, there and back")
  func prompt() throws {
    let person = try Person.atVipsh(["LANG": "zh_CN.UTF-8"], rows: 30, columns: 100)
    #expect(person.screen.text.contains("Tab 补全"))
    person.type("ladder 会员 { tier 普通\rtier 金卡 { spend = 8,000 } }\r")
    try person.seeAnswer("等级体系 会员 已定义")
    person.type("显" + Key.tab)
    try person.seeLine("vip> 显示", cursor: 10)
    person.type("ladder 会" + Key.tab + "\r")
    try person.seeAnswer("tier 金卡")
    person.type("set language zh-Hant\r")
    try person.seeAnswer("language = zh-Hant")
    person.type("顯示 ladder 会圆\r")
    try person.seeAnswer("錯誤 E104：沒有名為 会圆 的等級體系")
    person.type("set language en\r")
    try person.seeAnswer("language = en")
    person.type("show ladder 会圆\r")
    try person.seeAnswer("error E104: no ladder named 会圆")
  }

  @Test("33: what vipsh says of its own options is in the locale's language")
  func options() throws {
    let help = try Run(["--help"], environment: ["LANG": "zh_CN.UTF-8"])
    #expect(help.code == 0)
    #expect(help.out.contains("规划零售 VIP 计划的命令行。") && help.out.contains("不读 ~/.viprc（只有提示符会读它）。"))
    #expect(try Run(["--help"]).out.contains("Do not read ~/.viprc, which only the prompt reads."))
    let wrong = try Run(["--let", "a"], environment: ["LANG": "zh_TW.UTF-8"])
    #expect(wrong.code == 2 && wrong.err.contains("--let 要寫成 名稱=值，而不是 a"))
  }

  @Test("33: the start file sets the language without a word, and its errors are told")
  func startFile() throws {
    let home = try Person.folder()
    try Person.write("set language = zh-Hans\nset output = table\nshow ladder 会圆\n", to: home + "/.viprc")
    let person = try Person.atVipsh(["HOME": home], columns: 90)
    #expect(person.screen.text.contains("错误 E104：没有名为 会圆 的等级体系") && person.screen.text.contains("`quit` 离开"))
    #expect(!person.screen.text.contains("language") && !person.screen.text.contains("output"))
  }

  @Test("33: JSON is in English whatever is spoken, and metrics have their own names as keys")
  func json() throws {
    let statements = [
      "demo boutique members 50", "试算 baseline over 2025", "对比 baseline baseline2 over 2025 on 消费额, 客单价",
    ]
    func answer(_ language: String) throws -> String {
      try Run(
        ["--json", "-c", "scenario baseline2 from baseline { }"] + statements.flatMap { ["-c", $0] },
        environment: ["LANG": language]
      ).out
    }
    let english = try answer("C.UTF-8")
    #expect(english == (try answer("zh_CN.UTF-8")))
    #expect(english.contains("\"spend\":") && english.contains("\"basket\":"))
    #expect(!english.contains("消费额"))
  }
}
