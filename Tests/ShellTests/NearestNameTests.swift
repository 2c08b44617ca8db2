import Shell
import Testing

@Suite("16: the nearest name") struct NearestNameTests {
  @Test(arguments: [
    ("lader L { }", "did you mean ladder?"), ("show ladder 会贝", "did you mean 会员?"),
    ("ladder L { wndow = rolling 12mo\n tier a }", "did you mean window?"),
    ("include \"scripts/examples/quickstrat.vip\"", "did you mean scripts/examples/quickstart.vip?"),
    ("run baselin over 2025", "did you mean baseline?"), ("set sed = 4", "did you mean seed?"),
    ("对北 baseline", "did you mean 对比?"), ("explain 客单", "did you mean 客单价?"),
  ])
  func near(statement: String, hint: String) {
    #expect(said(statement).contains(hint))
  }

  @Test(arguments: ["xyzzy", "show ladder 钻石", "ladder L { xyzzy = 4\n tier a }", "include \"/nowhere/x.vip\""])
  func none(statement: String) {
    #expect(!said(statement).contains("did you mean"))
  }

  private func said(_ statement: String) -> String {
    let transcript = Transcript(folder: Checkout.root)
    transcript.run("ladder 会员 { tier 普通\n  tier 金卡 { spend = 1,500 } }")
    return transcript.run(statement).joined(separator: "\n")
  }
}
