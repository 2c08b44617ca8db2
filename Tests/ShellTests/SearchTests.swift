import Foundation
import Shell
import Testing

/// `sweep` and `solve` on real purchases.
@Suite struct SearchTests {
  private func prepared() -> Transcript {
    let transcript = Transcript(.json)
    transcript.run(JourneyTests.policy)
    return transcript
  }

  private func object(_ lines: [String]) throws -> [String: Any] {
    let line = try #require(lines.first)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func values(_ lines: [String]) throws -> [String: Double] {
    try #require(try object(lines)["values"] as? [String: Any]).compactMapValues { ($0 as? NSNumber)?.doubleValue }
  }

  @Test func `a sweep's 21 rows agree with 21 runs`() throws {
    let transcript = prepared()
    let over = "over 2017-07-01..2017-12-31"
    let sweep = try object(
      transcript.run("sweep 会员.金卡.spend from 1,000 to 3,000 step 100 \(over) on members(金卡), points_issued"))
    let rows = try #require((sweep["tables"] as? [String: [[String: Any]]])?["sweep"])
    #expect(rows.count == 21)
    for (place, row) in rows.enumerated() {
      let value = 1000 + place * 100
      transcript.run("scenario 试 from baseline { 会员.金卡.spend = \(value) }")
      let run = try object(transcript.run("run 试 \(over)"))
      let tiers = try #require((run["tables"] as? [String: [[String: Any]]])?["tiers"])
      #expect(row["value"] as? Int == value)
      #expect(row["members(金卡)"] as? Int == tiers[2]["members"] as? Int)
      #expect(row["points_issued"] as? Int == (run["values"] as? [String: Any])?["points_issued"] as? Int)
    }
  }

  @Test(arguments: [("10%", 0.10), ("42%", 0.42)])
  func `solve finds what a search over all lattice points finds`(goal: String, share: Double) throws {
    let transcript = prepared()
    let over = "over 2017-07-01..2017-12-31"
    let solved = try values(
      transcript.run("solve 会员.金卡.spend in 500..5,000 step 100 to share(金卡) = \(goal) \(over)"))
    var best: (value: Int, members: Int, distance: Int)?
    for value in stride(from: 500, through: 5000, by: 100) {
      transcript.run("scenario 试 from baseline { 会员.金卡.spend = \(value) }")
      let run = try object(transcript.run("run 试 \(over)"))
      let tiers = try #require((run["tables"] as? [String: [[String: Any]]])?["tiers"])
      let members = try #require(tiers[2]["members"] as? Int)
      // |members / 412 − goal| in parts of 41,200, exactly.
      let distance = abs(members * 100 - Int(share * 100) * 412)
      func digits(_ value: Int) -> Int { String(value).reversed().drop { $0 == "0" }.count }
      if distance < best?.distance ?? .max
        || (distance == best?.distance && digits(value) < digits(best?.value ?? 0))
      {
        best = (value, members, distance)
      }
    }
    let expected = try #require(best)
    #expect(solved["solution"] == Double(expected.value))
    #expect(abs((solved["reached"] ?? 0) - Double(expected.members) / 412) < 1e-12)
    #expect(solved["evaluations"] ?? 0 > 0)
  }

  @Test func `solve without a step looks at every cent`() throws {
    let solved = try values(
      prepared().run("solve 会员.金卡.spend in 500..5,000 to share(金卡) = 10% over 2017-07-01..2017-12-31"))
    let cents = try #require(solved["solution"])
    #expect(abs((solved["reached"] ?? 0) - 41.0 / 412) < 1e-12)
    #expect(cents >= 500 && cents <= 5000)
  }
}
