import Foundation
import Shell
import Testing

/// Metrics of segments in `sweep`, `solve`, `optimise` and `tornado`, against one statement after another.
@Suite struct SegmentSearchTests {
  private func prepared() -> Transcript {
    let transcript = Transcript(.json)
    transcript.run(
      """
      demo boutique members 200 seed 7
      \(ladder(8_000))
      segment 常客 { where = visits in last 90d >= 3 }
      segment 金卡客 { where = tier = 金卡 }
      scenario 高 from baseline { 会员.银卡.spend = 4,000 }
      """)
    return transcript
  }

  private func ladder(_ gold: Int) -> String {
    """
    ladder 会员 {
      window = rolling 12mo, keep = 12mo
      tier 普通
      tier 银卡 { spend = 3,000 }
      tier 金卡 { spend = \(gold) }
    }
    """
  }

  private func object(_ lines: [String]) throws -> [String: Any] {
    let line = try #require(lines.last)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func rows(_ lines: [String], _ table: String) throws -> [[String: Any]] {
    try #require((try object(lines)["tables"] as? [String: [[String: Any]]])?[table])
  }

  private func number(_ row: [String: Any], _ key: String) throws -> Double {
    try #require((row[key] as? NSNumber)?.doubleValue, "\(key) in \(row)")
  }

  private static let metrics =
    ["spend(常客)", "share(常客, tier 银卡)", "members(金卡客)", "retention(金卡客)", "spend(金卡客, 高)", "members(金卡)"]

  @Test func `a sweep's rows agree with a ladder defined anew for each value`() throws {
    let transcript = prepared()
    let on = Self.metrics.joined(separator: ", ")
    let sweep = try rows(
      transcript.run("sweep 会员.金卡.spend from 6,000 to 12,000 step 1,500 over 2025 on \(on)"), "sweep")
    #expect(sweep.count == 5)
    var golds: Set<Double> = []
    for row in sweep {
      transcript.run(ladder(Int(try number(row, "value"))))
      for metric in Self.metrics {
        let found = try rows(
          transcript.run("for x in 1..1 step 1 { collect \(metric) as found over 2025 }"), "collected")
        #expect(try number(row, metric) == number(found[0], "found"), "\(metric) at \(row["value"] ?? "")")
      }
      golds.insert(try number(row, "members(金卡客)"))
    }
    #expect(golds.count > 3, "\(golds)")
  }

  @Test func `solve and optimise find what the sweep's rows say`() throws {
    let transcript = prepared()
    let sweep = try rows(
      transcript.run(
        "sweep 会员.金卡.spend from 5,000 to 15,000 step 1,000 over 2025 on members(金卡客), spend(金卡客)"), "sweep")
    let members = try sweep.map { try number($0, "members(金卡客)") }
    let goal = members[4]
    let solved = try #require(
      try object(
        transcript.run("solve 会员.金卡.spend in 5,000..15,000 step 1,000 to members(金卡客) = \(Int(goal)) over 2025"))[
          "values"] as? [String: Any])
    #expect(try number(solved, "reached") == goal)
    #expect(try members[Int(number(solved, "solution")) / 1000 - 5] == goal)
    let best = try #require(
      try object(
        transcript.run(
          "optimise 会员.金卡.spend in 5,000..15,000 step 1,000 to maximise spend(金卡客) while members(金卡客) <= \(Int(goal)) over 2025"
        ))["values"] as? [String: Any])
    let allowed = try sweep.filter { try number($0, "members(金卡客)") <= goal }.map { try number($0, "spend(金卡客)") }
    #expect(try number(best, "best") == allowed.max())
  }

  @Test func `a tornado stands on the segment as compare has it`() throws {
    let transcript = prepared()
    let middle = try #require(
      try object(transcript.run("tornado 高 over 2025 on spend(金卡客) paths 会员.金卡.spend"))["values"] as? [String: Any])
    let compared = try rows(transcript.run("compare baseline 高 over 2025 on spend(金卡客)"), "scenarios")
    #expect(try number(middle, "middle") == number(compared[1], "spend(金卡客)"))
  }
}
