import Foundation
import Numerics
import Quantities
import Shell
import Synchronization
import Testing

/// `optimise`, and `sweep` over several paths, against cases worked out by hand and against every combination run alone.
@Suite struct OptimiseTests {
  /// Ten members who spend 100, 200, … 1,000 and a month later 100 each. With the gold threshold t, members of t and more
  /// are gold for the second purchase, and those of t − 100 and more afterwards; each upgrade costs 50.
  private static let rules = """
    ladder 会员 { tier 普通
      tier 金卡 { spend = 500 } }
    points 基础 { earn = 1pt per 1
      tier 金卡 { earn = 2x } }
    benefit 礼 { tiers = 金卡, when = upgrade, cost = 50 }

    """

  private static let till =
    "member,date,amount\n"
    + (1...10).map { "M\($0),2024-01-05,\($0 * 100)\nM\($0),2024-02-05,100\n" }.joined()

  private func transcript(_ till: String = till, _ rules: String = rules) throws -> Transcript {
    let folder = try Folder()
    try folder.write(till, to: "till.csv")
    let transcript = Transcript(.json)
    transcript.run("load purchases from \"\(folder.path)/till.csv\"\n" + rules)
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

  @Test(arguments: ["step 100", ""]) func `the best that is known by hand`(step: String) throws {
    let found = try object(
      transcript().run(
        """
        optimise 会员.金卡.spend in 100..1,000 \(step), 基础.金卡.earn in 1x..3x step 0.5x \\
          to maximise points_issued while benefit_cost <= 200 over 2024
        """))
    let values = try values(found)
    // Four upgrades: t − 100 = 700. Three are gold at 3x for their second 100.
    #expect(values["会员.金卡.spend"] == 800)
    #expect(values["基础.金卡.earn"] == 3)
    #expect(values["best"] == 7100)
    #expect(values["compared"] == (step.isEmpty ? 450_005.0 : 50.0))
    let constraint = try #require(try rows(found, "constraints").first)
    #expect(constraint["value"] as? Double == 200)
    // Everyone gold at 3x, at ten gifts.
    #expect(constraint["best_without"] as? Int == 5500 + 10 * 300)
    #expect(constraint["costs"] as? Int == 8500 - 7100)
    let neighbours = try rows(found, "neighbours").map { $0["points_issued"] as? Int }
    #expect(neighbours == (step.isEmpty ? [7100, 6900, 6950] : [7300, 6900, 6950]))
    let notes = try #require(found["notes"] as? [String])
    if step.isEmpty {
      #expect(notes[0].hasPrefix("a plateau: 1 neighbour of 3"))
    } else {
      #expect(notes[0].hasPrefix("a peak"))
      #expect(notes[1] == "1 neighbour would be better but breaks a constraint")
    }
    #expect(notes.contains { $0.contains("end of its range: 基础.金卡.earn") })
  }

  @Test func `no feasible policy, and what fails nearest by how much`() throws {
    let found = try object(
      transcript().run(
        """
        optimise 会员.金卡.spend in 100..1,000 step 100 to minimise points_issued \\
          while benefit_cost <= 200 and members(金卡) >= 5 over 2024
        """))
    #expect((found["title"] as? String)?.hasPrefix("no feasible policy") == true)
    #expect(try values(found)["best"] == nil && values(found)["feasible"] == 0)
    let notes = try #require(found["notes"] as? [String])
    // Five gold cost 250 where 200 are allowed, a fifth of 250; four gold are a fifth of 5 too few: the lower value.
    #expect(notes[0] == "nearest: 会员.金卡.spend = 700 misses benefit_cost <= 200 by 50")
    let constraints = try rows(found, "constraints")
    #expect(constraints.map { $0["met_by"] as? Int } == [3, 7, 0])
  }

  @Test func `mistakes are said before the search`() throws {
    let transcript = try transcript()
    for (text, code) in [
      ("optimise 会员.金卡.spend in 1..9 over 2024", "E107"),
      ("optimise 会员.金卡.spend in 1..9 to raise spend over 2024", "E101"),
      ("optimise 会员.金卡.spend in 1..9, 会员.金卡.spend in 1..9 to maximise spend over 2024", "E105"),
      ("optimise 会员.金卡.spend in 1..9 to maximise spend while benefit_cost <= 5% over 2024", "E103"),
      ("optimise 会员.金卡.spend in 1..9 to maximise spend while spnd <= 5 over 2024", "E104"),
    ] {
      #expect(transcript.run(text).first?.contains("\"code\":\"\(code)") == true, "\(text)")
    }
  }

  /// A store of a few members who buy now and then.
  private static func random(_ seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: UInt64) -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state % bound
    }
    var till = "member,date,amount\n"
    for member in 1...8 {
      for _ in 0...next(6) {
        till +=
          "M\(member),2024-\(["01", "02", "04", "05", "07", "11"][Int(next(6))])-1\(next(9)),\(next(9) * 50 + 20)\n"
      }
    }
    return till
  }

  private static let richer = """
    ladder 会员 { window = rolling 6mo, keep = 3mo
      tier 普通
      tier 银卡 { spend = 200 }
      tier 金卡 { spend = 500 } }
    points 基础 { earn = 1pt per 1
      tier 金卡 { earn = 2x } }
    benefit 礼 { tiers = 银卡.., when = upgrade, cost = 30 }
    benefit 折 { tiers = 金卡, discount = 5% }

    """

  private static let metrics = ["points_issued", "benefit_cost", "members(金卡)"]

  /// Each combination of two thresholds by itself, but those that the ladder does not allow.
  private func alone(_ transcript: Transcript) throws -> [(silver: Int, gold: Int, values: [Double])] {
    var found: [(Int, Int, [Double])] = []
    for silver in stride(from: 100, through: 500, by: 100) {
      for gold in stride(from: 300, through: 900, by: 150) where gold >= silver {
        transcript.run("scenario 试 from baseline { 会员.银卡.spend = \(silver), 会员.金卡.spend = \(gold) }")
        let row = try rows(
          object(transcript.run("compare baseline 试 over 2024 on \(Self.metrics.joined(separator: ", "))")), "scenarios"
        )[1]
        found.append((silver, gold, Self.metrics.compactMap { (row[$0] as? NSNumber)?.doubleValue }))
      }
    }
    return found
  }

  @Test(arguments: 1...8) func `agrees with every combination run alone`(seed: Int) throws {
    let transcript = try transcript(Self.random(UInt64(seed)), Self.richer)
    let alone = try alone(transcript)
    let sweep = try rows(
      object(
        transcript.run(
          """
          sweep 会员.银卡.spend from 100 to 500 step 100 and 会员.金卡.spend from 300 to 900 step 150 over 2024 \\
            on \(Self.metrics.joined(separator: ", "))
          """)), "sweep")
    #expect(sweep.count == alone.count)
    for (row, point) in zip(sweep, alone) {
      #expect(row["会员.银卡.spend"] as? Int == point.silver && row["会员.金卡.spend"] as? Int == point.gold)
      #expect(Self.metrics.map { (row[$0] as? NSNumber)?.doubleValue } == point.values)
    }
    for (word, sign) in [("maximise", 1.0), ("minimise", -1)] {
      let limit = alone.map(\.values[1]).sorted()[alone.count / 2]
      let found = try values(
        object(
          transcript.run(
            """
            optimise 会员.银卡.spend in 100..500 step 100, 会员.金卡.spend in 300..900 step 150 \\
              to \(word) points_issued while benefit_cost <= \(limit) and members(金卡) in 1..4 over 2024
            """)))
      let feasible = alone.filter { $0.values[1] <= limit && (1...4).contains($0.values[2]) }
      #expect(found["feasible"] == Double(feasible.count))
      let best = feasible.map { $0.values[0] * sign }.max()
      #expect(found["best"] == best.map { $0 * sign })
      func digits(_ value: Int) -> Int { String(value).reversed().drop { $0 == "0" }.count }
      let simplest = feasible.filter { $0.values[0] * sign == best }.min { one, other in
        (digits(one.silver) + digits(one.gold), one.silver, one.gold)
          < (digits(other.silver) + digits(other.gold), other.silver, other.gold)
      }
      #expect(found["会员.银卡.spend"] == simplest.map { Double($0.silver) })
      #expect(found["会员.金卡.spend"] == simplest.map { Double($0.gold) })
    }
  }

  @Test func `a large lattice is looked at coarsely, then closer, the same way each time`() throws {
    let statement = """
      optimise 会员.银卡.spend in 100..500, 会员.金卡.spend in 500..900, 基础.金卡.earn in 1x..3x \\
        to maximise points_issued while benefit_cost <= 400 over 2024
      """
    let answers = try (0..<2).map { _ in try transcript(Self.random(3), Self.richer).run(statement) }
    #expect(answers[0] == answers[1])
    let found = try object(answers[0])
    let values = try values(found)
    #expect((values["compared"] ?? 0) < 25_000)
    #expect((found["notes"] as? [String])?.contains { $0.contains("combinations were tried, coarsely") } == true)
    #expect(values["基础.金卡.earn"] == 3)
  }

  @Test func `Ctrl-C ends the search`() throws {
    let folder = try Folder()
    try folder.write(Self.random(3), to: "till.csv")
    let rules = "load purchases from \"\(folder.path)/till.csv\"\n" + Self.richer
    let looked = Mutex(-1)
    let transcript = Transcript(
      .json,
      job: Job {
        looked.withLock { looked in
          if looked >= 0 { looked += 1 }
          return looked > 2000
        }
      })
    transcript.run(rules)
    looked.withLock { $0 = 0 }
    transcript.run("optimise 会员.银卡.spend in 100..500, 会员.金卡.spend in 500..900 to maximise points_issued over 2024")
    #expect(transcript.exitCode == 130)
  }
}
