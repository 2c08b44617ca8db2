import Foundation
import Shell
import Testing

/// The replay of real purchases against answers that were computed outside this project, to the last digit.
@Suite struct JourneyTests {
  static let policy = """
    load purchases from "\(Checkout.journey)"
    ladder 会员 { window = rolling 90d, keep = 90d, downgrade = one step
      tier 普通
      tier 银卡 { spend = 500 }
      tier 金卡 { spend = 1,500, visits = 40 } }
    points 基础 { earn = 1pt per 1
      tier 银卡 { earn = 1.2x }
      tier 金卡 { earn = 1.5x }
      bonus 会员日 { earn = 2x, when = day 8 }
      expire = 6mo after earning }

    """

  @Test func `both variants are reproduced through JSON, the second also as a scenario`() throws {
    let expected = try object(readText(Checkout.root + "/Tests/Data/journey_expected.json"))
    let transcript = Transcript(.json)
    transcript.run(Self.policy)
    try check(transcript.run("run baseline over 2017-07-01..2017-12-31"), expected["term"])
    transcript.run("scenario 天天 from baseline { 会员.window = rolling 3mo, 会员.keep = while qualified }")
    try check(transcript.run("run 天天 over 2017-07-01..2017-12-31"), expected["qualified"])
    transcript.run(
      Self.policy.replacing("rolling 90d", with: "rolling 3mo").replacing("keep = 90d", with: "keep = while qualified"))
    try check(transcript.run("run baseline over 2017-07-01..2017-12-31"), expected["qualified"])
    #expect(transcript.exitCode == 0)
  }

  @Test func `a scenario that changes nothing differs by exactly 0, by any split`() throws {
    let transcript = Transcript(.json)
    transcript.run(Self.policy + "scenario 同 from baseline { }\nscenario 也同 from 同 { 会员.金卡.spend = 1,500 }")
    for split in ["", " by tier", " by month", " by store, tier", " by category"] {
      let line = transcript.run("compare baseline 同 也同 over 2017-07-01..2017-12-31" + split)
      let tables = try #require(try object(line[0])["tables"] as? [String: [[String: Any]]])
      let differences = try #require(tables["differences"])
      #expect(!differences.isEmpty)
      for row in differences {
        for (key, value) in row where !["scenario", "tier", "month", "store", "category"].contains(key) {
          #expect((value as? NSNumber)?.doubleValue == 0, "\(key) \(split)")
        }
      }
    }
  }

  @Test func `the same input gives the same bytes`() {
    let runs = (0..<2).map { _ in
      Transcript(.json).run(Self.policy + "run baseline over history\ncompare baseline baseline over history")
    }
    #expect(runs[0] == runs[1])
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func check(_ lines: [String], _ expected: Any?) throws {
    let found = try object(try #require(lines.first))
    let wanted = try #require(expected as? [String: Any])
    let tiers = try #require((found["tables"] as? [String: Any])?["tiers"] as? [[String: Any]])
    let wantedTiers = try #require(wanted["tiers"] as? [[String: Any]])
    #expect(tiers.count == wantedTiers.count)
    for (row, wantedRow) in zip(tiers, wantedTiers) {
      #expect(NSDictionary(dictionary: row) == NSDictionary(dictionary: wantedRow))
    }
    let values = try #require(found["values"] as? [String: Any])
    for (key, value) in try #require(wanted["values"] as? [String: Any]) {
      #expect(values[key] as? NSNumber == value as? NSNumber, "\(key)")
    }
  }
}
