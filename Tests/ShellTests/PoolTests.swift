import Foundation
import Shell
import Testing

/// What `explain member` says of a family with one balance, against figures that were worked out by hand from the rules in
/// `help pool`. The family is 0101, 0102 and 0103; 0104 joined last and finds no place (`max = 3`), 0201 is a friend.
/// All within 1pt per 1; 银卡 (spend 2,000) 1.2x, 金卡 (spend 3,000) 1.5x; points are gone 12 months after they were earned;
/// 20% of the balance may be given away in a year.
@Suite struct PoolTests {
  /// One tier for the pool. By day, with the lots as (points, earned), the pool's window over the last 12 months, and the
  /// balance after it:
  ///
  /// - 2025-01-10  0101 buys 1,200 on 普通, + 1,200. Lots 1,200 (01-10). Window 1,200. Balance 1,200.
  /// - 2025-02-05  0102 buys 2,100 on 普通, + 2,100. Window 3,300 ≥ 3,000: 金卡, through 2026-02-04. Balance 3,300.
  /// - 2025-03-01  0103 buys 300 on 金卡, + 300 × 1.5 = 450. Window 3,600. Balance 3,750.
  /// - 2025-03-20  0102 returns 700 of the 2,100, which had earned 2,100: − 2,100 × 700 ÷ 2,100 = 700, from what expires
  ///               first. Lots 500 (01-10), 2,100 (02-05), 450 (03-01). Window 2,900, below 3,000, but a return takes no
  ///               tier within its term. Balance 3,050.
  /// - 2025-04-01  0103 gives 700: at most ⌊20% × (3,050 + 0)⌋ = 610. Refused.
  /// - 2025-04-02  0103 gives 580. Lots 0, 2,020, 450. Balance 2,470; given 580.
  /// - 2025-04-03  0103 gives 30: 580 + 30 ≤ ⌊20% × (2,470 + 580)⌋ = 610, at the limit. Lots 1,990, 450. Balance 2,440.
  /// - 2025-06-15  0101 buys 400 on 金卡, + 600. Window 3,300. Balance 3,040.
  /// - 2025-06-20  0101 gives 150: the pool's limit is ⌊20% × (3,040 + 610)⌋ = 730, of which 120 are left. Refused.
  /// - 2025-06-21  0101 gives 120. Lots 1,870 (02-05), 450, 600. Balance 2,920.
  /// - 2025-07-01  0101 gives 50 to 0102, who has the same balance. Refused.
  /// - 2026-02-05  the lot of 02-05 is gone, − 1,870. Balance 1,050. The term is over, too: the window of 2026-02-04 holds
  ///               2,100 + 300 − 700 + 400 = 2,100, enough for 银卡, which is also the one step down. Through 2027-02-04.
  /// - 2026-02-20  0103 buys 500 on 银卡, + 600. Window 300 − 700 + 400 + 500 = 500. Balance 1,650.
  /// - 2026-03-01  the lot of 03-01 is gone, − 450. Balance 1,200 = 600 (2025-06-15) + 600 (2026-02-20).
  private static let shared = [
    Line("2025-01-10", "purchase", "普通", 1_200, 1_200, by: "0101"),
    Line("2025-02-05", "purchase", "普通", 2_100, 3_300, by: "0102"),
    Line("2025-02-05", "upgrade", "普通", nil, 3_300),
    Line("2025-03-01", "purchase", "金卡", 450, 3_750, by: "0103"),
    // A return's own line stands before what it takes back, with the balance after both.
    Line("2025-03-20", "return", "金卡", nil, 3_050, by: "0102"),
    Line("2025-03-20", "clawback", "金卡", -700, 3_050, by: "0102"),
    Line(
      "2025-04-01", "transfer", "金卡", nil, 3_050, by: "0103", "700 to 0201 refused: beyond the 20% of the year, 610"),
    Line("2025-04-02", "transfer", "金卡", -580, 2_470, by: "0103", "to 0201"),
    Line("2025-04-03", "transfer", "金卡", -30, 2_440, by: "0103", "to 0201"),
    Line("2025-06-15", "purchase", "金卡", 600, 3_040, by: "0101"),
    Line(
      "2025-06-20", "transfer", "金卡", nil, 3_040, by: "0101", "150 to 0201 refused: beyond the 20% of the year, 120"),
    Line("2025-06-21", "transfer", "金卡", -120, 2_920, by: "0101", "to 0201"),
    Line("2025-07-01", "transfer", "金卡", nil, 2_920, by: "0101", "50 to 0102 refused: both have one balance"),
    Line("2026-02-05", "expiry", "金卡", -1_870, 1_050),
    Line("2026-02-05", "downgrade", "金卡", nil, 1_050),
    Line("2026-02-20", "purchase", "银卡", 600, 1_650, by: "0103"),
    Line("2026-03-01", "expiry", "银卡", -450, 1_200),
  ]

  @Test(arguments: ["0101", "0102", "0103"])
  func `a shared tier: each member's ledger is the family's, and says who did it`(member: String) throws {
    let answer = try explain(member)
    try check(answer.lines, PoolTests.shared, of: member)
    #expect(answer.values["tier"] as? String == "银卡")
    #expect(answer.values["review"] as? String == "2027-02-05")
    #expect(answer.values["points_outstanding"] as? Int == 1_200)
    // Of the last 12 months, on 2026-03-15: − 700 + 400 + 500.
    #expect(answer.values["window_spend"] as? Int == 200)
    #expect(answer.lots == ["2025-06-15 600 2026-06-15", "2026-02-20 600 2027-02-20"])
  }

  /// Each member's own tier:
  ///
  /// - 2025-01-10  0101 buys 1,200 on 普通, + 1,200. Balance 1,200.
  /// - 2025-02-05  0102 buys 2,100 on 普通, + 2,100; 2,100 ≥ 2,000: 0102 alone is 银卡, through 2026-02-04. Balance 3,300.
  /// - 2025-03-01  0103 buys 300 on 普通, + 300. Balance 3,600.
  /// - 2025-03-20  0102 returns 700, − 700 from the lot of 01-10, which is 0101's. 0102 holds 1,400 and stays 银卡.
  ///               Lots 500, 2,100, 300. Balance 2,900.
  /// - 2025-04-01  0103 gives 700: at most ⌊20% × 2,900⌋ = 580. Refused.
  /// - 2025-04-02  0103 gives 580, at the limit. Lots 2,020 (02-05), 300. Balance 2,320.
  /// - 2025-04-03  0103 gives 30: ⌊20% × (2,320 + 580)⌋ = 580 are given. Refused, 0 are left.
  /// - 2025-06-15  0101 buys 400 on 普通 (1,600 < 2,000), + 400. Balance 2,720.
  /// - 2025-06-20  0101 gives 150: ⌊20% × (2,720 + 580)⌋ = 660, 80 are left. Refused; so are 120 on 06-21.
  /// - 2025-07-01  0101 gives 50 to 0102. Refused.
  /// - 2026-02-05  − 2,020. Balance 700. 0102's window holds 2,100 − 700 = 1,400 < 2,000: 普通.
  /// - 2026-02-20  0103 buys 500 on 普通, + 500. Balance 1,200.
  /// - 2026-03-01  − 300. Balance 900 = 400 (2025-06-15) + 500 (2026-02-20).
  @Test(arguments: ["0101", "0102", "0103"])
  func `a tier of one's own: the balance is the family's, the tier is not`(member: String) throws {
    let answer = try explain(member, in: "各自")
    // Of the others' lines the tier is not told; the balance's own lines stand under the tier of whoever reads them.
    func tier(_ actor: String) -> String? { actor == member ? "普通" : nil }
    let change = member == "0102"
    let lines: [Line?] = [
      Line("2025-01-10", "purchase", tier("0101"), 1_200, 1_200, by: "0101"),
      Line("2025-02-05", "purchase", tier("0102"), 2_100, 3_300, by: "0102"),
      change ? Line("2025-02-05", "upgrade", "普通", nil, 3_300) : nil,
      Line("2025-03-01", "purchase", tier("0103"), 300, 3_600, by: "0103"),
      Line("2025-03-20", "return", change ? "银卡" : nil, nil, 2_900, by: "0102"),
      Line("2025-03-20", "clawback", change ? "银卡" : nil, -700, 2_900, by: "0102"),
      Line(
        "2025-04-01", "transfer", tier("0103"), nil, 2_900, by: "0103",
        "700 to 0201 refused: beyond the 20% of the year, 580"),
      Line("2025-04-02", "transfer", tier("0103"), -580, 2_320, by: "0103", "to 0201"),
      Line(
        "2025-04-03", "transfer", tier("0103"), nil, 2_320, by: "0103",
        "30 to 0201 refused: beyond the 20% of the year, 0"),
      Line("2025-06-15", "purchase", tier("0101"), 400, 2_720, by: "0101"),
      Line(
        "2025-06-20", "transfer", tier("0101"), nil, 2_720, by: "0101",
        "150 to 0201 refused: beyond the 20% of the year, 80"),
      Line(
        "2025-06-21", "transfer", tier("0101"), nil, 2_720, by: "0101",
        "120 to 0201 refused: beyond the 20% of the year, 80"),
      Line("2025-07-01", "transfer", tier("0101"), nil, 2_720, by: "0101", "50 to 0102 refused: both have one balance"),
      Line("2026-02-05", "expiry", change ? "银卡" : "普通", -2_020, 700),
      change ? Line("2026-02-05", "downgrade", "银卡", nil, 700) : nil,
      Line("2026-02-20", "purchase", tier("0103"), 500, 1_200, by: "0103"),
      Line("2026-03-01", "expiry", "普通", -300, 900),
    ]
    try check(answer.lines, lines.compactMap(\.self), of: member)
    #expect(answer.values["tier"] as? String == "普通")
    #expect(answer.values["points_outstanding"] as? Int == 900)
    #expect(answer.lots == ["2025-06-15 400 2026-06-15", "2026-02-20 500 2027-02-20"])
  }

  /// 0201 gets 500 of the lot of 2025-01-10 and 80 + 30 + 120 of that of 02-05, each with its own expiry, and buys 200 and
  /// 100. 580 → 610 → 810 → 930; − 500 on 2026-01-10, − 230 on 02-05: 200; 300.
  @Test func `who is given points keeps their days`() throws {
    let answer = try explain("0201")
    try check(
      answer.lines,
      [
        Line("2025-04-02", "transfer", "普通", 580, 580, "from 0103"),
        Line("2025-04-03", "transfer", "普通", 30, 610, "from 0103"),
        Line("2025-05-01", "purchase", "普通", 200, 810),
        Line("2025-06-21", "transfer", "普通", 120, 930, "from 0101"),
        Line("2026-01-10", "expiry", "普通", -500, 430),
        Line("2026-02-05", "expiry", "普通", -230, 200),
        Line("2026-03-15", "purchase", "普通", 100, 300),
      ], of: "0201")
    #expect(answer.lots == ["2025-05-01 200 2026-05-01", "2026-03-15 100 2027-03-15"])
  }

  /// The family's 1,200, 300 of 0201 and 100 of 0104, who is alone.
  /// 5,350 = 1,200 + 2,100 + 450 + 600 + 600 + 300 + 100 are issued, 700 clawed back, 2,320 + 730 expired.
  @Test func `the totals add up`() throws {
    let values = try object(prepared().run("run baseline over history"))["values"] as? [String: Any] ?? [:]
    let expected = [
      "points_issued": 5_350, "points_transferred_in": 730, "points_transferred_out": 730, "points_redeemed": 0,
      "points_clawed_back": 700, "points_expired": 3_050, "points_outstanding": 1_600, "transfers_refused": 3,
      // Three people rise and fall together.
      "upgrades": 3, "downgrades": 3,
    ]
    for (key, value) in expected { #expect(values[key] as? Int == value, "\(key)") }
  }

  // MARK: reading

  private struct Line: Equatable, CustomStringConvertible {
    let date, event: String
    let tier: String?
    let points: Int?
    let balance: Int
    /// Nil where it is nobody's in particular.
    let by: String?
    let why: String

    init(
      _ date: String, _ event: String, _ tier: String?, _ points: Int?, _ balance: Int, by: String? = nil,
      _ why: String = ""
    ) {
      (self.date, self.event, self.tier, self.points, self.balance) = (date, event, tier, points, balance)
      (self.by, self.why) = (by, why)
    }

    var description: String { "\(date) \(event) \(tier ?? "–") \(points ?? 0) \(balance) \(why)" }
  }

  private func prepared() throws -> Transcript {
    let script = try readText(Checkout.root + "/Tests/Scripts/pools.vip")
    let definitions = script[..<(try #require(script.range(of: "max = 3 }\n}\n")).upperBound)]
    let transcript = Transcript(.json, folder: Checkout.root)
    transcript.run(
      definitions.replacing("from \"", with: "from \"Tests/Scripts/")
        + "scenario 各自 from baseline { 基础.家庭.tier = separate }")
    return transcript
  }

  private func explain(
    _ member: String, in scenario: String = "baseline"
  ) throws -> (lines: [Line], lots: [String], values: [String: Any]) {
    let answer = try object(prepared().run("explain member \(member) in \(scenario)"))
    let tables = try #require(answer["tables"] as? [String: [[String: Any]]])
    let lines = try #require(tables["ledger"]).map { row in
      Line(
        row["date"] as? String ?? "", row["event"] as? String ?? "", row["tier"] as? String, row["points"] as? Int,
        row["balance"] as? Int ?? -1, row["why"] as? String ?? "")
    }
    let lots = try #require(tables["lots"]).map { row in
      "\(row["earned"] ?? "") \(row["points"] ?? "") \(row["expires"] ?? "")"
    }
    return (lines, lots, try #require(answer["values"] as? [String: Any]))
  }

  private func object(_ lines: [String]) throws -> [String: Any] {
    let line = try #require(lines.last)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
  }

  private func check(_ found: [Line], _ expected: [Line], of member: String) throws {
    #expect(found.count == expected.count, "\(found)")
    for (found, expected) in zip(found, expected) {
      #expect(found.date == expected.date && found.event == expected.event, "\(found), not \(expected)")
      #expect(found.tier == expected.tier, "\(found)")
      #expect(found.points == expected.points, "\(found)")
      #expect(found.balance == expected.balance, "\(found)")
      #expect(expected.why.isEmpty || found.why.contains(expected.why), "\(found)")
      let isMates = expected.by != nil && expected.by != member
      #expect(found.why.hasPrefix("by ") == isMates, "\(found)")
      if isMates { #expect(found.why.hasPrefix("by \(expected.by ?? "")"), "\(found)") }
    }
  }
}

/// A pool is edited like anything else.
@Suite struct PoolEditingTests {
  private func prepared() -> Transcript {
    let transcript = Transcript(folder: Checkout.root)
    transcript.run(
      """
      load purchases from "Tests/Scripts/pools_till.csv"
      load members from "Tests/Scripts/pools_members.csv"
      load actions from "Tests/Scripts/pools_actions.csv"
      points 基础 { earn = 1pt per 1, transfer = 20% of balance per year
        pool 家庭 { by = 家庭号, tier = shared, max = 3 } }
      """)
    return transcript
  }

  @Test func `undo takes a pool back, redo brings it again`() {
    let transcript = prepared()
    let run = transcript.run("run baseline over history")
    let shown = transcript.run("show points")
    transcript.run("points 基础 { earn = 1pt per 1, transfer = 20% of balance per year }")
    let alone = transcript.run("run baseline over history")
    #expect(alone != run)
    transcript.run("undo")
    #expect(transcript.run("show points") == shown)
    #expect(transcript.run("run baseline over history") == run)
    transcript.run("redo")
    #expect(transcript.run("run baseline over history") == alone)
    #expect(transcript.exitCode == 0, "\(transcript.said)")
  }

  @Test func `a saved session has its pools, its members and its transfers`() throws {
    let folder = try Folder()
    let first = prepared()
    first.run(
      """
      scenario 宽 from baseline { 基础.家庭.max = 4, 基础.家庭.tier = separate
        基础.transfer = 50% of balance per year during 2025-Q2 }
      save session to "\(folder.path)/s.vip"
      """)
    #expect(first.exitCode == 0, "\(first.said)")
    let second = Transcript()
    try second.run(file: folder.path + "/s.vip")
    for statement in [
      "show points", "show scenario 宽", "run baseline over history", "run 宽 over history", "explain member 0103 in 宽",
    ] {
      #expect(first.run(statement) == second.run(statement), "\(statement)")
    }
    #expect(second.exitCode == 0, "\(second.said)")
  }

  @Test func `a search and a sweep turn the largest pool and the share`() {
    let transcript = prepared()
    transcript.run("sweep 基础.家庭.max from 2 to 4 step 1 over history on points_transferred_out, points_outstanding")
    transcript.run("solve 基础.家庭.max in 2..9 to points_transferred_out = 700 over history")
    transcript.run("solve 基础.transfer in 0%..100% step 5% to points_transferred_out = 1,000 over history")
    transcript.run("optimise 基础.家庭.max in 2..6 to maximise points_outstanding over history")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
  }
}
