import Shell
import Testing

/// Conditions and cuts print themselves as they read.
@Suite struct SegmentRoundTripTests {
  @Test(arguments: [
    "where = visits in last 90d >= 3 and spend in 2025-Q1 in 100..200.50",
    "where = spend in 2025 > 1,000 or not (basket <= 99.50 and gap < 2w)",
    "where = share(category = \"A b\", \"C\" and between 14:00 and 17:00) in last 12mo >= 33.3%",
    "where = weekend share != 50% but not bought(\"GIFT\")",
    "where = bought(store = 南京路 and workday) in 2024-01..2024-06 and items(price 10..20) >= 2.5",
    "where = purchases(weekday mon..wed and season 12-01..02-28) > 3 and returns(channel = web) = 0",
    "where = tier >= 金卡 and joined in 2024-Q1..2024-Q3 and age in 20..30 and birthday_month = 3 and consent",
    "where = joined < 2024-01-01 and recency <= 12mo and recency > 0d",
    "where = rfm.r >= 4 and rfm != lost or lifecycle = dormant and pyramid = gold and layers = others",
    "where = 城市 = \"上海\" and \"会员 等级\" != A and 积分 in 5..9 and 日期 >= 2024-05-01",
    "where = tag(丙) and segment 乙 but not (丙 or \"丙\") and tag 丙",
    "where = bought(holiday) and share(within 7d before holiday 中秋, \"A b\") >= 3% and visits(holiday 中秋) in 2025 > 0",
    "where = score(好) >= 80 and value > 100.50 and p_alive >= 50% and expected_purchases < 2.5 or items_per_purchase > 3",
    "where = actions(签到, \"A b\") in last 90d >= 2 and referrals in 2025 >= 1 and actions > 0",
    "where = segment 乙 and (乙 or 乙 and not 乙) and margin in 2025 >= -5",
    "where = 消费额 >= 8,000 and 到店次数 in last 90d >= 3 and rfm = 核心会员",
  ])
  func `a segment`(entry: String) {
    #expect(repeated("segment 甲 { \(entry) }", "show segment 甲", before: SegmentRoundTripTests.before))
  }

  private static let before = """
    segment 乙 { where = spend > 0 }
    tag 丙 { where = visits > 1 }
    holiday 中秋 = 2024-09-17
    holiday "A b" = 12-25
    score 好 { spend = 1 }
    """

  @Test(arguments: [
    ("holiday 节 = 2024-09-17, 2025-01-01..2025-01-07, 02-29", "show holiday 节"),
    ("holiday 节 { days = 2024-09-17 }", "show holiday 节"),
    (
      "score 甲 { window = 12mo, value = 50%, recency = -12.5%, actions(签到) = 3, column(\"满意 度\") = 0.25 }",
      "show score 甲"
    ),
    ("rfm { window = 12mo, recency = 30d, 2mo, 120d, 240d, monetary = 1, 2, 3, 4.50 }", "show rfm"),
    ("lifecycle { rhythm = days 30d, 90d, 180d, 1y }", "show lifecycle"),
    ("lifecycle { percentile = 95%, few = 3, dormant = 1.5x, lost = 3x, care = 3mo }", "show lifecycle"),
    ("pyramid { by = profit, platinum = 20%, gold = 30% }", "show pyramid"),
    (
      "layers { layer \"top\" { recency = 30d, purchases = 5, within = 1mo, target = 10% }\n layer 其他 { purchases = 1 } }",
      "show layers"
    ),
  ])
  func `cuts`(definition: String, show: String) { #expect(repeated(definition, show)) }

  @Test func `a scenario and undo reach them`() {
    let transcript = Transcript()
    transcript.run("lifecycle { care = 60d }\nscenario 早 from baseline { lifecycle.care = 90d }")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    #expect(transcript.run("undo\nundo\nshow lifecycle").joined().contains("none is defined"))
  }

  private func repeated(_ definition: String, _ show: String, before: String = "") -> Bool {
    let transcript = Transcript()
    transcript.run(before + "\n" + definition)
    let shown = transcript.run(show)
    let again = Transcript()
    again.run(before + "\n" + shown.joined(separator: "\n"))
    let isSame = again.run(show) == shown && transcript.exitCode == 0 && again.exitCode == 0
    if !isSame { Issue.record("\(transcript.said) \(again.said)") }
    return isSame
  }
}

extension SegmentRoundTripTests {
  @Test func `a saved session defines segments before what names them`() throws {
    let folder = try Folder()
    let transcript = Transcript()
    transcript.run(
      """
      segment 甲 { where = spend > 0 }
      segment 乙 { where = visits > 2 }
      segment 甲 { where = not 乙 }
      event 茶会 { date = 2026-03-14, audience = 甲, accept = 40%, attend = 80%, buy = 50%, basket = 2x }
      save session to "\(folder.path)/s.vip"
      """)
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let again = Transcript()
    again.run("include \"\(folder.path)/s.vip\"")
    #expect(again.exitCode == 0, "\(again.said)")
    #expect(again.run("show segment 甲") == ["segment 甲 { where = not 乙 }"])
  }
}
