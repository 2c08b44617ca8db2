import Shell
import Testing

/// `plan` as programs read it.
@Suite struct PlanTests {
  private static let script = """
    load purchases from "\(Checkout.root)/Tests/Scripts/event_till.csv"
    event 茶会 {
      date = 2026-03-14, audience = top 8 by spend, capacity = 4, accept = 50%..80%, attend = 80%, buy = 50%
      basket = 2x..3x, discount = 5%, cost 场地 = ¥200, cost 礼品 = ¥30 per attendee
    }
    """

  private func answers(to statement: String) -> [String] {
    let transcript = Transcript(.json)
    transcript.run(PlanTests.script)
    return transcript.run(statement)
  }

  @Test func `25: the same seed gives the same bytes, another seed others`() {
    let one = answers(to: "plan 茶会 seed 7")
    #expect(one == answers(to: "plan 茶会 seed 7"))
    let bySetting = answers(to: "set seed 7\nplan 茶会").map { $0.replacing(#""source":"2""#, with: #""source":"1""#) }
    #expect(one == bySetting)
    #expect(one != answers(to: "plan 茶会 seed 8"))
    #expect(one[0].contains(#""draws":1000,"seed":7"#))
  }

  @Test func `ROI is the printed incremental margin over the printed cost`() throws {
    let line = try #require(answers(to: "plan 茶会").first)
    let (margin, cost) = (try number("incremental_margin", in: line), try number("cost", in: line))
    #expect(abs(try number("roi", in: line) - margin / cost) < 1e-12)
  }

  @Test func `JSON has every guest, whatever people are shown`() throws {
    let line = try #require(answers(to: "plan 茶会 top 2").first)
    #expect(line.split(separator: #""expected_margin":"#).count - 1 == 8)
  }

  @Test func `a definition that fails leaves the event as it was`() {
    let transcript = Transcript(keepsGoing: true)
    transcript.run(PlanTests.script)
    let before = transcript.run("show events")
    transcript.run("event 茶会 { date = 2026-03-14, capacity = 0 }")
    transcript.run("event 茶会 { capacity = 5 }")
    #expect(transcript.exitCode == 1)
    #expect(transcript.run("show events") == before)
  }

  @Test func `two events alike differ by nothing`() throws {
    let transcript = Transcript(.json)
    transcript.run(PlanTests.script + "\n" + PlanTests.script.replacing("event 茶会", with: "event 酒会"))
    let line = try #require(transcript.run("compare 茶会 酒会").first)
    let differences = try #require(line.split(separator: #""differences":"#).last?.split(separator: "]").first)
    #expect(differences.contains(#""incremental_margin":0,"#))
    #expect(!differences.contains("-"))
  }

  /// The number at `key` among the values.
  private func number(_ key: String, in line: String) throws -> Double {
    let values = try #require(line.split(separator: #""values":{"#).last)
    let rest = try #require(values.split(separator: "\"\(key)\":", maxSplits: 1, omittingEmptySubsequences: false).last)
    return try #require(Double(String(rest.prefix { $0 != "," && $0 != "}" })))
  }
}
