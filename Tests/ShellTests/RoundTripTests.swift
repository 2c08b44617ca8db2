import Messages
import PlanLanguage
import Programme
import Shell
import Testing

/// What prints itself reads back as the same.
@Suite struct RoundTripTests {
  static let definitions = [
    """
    ladder 会员 {
      window = rolling 12mo, keep = year end, transition = at once
      counts = (category "女装" or store "南京路", "东店") and full price and not birthday month
      tier 普通
      tier 银卡 {
        spend = 2,000, spend = 1,500 during 2026-Q1
        task 三笔 { purchases = 3, purchases = 2 during 2026-Q1, window = month, lasts = 3mo }
        task "task" { visits = 4, actions(签到) = 3, need = all, window = 30d }
      }
      tier 金卡 { spend = 8,000, most = 12.5% }
      tier 钻石 { spend = 9,000, most = 500 }
      tier 黑卡 { by = invitation }
    }
    """,
    """
    ladder 会员 {
      window = calendar year, keep = year end +1y, downgrade = recalculate, grace = 30d, upgrade = month end
      tier 普通
      tier "in" { spend = 2,000, spend = 1,500 during 2026-Q1, visits = 5 }
      tier 90后 { spend = 8,000, visits = 24, points = 5,000pt, purchases = 30, need = all }
      tier 钻石 { actions(签到) = 10, actions(签到) = 5 during 2026-Q1, actions("a b") = 2, visits = 30 }
    }
    """,
    """
    points 基础 {
      earn = 1.5pt per full 10, rounding = nearest, stacking = add, cap = 5,000pt per month, pending = 7d
      expire = calendar year end +1y
      tier 90后 { earn = 1.333x }
      bonus 会员日 { earn = 2x, earn = 3x during 2026-11, when = day 8, 18, last }
      bonus 下午 { earn = 1.5x, when = (weekday mon..wed 14:00..17:00 or time 20:00..24:00) and not store "东店" }
      bonus 生日 { earn = 2x, when = birthday month and not joining anniversary }
      action 签到 { earn = 5pt, earn = 8pt during 2026-Q1, limit = 1 per day }
      action "a b" { earn = 20pt }
      transfer = 20% of balance per year, transfer = 12.5% of balance per year during 2026-Q1
      pool "家 庭" { by = "家庭 号", tier = shared, max = 5 }
      bonus 冬 { when = season 12-01..02-28 and category "A b", "C" or date 2026-01-01..2026-01-31 }
    }
    """,
  ]

  @Test(arguments: definitions) func `a definition prints what it reads`(definition: String) throws {
    let transcript = Transcript()
    transcript.run(definition)
    let shown = transcript.run(definition.hasPrefix("ladder") ? "show ladder" : "show points")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let again = Transcript()
    again.run(shown.joined(separator: "\n"))
    #expect(again.exitCode == 0, "\(again.said)")
    #expect(again.run(definition.hasPrefix("ladder") ? "show ladder" : "show points") == shown)
  }

  @Test(
    arguments: definitions + [
      "compare a b over last 12mo on share(金卡, b), spend by tier, month", "let x = -(1 + 2) * 3",
    ])
  func `syntax prints as text that parses to the same tokens`(text: String) throws {
    let vocabulary = Vocabulary(
      blocks: Dictionary(uniqueKeysWithValues: Programme.kinds.map { ($0.word, $0.shape) }))
    let statements = try Parser.statements(of: SourceText(text, name: ""), vocabulary)
    let printed = statements.map(Printer.text(of:)).joined(separator: "\n")
    let again = try Parser.statements(of: SourceText(printed, name: ""), vocabulary)
    #expect(again.map(Printer.text(of:)).joined(separator: "\n") == printed)
    #expect(again.map(\.phrase) == statements.map(\.phrase))
  }

  @Test func `a tier that needs all may ask for less of one than the tier below, which any wins`() {
    let ladder = """
      ladder 会员 {
        window     = rolling 12mo
        keep       = 12mo
        downgrade  = one step
        grace      = 30d
        upgrade    = immediate
        transition = at review
        tier 普通
        tier 银卡 { spend = ¥2,000 }
        tier 金卡 { spend = ¥8,000, visits = 24 }
        tier 钻石 { spend = ¥30,000, visits = 12, need = all }
      }
      """
    let transcript = Transcript()
    transcript.run(ladder)
    #expect(transcript.run("show ladder").joined(separator: "\n") == ladder, "\(transcript.said)")
    #expect(transcript.run(ladder.replacing("¥30,000", with: "¥3,000")).first?.contains("E108") == true)
    #expect(transcript.run(ladder.replacing(", need = all", with: "")).first?.contains("E108") == true)
  }

  @Test(arguments: [
    ("spend = ￥８，０００", "8000"), ("spend = 1.2万", "12000"), ("spend = 3亿元", "300000000"),
    ("spend = 8000元", "8000"), ("spend = ¥1.2万", "12000"),
  ])
  func `amounts as people type them`(entry: String, amount: String) {
    let transcript = Transcript()
    transcript.run("ladder 甲｛ tier 普通，tier 金卡 { \(entry) } ｝")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    #expect(transcript.run("show ladder 甲").contains { $0.replacing(",", with: "").contains(amount + " }") })
  }
}
