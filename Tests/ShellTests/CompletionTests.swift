import Shell
import Testing

/// What Tab offers where.
@Suite("14: what Tab offers") struct CompletionTests {
  private func prepared(in folder: String? = nil) -> Transcript {
    let transcript = Transcript(folder: folder)
    transcript.run(
      """
      ladder 会员 { tier 普通
        tier 金卡 { spend = 1,500 } }
      scenario 放宽 from baseline { 会员.金卡.spend = 1,200 }
      scenario "in 春" from baseline { }
      """)
    return transcript
  }

  @Test func `verbs at the start, topics after a verb that has them`() {
    let transcript = prepared()
    #expect(transcript.completions(of: "ru") == ["run"])
    #expect(transcript.completions(of: "").contains("compare"))
    #expect(transcript.completions(of: "load ") == ["purchases", "more", "members", "actions"])
    #expect(transcript.completions(of: "load more ") == ["purchases", "members", "actions"])
    #expect(transcript.completions(of: "load members from \"x\" { bir") == ["birthday"])
    #expect(transcript.completions(of: "load actions from \"x\" { every") == ["every_row"])
    #expect(transcript.completions(of: "load purchases from od") == ["odbc"])
    #expect(transcript.completions(of: "show lad") == ["ladder", "ladders"])
  }

  @Test func `names of the right kind, quoted where they must be`() {
    let transcript = prepared()
    #expect(transcript.completions(of: "run ") == ["baseline", "放宽", "\"in 春\""])
    #expect(transcript.completions(of: "run 放") == ["放宽"])
    #expect(transcript.completions(of: "show ladder ").contains("会员"))
    #expect(!transcript.completions(of: "compare baseline ").contains("baseline"))
  }

  @Test func `clauses after arguments, and what they take`() {
    let transcript = prepared()
    #expect(transcript.completions(of: "run baseline ").contains("over"))
    #expect(transcript.completions(of: "run baseline over ") == ["last", "history"])
    #expect(transcript.completions(of: "compare baseline 放宽 over history by ti") == ["tier"])
    #expect(transcript.completions(of: "compare baseline 放宽 over history on points_is") == ["points_issued"])
  }

  @Test func `what a setting takes, and what a chart draws`() {
    let transcript = prepared()
    #expect(transcript.completions(of: "set out") == ["output"])
    #expect(transcript.completions(of: "set output = ") == ["table", "json", "csv", "markdown"])
    #expect(transcript.completions(of: "set ambiguous ") == ["1", "2"])
    #expect(transcript.completions(of: "set output = csv ") == [])
    #expect(transcript.completions(of: "chart _ as ") == ["bars", "line", "heat", "trends"])
    transcript.run("demo boutique members 50 seed 7\nrun baseline over 2025")
    #expect(transcript.completions(of: "chart ti") == ["tiers"])
    #expect(transcript.completions(of: "chart tiers on sp") == ["spend"])
    #expect(transcript.completions(of: "comp base") == ["baseline"])
  }

  @Test func `within a body statements, after it else`() {
    let transcript = prepared()
    #expect(transcript.completions(of: "for x in 1..3 { ru") == ["run"])
    #expect(transcript.completions(of: "for x in 1..3 {\n  let y = x\n  run ").contains("放宽"))
    #expect(transcript.completions(of: "for x in 1..3 { if x > 1 { show lad") == ["ladder", "ladders"])
    #expect(
      transcript.completions(of: "for x in 1..3 { ladder 新 { downgrade = ") == ["one step", "recalculate", "base"])
    #expect(transcript.completions(of: "if 1 > 2 { quit } ") == ["else"])
    #expect(transcript.completions(of: "if 1 > 2 { quit } else ") == ["{", "if"])
    #expect(transcript.completions(of: "if 1 > 2 { quit } else { ru") == ["run"])
    #expect(transcript.completions(of: "for x in 1..3 { quit } ").isEmpty)
    #expect(transcript.completions(of: "for x in bas") == ["baseline"])
    #expect(transcript.completions(of: "save ") == ["session"])
    #expect(transcript.completions(of: "timing ") == ["on", "off"])
    #expect(transcript.completions(of: "for x in 1..3 { collect sha") == ["share"])
  }

  @Test func `files and directories after from, in quotes`() {
    let transcript = prepared(in: Checkout.root)
    #expect(transcript.completions(of: "load purchases from \"scripts/ex") == ["\"scripts/examples/"])
    #expect(transcript.completions(of: "include \"scripts/examples/quick") == ["\"scripts/examples/quickstart.vip\""])
  }

  @Test func `in a block fields not yet given, children, values and paths`() {
    let transcript = prepared()
    let fields = transcript.completions(of: "ladder 新 {\n  window = rolling 90d\n  ")
    #expect(fields.contains("keep") && fields.contains("tier") && !fields.contains("window"))
    #expect(transcript.completions(of: "ladder 新 { downgrade = ") == ["one step", "recalculate", "base"])
    #expect(transcript.completions(of: "ladder 新 { tier 金 { sp") == ["spend"])
    #expect(transcript.completions(of: "scenario 甲 from baseline { 会员.金卡.s") == ["会员.金卡.spend"])
    #expect(transcript.completions(of: "load purchases from \"x.csv\" { enc") == ["encoding"])
  }

  @Test func `in a mapping block what a field takes`() {
    let transcript = prepared()
    let block = "load purchases from \"x.csv\" { member = 会员, "
    #expect(transcript.completions(of: block + "encoding = gb").contains("gb18030"))
    #expect(transcript.completions(of: block + "delimiter = ") == ["\",\"", "\";\"", "\"|\"", "tab"])
    #expect(transcript.completions(of: block + "dates = ").count > 1)
    #expect(transcript.completions(of: block + "walk_in = ").count > 1)
    #expect(transcript.completions(of: block + "duplicates = ").contains("merge"))
    #expect(transcript.completions(of: block + "amount = ") == [])
    #expect(transcript.completions(of: "load more purchases from \"x.csv\" { duplicates = me").contains("merge"))
    #expect(transcript.completions(of: "load members from \"x.csv\" { dates = ").count > 1)
    #expect(transcript.completions(of: "load members from \"x.csv\" { duplicates = ") == [])
  }

  @Test func `what a setting takes, with the sign or without`() {
    let transcript = prepared()
    #expect(transcript.completions(of: "set ta") == ["tax"])
    for sign in ["", "= "] {
      #expect(transcript.completions(of: "set tax " + sign) == ["included", "13% excluded"])
      #expect(transcript.completions(of: "set quarantine " + sign) == ["beside", "none"])
      #expect(transcript.completions(of: "set currency " + sign + "C").contains("CNY"))
    }
    #expect(transcript.completions(of: "set tax = included ") == [])
    #expect(transcript.completions(of: "set nothing = ") == [])
  }

  @Test func `no block where a name or a connection is still to come`() {
    let transcript = prepared()
    #expect(transcript.completions(of: "load purchases from odbc ") == [])
    #expect(transcript.completions(of: "load purchases from odbc \"DSN=till\" ") == ["{"])
    #expect(transcript.completions(of: "load purchases from \"x.csv\" ") == ["{"])
    for typed in ["", "0001 ", "0001 0003 "] { #expect(transcript.completions(of: "merge members " + typed) == []) }
  }

  @Test(arguments: [
    ("explain ", "member"), ("use points ", "积分"), ("use ladder ", "会员"), ("watch 5 sho", "show"),
    ("watch 5 show lad", "ladder"), ("sweep 会员.金卡.spend ", "from"), ("sweep 会员.金卡.spend from 1 ", "to"),
    ("sweep 会员.金卡.spend from 1 to 5 ", "step"), ("sweep 会员.金卡.spend from 1 to 5 step 1 ", "over"),
    ("let x ", "="), ("assert ", "share"), ("assert share(", "金卡"), ("assert share(金卡) > ", "share"),
    ("assert share(金卡) > 5% ", "over"), ("ladder 新 { tier 金 { spend = 5, vis", "visits"),
    ("scenario 甲 from baseline { 会员.金卡.spend = 5 ", "during"),
    ("show scenario in", "\"in 春\""),
    ("sh lad ", "会员"), ("explain member 1 ", "in"), ("solve 会员.金卡.spend ", "in"), ("help E1", "E101"),
  ])
  func `every position offers what may stand there`(text: String, candidate: String) {
    let transcript = prepared()
    transcript.run("points 积分 { earn = 1 per 1 }")
    #expect(transcript.completions(of: text).contains(candidate), "\(transcript.completions(of: text))")
  }

  @Test(arguments: [
    ("use points ", "会员"), ("sweep 会员.金卡.spend from ", "over"), ("assert share(金卡) ", "share"),
    ("ladder 新 { tier 金 { spend = 5, ", "spend"), ("explain member 1 ", "1"), ("let x = ", "="),
    ("ladder 新 { downgrade = one step ", "during"),
  ])
  func `and nothing else`(text: String, candidate: String) {
    let transcript = prepared()
    transcript.run("points 积分 { earn = 1 per 1 }")
    #expect(!transcript.completions(of: text).contains(candidate))
  }
}
