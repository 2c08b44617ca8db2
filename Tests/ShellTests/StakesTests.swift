import Foundation
import Shell
import Testing

/// `tornado`, and `moves` with the money at stake.
@Suite struct StakesTests {
  /// Who spends what in January and in March 2024.
  private static let spends = [(120, 40), (260, 90), (340, 10), (480, 300), (520, 70), (700, 210), (90, 600)]

  private static func till(_ members: [Int]) -> String {
    "member,date,amount\nM0,2024-01-01,1\n"
      + members.map {
        "M\($0 + 1),2024-01-05,\(spends[$0].0)\nM\($0 + 1),2024-03-05,\(spends[$0].1)\n"
      }.joined()
  }

  private static let rules = """
    ladder 会员 { window = rolling 12mo
      tier 普通
      tier 银卡 { spend = 200 }
      tier 金卡 { spend = 500, visits = 9 } }
    points 基础 { earn = 1pt per 1
      tier 金卡 { earn = 2x } }
    benefit 礼 { tiers = 银卡.., when = upgrade, cost = 30 }
    benefit 折 { tiers = 金卡, discount = 5% }
    scenario 提高 from baseline { 会员.金卡.spend = 600, 折.discount = 10% }

    """

  private func transcript(_ members: [Int] = Array(0..<7)) throws -> Transcript {
    let folder = try Folder()
    try folder.write(Self.till(members), to: "till.csv")
    let transcript = Transcript(.json)
    transcript.run("load purchases from \"\(folder.path)/till.csv\"\n" + Self.rules)
    return transcript
  }

  private func object(_ lines: [String]) throws -> [String: Any] {
    let line = try #require(lines.first)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func values(_ object: [String: Any]) throws -> [String: Double] {
    try #require(object["values"] as? [String: Any]).compactMapValues { ($0 as? NSNumber)?.doubleValue }
  }

  private func rows(_ object: [String: Any], _ name: String) throws -> [[String: Any]] {
    try #require((object["tables"] as? [String: [[String: Any]]])?[name])
  }

  @Test func `each field of a tornado agrees with a scenario of its own`() throws {
    let transcript = try transcript()
    for metric in ["points_issued", "benefit_cost"] {
      let found = try object(transcript.run("tornado 提高 over 2024 on \(metric) by 20%"))
      let table = try rows(found, "tornado")
      let middle = try #require(try values(found)["middle"])
      #expect(table.count == 9, "\(table.map { $0["path"] ?? "" })")
      var last = Double.infinity
      for row in table {
        let path = try #require(row["path"] as? String)
        var ends = [middle]
        for (end, result) in [("low", "at_low"), ("high", "at_high")] {
          guard let at = (row[result] as? NSNumber)?.doubleValue else { continue }
          let value = try #require((row[end] as? NSNumber)?.doubleValue)
          let text =
            ["折.discount", "折.take_up", "礼.take_up"].contains(path)
            ? "\(value * 100)%"
            : path == "基础.金卡.earn" ? "\(value)x" : "\(value)"
          transcript.run("scenario 试 from 提高 { \(path) = \(text) }")
          let alone = try rows(object(transcript.run("compare baseline 试 over 2024 on \(metric)")), "scenarios")[1]
          #expect((alone[metric] as? NSNumber)?.doubleValue == at, "\(path) = \(text)")
          ends.append(at)
        }
        let swing = try #require((row["swing"] as? NSNumber)?.doubleValue)
        #expect(abs(swing - ((ends.max() ?? 0) - (ends.min() ?? 0))) < 1e-9)
        #expect(swing <= last)
        last = swing
      }
      let notes = try #require(found["notes"] as? [String])
      #expect(notes[0].hasPrefix("does nothing to it: ") && notes[0].contains("会员.金卡.visits"))
    }
  }

  @Test func `a count turns by one at least, a field that is named may be a duration`() throws {
    let table = try rows(
      object(transcript().run("tornado baseline over 2024 on upgrades paths 会员.金卡.visits, 会员.keep")), "tornado")
    let visits = try #require(table.first { $0["path"] as? String == "会员.金卡.visits" })
    #expect(visits["low"] as? Int == 8 && visits["high"] as? Int == 10)
    #expect(table.count == 2)
  }

  @Test func `what moves has at stake is what two runs of those who move differ by`() throws {
    let found = try object(transcript().run("moves baseline 提高 over 2024-03"))
    let totals = try values(found)
    let matrix = try rows(found, "moves")
    // M4 and M5 are gold from 500 on; M5 with 590 no more.
    #expect(totals["moved"] == 1)
    let movers = try transcript([4])
    let all = try transcript()
    for (name, side) in [("baseline", "before"), ("提高", "after")] {
      let alone = try values(object(movers.run("run \(name) over 2024-03")))
      #expect(totals["points_issued_of_moved_\(side)"] == alone["points_issued"])
      #expect(totals["benefit_cost_of_moved_\(side)"] == alone["benefit_cost"])
      // Everybody's cells come to the whole run.
      let whole = try values(object(all.run("run \(name) over 2024-03")))
      for metric in ["points_issued", "benefit_cost"] {
        let sum = matrix.reduce(0) { $0 + (($1["\(metric)_\(side)"] as? NSNumber)?.doubleValue ?? 0) }
        #expect(sum == whole[metric], "\(metric) \(side)")
      }
    }
    #expect(totals["points_issued_of_moved_before"] == 140 && totals["points_issued_of_moved_after"] == 70)
    #expect(totals["benefit_cost_of_moved_before"] == 3.5 && totals["benefit_cost_of_moved_after"] == 0)
  }

  @Test func `without benefits and points only spend is at stake`() throws {
    let folder = try Folder()
    try folder.write(Self.till([0, 1, 2]), to: "till.csv")
    let transcript = Transcript()
    let said = transcript.run(
      """
      load purchases from "\(folder.path)/till.csv"
      ladder 会员 { tier 普通
        tier 银卡 { spend = 200 } }
      scenario 松 from baseline { 会员.银卡.spend = 100 }
      moves baseline 松 over 2024
      """)
    #expect(said.contains { $0.contains("members") && $0.contains("spend") && !$0.contains("points") })
  }

  // MARK: one member

  @Test func `explain between says where two scenarios part and how each ends`() throws {
    let transcript = try transcript()
    let found = try object(transcript.run("explain member M5 between baseline and 提高 over 2024-03"))
    #expect(found["title"] as? String == "member M5, baseline · 提高: they part on 2024-01-05")
    let lines = try rows(found, "parting")
    let upgrade = try #require(lines.first { ($0["why"] as? String)?.hasPrefix("baseline: 普通 → 金卡") == true })
    #expect(upgrade["tier(baseline)"] as? String == "金卡")
    let ends = try rows(found, "end")
    #expect(ends.map { $0["tier"] as? String } == ["金卡", "银卡"])
    #expect(ends.map { $0["points_outstanding"] as? Int } == [660, 590])
    #expect((found["notes"] as? [String])?.first == "that is before the range, which begins on 2024-03-01")
    #expect(
      transcript.run("explain member M5 in baseline and 提高 over 2024-03")
        == transcript.run("explain member M5 between baseline and 提高 over 2024-03"))
  }

  @Test func `scenarios that never part for a member are said to`() throws {
    let transcript = try transcript()
    let found = try object(transcript.run("explain member M1 between baseline and 提高"))
    #expect((found["title"] as? String)?.contains("they never part through 2024-03-05") == true)
    #expect(try rows(found, "end").count == 2)
    #expect(transcript.run("explain member M1 between baseline")[0].contains("two scenarios"))
    #expect(transcript.run("explain member M1 in 提高 between baseline and 提高")[0].contains("E101"))
  }

  @Test func `why not: how far the next tier is, until when, and at a failed review`() throws {
    let transcript = try transcript()
    let notes = try #require(try object(transcript.run("explain member M4 in 提高 over 2024-01"))["notes"] as? [String])
    #expect(notes[0] == "120 or 8 visits short of 金卡 on 2024-01-31")
    #expect(
      notes[1]
        == "that is so through 2025-01-04; on 2025-01-05 480, 1 visit falls out of the window, and without new "
        + "purchases it is 600 or 9 visits short")
    transcript.run(
      "ladder 会员 { window = rolling 1mo, keep = 1mo\n tier 普通\n tier 银卡 { spend = 200 }\n"
        + "tier 金卡 { spend = 400 } }")
    let ledger = try rows(object(transcript.run("explain member M4 in baseline over 2024")), "ledger")
    let reviews = ledger.compactMap { $0["why"] as? String }.filter { $0.contains("review") }
    #expect(reviews.first == "金卡 → 银卡: review, spend 0 of 400 through 2024-04-04; 400 short of 金卡")
  }

  @Test(arguments: [
    ("optimise 会员.金卡.spend ", "in"), ("optimise 会员.金卡.spend in 1..2 ", "to"),
    ("optimise 会员.金卡.spend in 1..2, ", "会员.银卡.spend"), ("optimise 会员.金卡.spend in 1..2, 会员.银卡.spend ", "in"),
    ("optimise 会员.金卡.spend in 1..2 to ", "maximise"), ("optimise 会员.金卡.spend in 1..2 to maximise ", "spend"),
    ("optimise 会员.金卡.spend in 1..2 to maximise spend ", "while"),
    ("optimise 会员.金卡.spend in 1..2 to maximise spend while ", "share"),
    ("optimise 会员.金卡.spend in 1..2 to maximise spend while share(金卡) > 1% and ", "share"),
    ("optimise 会员.金卡.spend in 1..2 to maximise spend while share(金卡) > 1% ", "over"),
    ("tornado ", "提高"), ("tornado baseline over 2024 on ", "spend"), ("tornado baseline over 2024 on spend ", "paths"),
    ("tornado baseline over 2024 on spend paths ", "会员.金卡.spend"),
    ("explain member M1 ", "between"), ("explain member M1 between ", "提高"),
    ("explain member M1 between baseline ", "and"), ("explain member M1 between baseline and ", "提高"),
  ])
  func `Tab offers what may stand there`(text: String, candidate: String) throws {
    let transcript = try transcript()
    #expect(transcript.completions(of: text).contains(candidate), "\(transcript.completions(of: text))")
  }
}
