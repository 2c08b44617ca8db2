import Shell
import Testing

/// What `?` lists, from the declarations.
@Suite("15: what may come next") struct ExpectationTests {
  private func expected(_ text: String) -> [String]? {
    let transcript = Transcript()
    transcript.run("ladder 会员 { tier 普通\n tier 金卡 { spend = 8,000 } }")
    return transcript.expectations(after: text)?.map { "\($0.text): \($0.note)" }
  }

  @Test func `every line has a word on it`() throws {
    for text in [
      "", "sh", "run ", "run baseline ", "run baseline over ", "chart ", "chart _ as ", "set ", "ladder 新 { ", "demo ",
      "ladder 新 { downgrade = ", "scenario 甲 from baseline { 会员.金卡.spend = ", "compare baseline 甲 over history by ",
    ] {
      let lines = try #require(expected(text))
      #expect(!lines.isEmpty, "\(text)")
      #expect(lines.allSatisfy { !$0.hasSuffix(": ") }, "\(text): \(lines.filter { $0.hasSuffix(": ") })")
    }
  }

  @Test func `slots are put in words, before what Tab offers`() {
    #expect(expected("explain member ") == ["ID: The member's id"])
    #expect(
      expected("run baseline over ") == [
        "RANGE: The days that are reported", "last: up to the as-of date: last 6mo", "history: everything loaded",
      ])
    #expect(
      expected("ladder 新 { downgrade = ")?.first == "one step: Where a member goes who no longer qualifies at a review")
    #expect(
      expected("set ambiguous = ")?.first
        == "1: How many columns the terminal gives to … and →; with 2, rules and charts are ASCII")
    #expect(
      expected("set seed = ") == ["a whole number: What random draws are keyed by; the same seed gives the same result"]
    )
    #expect(expected("scenario 甲 from baseline { 会员.金卡.spend = ")?.first == "8,000: what it is now")
    #expect(expected("chart _ as h") == ["heat: bars, line, heat or trends; else what suits the rows"])
  }

  @Test func `not within quotes or comments`() {
    #expect(expected("let x = \"why") == nil)
    #expect(expected("let x = 1 # why") == nil)
    #expect(expected("let x = \"#\" ") != nil)
  }
}
