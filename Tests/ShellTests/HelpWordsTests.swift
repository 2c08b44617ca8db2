import Messages
import Reporting
import Shell
import Testing

/// Help in Chinese, and in the terminal's width.
@Suite struct HelpWordsTests {
  @Test(
    "33 · verbs, kinds and metrics are helped with by their Chinese names, in both scripts",
    arguments: [
      ("对比", "compare"), ("對比", "compare"), ("载入 purchases", "load purchases"), ("等级体系", "ladder"),
      ("等級體系", "ladder"), ("方案", "scenario"), ("客单价", "basket"), ("客單價", "basket"), ("为什么", "explain"),
    ])
  func aliases(name: String, topic: String) {
    for language in Language.allCases {
      let transcript = Transcript(language: language)
      let lines = transcript.run("help \(name)")
      #expect(transcript.exitCode == 0 && lines == Transcript(language: language).run("help \(topic)"))
    }
  }

  @Test("33 · a Chinese name that is nearly right is suggested, in Chinese")
  func nearest() {
    #expect(Transcript(language: .simplified).run("help 复购绿").contains { $0.contains("是不是 复购率？") })
  }

  @Test("33 · the overview has each verb's Chinese name beside it, in Chinese alone")
  func overview() {
    let chinese = Transcript(language: .simplified).run("help")
    #expect(chinese.contains { $0.hasPrefix("  load members         载入      读取") })
    #expect(chinese.contains { $0.hasPrefix("  show ladder          显示      ") })
    #expect(chinese.contains { $0.hasPrefix("  solve                求解      ") })
    #expect(!Transcript().run("help").contains { $0.contains("载入") })
  }

  @Test("33 · what is to be filled in has Chinese names in Chinese")
  func placeholders() {
    let said = Transcript(language: .simplified).run("help loops\nhelp imported\nhelp json").joined()
    for form in ["`for 名称 in 值 { … }`", "`collect 指标 as 名称`", "actions(名称)", "--let 名称=值"] {
      #expect(said.contains(form), "\(form)")
    }
    #expect(!said.contains("NAME"))
  }

  @Test("28 · help fits the terminal, and goes on under its own column", arguments: [80, 60, 45], Language.allCases)
  func width(columns: Int, language: Language) {
    let transcript = Transcript(width: columns, language: language)
    for topic in ["", "compare", "event", "metrics", "files", "imported", "loops", "rows", "cost", "E104"] {
      for line in transcript.run("help \(topic)") { #expect(displayWidth(line) <= columns, "\(topic): \(line)") }
    }
    if columns == 80, language == .english {
      #expect(
        transcript.run("help").starts(with: [
          "vipsh plans a retail VIP programme. Verbs:", "",
          "  load purchases       Reads purchases from a file or a database in place of",
          "                       those that are loaded",
        ]))
    }
  }

  @Test("28 · without a width nothing is broken") func wide() {
    #expect(Transcript(width: nil).run("help").contains { $0.count > 100 })
  }
}
