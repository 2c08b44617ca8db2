import Glibc
import Messages
import Shell
import Testing

/// What Tab offers where, one line for each place, in a session with data, a ladder, points and a scenario.
@Suite("14: what Tab offers, place by place") struct OfferTests {
  private static let purchases = """
    card,when,paid,shop,kind
    A,2025-01-03,420.00,361,裙装
    B,2025-01-05,80.00,南山店,Home goods
    """

  private func session(_ language: Language = .english) throws -> Transcript {
    let folder = try Folder()
    try folder.write(OfferTests.purchases, to: "till.csv")
    let transcript = Transcript(language: language, folder: Checkout.root)
    transcript.run(
      """
      load purchases from "\(folder.path)/till.csv" { member = card, time = when, amount = paid, store = shop, category = kind }
      ladder 会员 { tier 普通
        tier 银卡 { spend = 300 }
        tier 金卡 { spend = 1,500 } }
      points 基础 { earn = 1pt per 1 }
      benefit 折扣 { tiers = 金卡, discount = 5% }
      scenario 放宽 from baseline { 会员.金卡.spend = 1,200 }
      let gold = 8,000
      """)
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    return transcript
  }

  /// Exactly these.
  @Test(arguments: [
    ("for x in tiers(", "会员"), ("chart histogram of ", "spend visits purchases value p_alive expected_purchases"),
    ("chart histogram of s", "spend"),
    ("chart histogram ", "of"),
    ("benefit a { tiers = ", "普通 银卡 金卡"), ("benefit a { tiers = 银", "银卡"),
    ("points 新 { tier ", "普通 银卡 金卡"), ("points 新 { tier 金", "金卡"), ("points 新 { tier 金卡 { earn = 2x }\ntier 金", ""),
    ("points 新 { earn = 1pt per 1, tier ", "普通 银卡 金卡"), ("ladder 新 { tier ", ""),
    ("event e { audience = top 200 ", "by"), ("event e { audience = top 200 by ", "spend visits purchases basket"),
    ("event e { cost a = 1 ", "per"), ("event e { cost a = 1 per ", "invite attendee buyer"),
    ("event e { cost a = 1 per at", "attendee"), ("event e { cost a ", "= {"),
    ("benefit a { cost = 5 per ", "visit|purchase|month|year|staff per month"),
    ("ladder l { window = rolling ", "30d 90d 12mo"),
    ("ladder l { downgrade = one ", "step"), ("points p { expire = 12mo ", "inactivity|after earning"),
    ("benefit a { when = category ", "裙装|\"Home goods\""), ("benefit a { when = store ", "\"361\" 南山店"),
    ("benefit a { when = weekday wed, th", "thu"), ("benefit a { when = day ", "8 last"),
    ("load purchases from odbc \"DSN=x\" { member = ", ""),
    ("load purchases from scr", "\"scripts/"), ("load purchases from scripts/", ""),
    ("compare baseline 放宽 over 2025 on share(", "普通 银卡 金卡 baseline 放宽"),
    ("compare baseline 放宽 over 2025 on share(放宽, ", "普通 银卡 金卡"),
    ("compare baseline 放宽 over 2025 on share(tier ", "普通 银卡 金卡"),
    ("compare baseline 放宽 over 2025 on share(金卡, ", "baseline 放宽"),
    ("compare baseline 放宽 over 2025 on basket(", "普通 银卡 金卡 baseline 放宽"),
    ("compare baseline 放宽 over 2025 on vip_share(", "baseline 放宽"),
    ("compare baseline 放宽 over 2025 by tier, ", "segment store month category channel"),
    ("compare baseline ", "放宽"), ("moves baseline 放宽 ", "over top"), ("run baseline over next ", "30d 90d 12mo"),
    ("solve 会员.普通", ""), ("solve 会员.银卡.n", ""), ("sweep 基础.n", ""), ("sweep 基础.e", "基础.earn 基础.expire"),
    ("sweep 会员.金卡.s", "会员.金卡.spend"), ("sweep 会员.金卡.spend from 1 to 2 step 1 ", "and over on"),
    ("scenario x from baseline { 会员.普通", ""), ("scenario x from baseline { 会员.金卡.need = ", "any all"),
    ("scenario x from baseline { 会员.金卡.need = any ", ""), ("scenario x from baseline { 基础.earn = 2pt ", "per"),
    ("scenario x from baseline { 基础.earn = 2pt per 1 ", "during"),
    ("assert share(金卡) ", "= != < <= > >= in"), ("assert share(金卡) in 1% ", ""),
    ("assert share(金卡) > 5% ", "and or over else"), ("if share(金卡) > 5% over 2025 ", "{"),
    ("solve 会员.金卡.spend in 1..2 to share(金卡) ", "="), ("solve 会员.金卡.spend in 1..2 to share(金卡) = 5% ", "step over"),
    ("let x ", "="), ("let x = ba", "basket"), ("let q = gol", "gold"), ("let q = gold + gol", "gold"), ("let ", ""),
    ("collect spend as ", ""), ("set language zh", "zh-Hans zh-Hant"), ("set tax 13% ", "included excluded"),
    ("use ladder ", "会员"), ("help load mo", "more purchases|more members|more actions"),
    ("run {s} ", "over"), ("over {", ""), ("compare baseline 放宽 over {days} o", "on"),
  ])
  func exactly(text: String, offered: String) throws {
    let words = offered.split(separator: offered.contains("|") ? "|" : " ").map(String.init)
    let found = try session().completions(of: text)
    #expect(found == words, "\(text): \(found)")
  }

  /// These among others.
  @Test(arguments: [
    ("let x = ", "spend gold"), ("assert ", "spend gold"), ("benefit a { tiers = 银卡, ", "普通 金卡 discount when"),
    ("benefit a { tiers = 银卡, d", "discount"), ("for x in ", "baseline 放宽 tiers("), ("for x in baseline, ", "放宽"),
    ("compare baseline 放宽 over 2025 on spend, ", "visits"), ("sweep ", "会员.金卡.spend 会员.金卡.visits 基础.earn"),
    ("points 新 { bonus a { when = category 裙装 ", "and or"), ("watch 1 ", "show explain"),
    ("scenario x from baseline { ", "会员.金卡.need 基础.rounding"),
  ])
  func among(text: String, offered: String) throws {
    let found = try session().completions(of: text)
    for word in offered.split(separator: " ") { #expect(found.contains(String(word)), "\(text): \(found)") }
  }

  /// None of these.
  @Test(arguments: [
    ("benefit a { tiers = 银卡, ", "银卡 tiers"), ("assert share(金卡) ", "over else and"),
    ("compare baseline 放宽 over 2025 on spend, ", "spend"), ("let x = ", "="),
    ("sweep ", "会员.普通.spend 会员.金卡.need 基础.rounding"), ("for x in baseline, ", "baseline"),
  ])
  func never(text: String, offered: String) throws {
    let found = try session().completions(of: text)
    for word in offered.split(separator: " ") { #expect(!found.contains(String(word)), "\(text): \(found)") }
  }

  @Test func `a pool goes by a column of the members file`() throws {
    let folder = try Folder()
    try folder.write("card,joined,家庭号,shoe size\nA,2024-05-01,F1,38\nB,2024-06-01,F1,39\n", to: "members.csv")
    let transcript = try session()
    #expect(transcript.completions(of: "points 新 { pool 家庭 { by = ").isEmpty)
    transcript.run("load members from \"\(folder.path)/members.csv\" { member = card }")
    #expect(transcript.completions(of: "points 新 { pool 家庭 { by = ") == ["\"shoe size\"", "家庭号"])
    #expect(transcript.completions(of: "points 新 { pool 家庭 { by = 家") == ["家庭号"])
    #expect(transcript.completions(of: "points 新 { pool 家庭 { tier = ") == ["shared", "separate"])
    #expect(transcript.completions(of: "points 新 { pool 家庭 { ") == ["by", "tier", "max"])
    transcript.run("points 新 { earn = 1pt per 1\n pool 家庭 { by = 家庭号, max = 5 } }")
    #expect(transcript.completions(of: "scenario 甲 from baseline { 新.家庭.by = ") == ["\"shoe size\"", "家庭号"])
    #expect(transcript.completions(of: "sweep 新.家庭.") == ["新.家庭.max"])
  }

  @Test func `headers of the file that is loaded, where they can be read`() throws {
    let folder = try Folder()
    try folder.write(OfferTests.purchases, to: "till.csv")
    try folder.write("积分小票 2025\n会员卡号;时间;金额\nA;2025-01-03;4\n", to: "titled.csv")
    try folder.write("PK\u{3}\u{4}, no text", to: "book.xlsx")
    let transcript = Transcript()
    func headers(_ name: String, _ entry: String = "member = ") -> [String] {
      transcript.completions(of: "load purchases from \"\(folder.path)/\(name)\" { \(entry)")
    }
    #expect(headers("till.csv") == ["card", "when", "paid", "shop", "kind"])
    #expect(headers("till.csv", "amount = p") == ["paid"])
    #expect(headers("till.csv", "ignore = shop, k") == ["kind"])
    #expect(headers("titled.csv") == ["会员卡号", "时间", "金额"])
    for name in ["book.xlsx", "none.csv", ""] { #expect(headers(name).isEmpty, "\(name)") }
    // Of a file that nobody could read whole, a hole of a terabyte behind its rows, the beginning is enough.
    let rows = String(repeating: "A,2025-01-03,420.00,361,裙装\n", count: 1_000)
    try folder.write(OfferTests.purchases + "\n" + rows, to: "endless.csv")
    #expect(truncate(folder.path + "/endless.csv", 1 << 40) == 0)
    #expect(headers("endless.csv") == ["card", "when", "paid", "shop", "kind"])
  }

  @Test func `in Chinese each verb and metric is listed once, by its Chinese name`() throws {
    let transcript = try session(.simplified)
    let verbs = transcript.completions(of: "")
    #expect(verbs.contains("载入") && !verbs.contains("load") && Set(verbs).count == verbs.count)
    #expect(transcript.completions(of: "lo") == ["load"])
    #expect(transcript.completions(of: "run baseline over 2025 on").isEmpty)
    let metrics = transcript.completions(of: "compare baseline 放宽 over 2025 on ")
    #expect(metrics.contains("客单价") && !metrics.contains("basket"))
    #expect(transcript.completions(of: "help 对") == ["对比"])
    #expect(transcript.completions(of: "help 客") == ["客单价"])
    #expect(
      transcript.expectations(after: "")?.first { $0.text == "载入" }?.note.text(in: .simplified).hasPrefix("load：")
        == true)
    #expect(transcript.run("help 对比") == transcript.run("help compare"))
  }

  @Test func `the other Chinese script is understood`() throws {
    #expect(try session(.traditional).completions(of: "载") == ["載入"])
    #expect(try session(.simplified).completions(of: "載") == ["载入"])
    #expect(try session(.english).completions(of: "載") == ["载入"])
  }

  @Test func `a verb with several topics has a line of its own`() {
    let commands = Dictionary(grouping: HelpGroup.commands.topics.map(\.name)) { $0.prefix { $0 != " " } }
    let lines = Transcript().expectations(after: "") ?? []
    for (verb, names) in commands where names.count > 1 {
      let note = lines.first { $0.text == verb }?.note
      for name in names where name != verb {
        let topic = Transcript().expectations(after: verb + " ")?.first { name == "\(verb) \($0.text)" }
        #expect(topic?.note != note, "\(name)")
      }
    }
  }

  @Test func `many members are counted instead of listed`() {
    let transcript = Transcript()
    transcript.run("demo boutique members 300 seed 7")
    for text in ["show member ", "explain member "] {
      #expect(transcript.remark(of: text).hasSuffix("members; the first characters of an id narrow them"))
      #expect(transcript.expectations(after: text)?.last?.note.description == transcript.remark(of: text))
    }
    #expect(transcript.remark(of: "show members ").isEmpty)
  }

  @Test(arguments: [
    ("lader ", "no verb named lader; did you mean ladder?"), ("lader", "no verb named lader; did you mean ladder?"),
    ("xyzzy ", "no verb named xyzzy; `help` lists the verbs"), ("watch 1 { } ", nil), ("lad", nil), ("s ", nil),
  ])
  func `a word that is no verb is said to be none`(text: String, note: String?) {
    let said = Transcript().expectations(after: text)?.first { $0.text.isEmpty }?.note.description
    #expect(said == note)
  }

  @Test func `languages are listed by their own names`() {
    let notes = Transcript().expectations(after: "set language ")?.map(\.note.description)
    #expect(notes?.suffix(3) == ["English", "简体中文", "繁體中文"])
  }
}
