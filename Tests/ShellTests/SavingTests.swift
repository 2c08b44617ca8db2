import Glibc
import Shell
import Testing

/// A saved session is the same session again.
@Suite struct SavingTests {
  private static let rules = """
    set seed = 7
    let third = 1 / 3
    let part = 12.5% / 3
    let r = 2024-01-01..2024-03-31
    let m = 12mo
    let q = 2024-Q1
    let low = -5
    let txt = "a \\"b\\""
    let holds = 1 < 2
    ladder 会员 { window = rolling 90d, keep = 90d
      tier 普通
      tier 银卡 { spend = ¥100 }
      tier 金卡 { spend = ¥500, spend = ¥400 during 2024-Q1 } }
    ladder 另 { tier x
      tier y { visits = 3 } }
    points 基础 { earn = 1pt per ¥1, transfer = 20% of balance per year
      tier 金卡 { earn = 1.2x }
    }
    use ladder 会员
    benefit 生日礼 { tiers = 金卡, when = birthday month, cost = ¥80 }
    event 晚会 { date = 2024-03-14, audience = top 2 by spend, capacity = 2, accept = 40%..60%, attend = 80%, buy = 50%, basket = 2x
      cost 场地 = ¥100 }
    assume margin = 38% because "2025 \\"accounts\\""
    scenario 乙 from baseline { 会员.金卡.spend = ¥450 }
    scenario 甲 from 乙 { 基础.earn = 2pt per ¥1 during 2024-02-01..2024-02-11 }
    scenario "in 春" from baseline { ladder = 另 }
    scenario 乙 from baseline { 会员.金卡.spend = ¥550, 会员.keep = 60d }
    """
  private static let shows = [
    "show ladders", "show points", "show benefits", "show events", "show scenarios", "show scenario 甲", "show settings",
    "show assumptions", "run 甲 over {r}", "run \"in 春\" over {r}", "let a = third * 6 + low", "let b = part * 24",
  ]

  @Test("32 · definitions, data and figures come back, and the same script is saved again") func comesBack() throws {
    let folder = try Folder()
    try folder.write(Folder.till, to: "till.csv")
    try folder.write("member,date,amount\nD,2024-03-02,700\nb,2024-03-03,50\n", to: "more.csv")
    let first = Transcript()
    first.run("load purchases from \"\(folder.path)/till.csv\" { member = member }")
    first.run("load more purchases from \"\(folder.path)/more.csv\"\nmerge members B b")
    first.run(SavingTests.rules)
    #expect(first.exitCode == 0, "\(first.said)")
    let written = first.run("save session to \"\(folder.path)/s.vip\"")
    #expect(written == ["written: \(folder.path)/s.vip"])
    let second = Transcript()
    try second.run(file: folder.path + "/s.vip")
    #expect(second.exitCode == 0, "\(second.said)")
    second.run("save session to \"\(folder.path)/again.vip\"")
    #expect(try readText(folder.path + "/s.vip") == readText(folder.path + "/again.vip"))
    for statement in SavingTests.shows { #expect(first.run(statement) == second.run(statement), "\(statement)") }
    #expect(first.run("save session to \"\(folder.path)/s.vip\"").first?.contains("is there already") == true)
  }

  @Test("32 · the demo store, and a tax that held for one load only") func demo() throws {
    let folder = try Folder()
    try folder.write(Folder.till, to: "till.csv")
    let first = Transcript()
    first.run("demo boutique members 60\nsave session to \"\(folder.path)/demo.vip\"")
    #expect(try readText(folder.path + "/demo.vip").contains("\ndemo boutique members 60\n"))
    first.run("set tax = 13% excluded\nload purchases from \"\(folder.path)/till.csv\"\nset tax = included")
    first.run("save session to \"\(folder.path)/tax.vip\"")
    let text = try readText(folder.path + "/tax.vip")
    #expect(!text.contains("demo"))
    let second = Transcript()
    try second.run(file: folder.path + "/tax.vip")
    #expect(second.run("show members") == first.run("show members"))
    #expect(second.run("show settings") == first.run("show settings"))
  }

  @Test("32 · files are named so that the script finds them from its own folder") func fileNames() throws {
    let (data, scripts) = (try Folder(), try Folder())
    try data.write(Folder.till, to: "till.csv")
    try data.write("A\nB\n", to: "guests.csv")
    try data.write(
      """
      load purchases from "till.csv"
      event 晚会 { date = 2024-03-14, audience = "guests.csv", capacity = 2, accept = 50%, attend = 80%, buy = 50%, basket = 2x }
      save session to "{folder}/away.vip"
      save session to "{beside}/beside.vip"
      """, to: "plan.vip")
    let transcript = Transcript()
    try transcript.set("folder", to: scripts.path)
    try transcript.set("beside", to: data.path)
    try transcript.run(file: data.path + "/plan.vip")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let away = try readText(scripts.path + "/away.vip")
    #expect(away.contains("\"\(data.path)/till.csv\"") && away.contains("\"\(data.path)/guests.csv\""))
    let beside = try readText(data.path + "/beside.vip")
    #expect(beside.contains("from \"till.csv\"") && beside.contains("audience = \"guests.csv\""))
    let again = Transcript()
    try again.run(file: scripts.path + "/away.vip")
    again.run("assume margin = 40%\nplan 晚会")
    #expect(again.exitCode == 0, "\(again.said)")
  }

  @Test("32 · what was added to members and purchases is added again") func additions() throws {
    let folder = try Folder()
    try folder.write(Folder.till, to: "till.csv")
    try folder.write("member,tier\nA,金卡\n", to: "members.csv")
    try folder.write("member,tier\nB,金卡\n", to: "further.csv")
    let first = Transcript()
    for statement in [
      "purchases from \"old", "purchases from \"till", "members from \"members", "more members from \"further",
    ] {
      first.run(
        "load " + statement.replacing("\"", with: "\"\(folder.path)/").replacing("old", with: "till") + ".csv\"")
    }
    first.run("save session to \"\(folder.path)/s.vip\"")
    #expect(first.exitCode == 0, "\(first.said)")
    let loads = try readText(folder.path + "/s.vip").split(separator: "\n").filter { $0.hasPrefix("load") }
    #expect(loads.map { $0.prefix(17) } == ["load purchases fr", "load members from", "load more members"])
    let second = Transcript()
    try second.run(file: folder.path + "/s.vip")
    #expect(second.run("show members") == first.run("show members"))
  }

  @Test("32 · a scenario that no longer applies is named instead of written") func brokenScenario() throws {
    let folder = try Folder()
    let transcript = Transcript()
    transcript.run(Folder.rules + "\nladder 会员 { tier 普通\n  tier 银卡 { spend = 500 } }")
    #expect(transcript.run("save session to \"\(folder.path)/s.vip\"").first?.hasPrefix("error E108") == true)
    #expect(access(folder.path + "/s.vip", F_OK) != 0)
  }
}
