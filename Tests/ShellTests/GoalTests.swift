import Foundation
import Shell
import Testing

/// Goals: what is asked, what there is, and how far apart they are.
@Suite struct GoalTests {
  private func prepared(_ format: Console.Format = .json) -> Transcript {
    let transcript = Transcript(format)
    transcript.run(
      """
      demo boutique members 200 seed 7
      ladder 会员 { window = rolling 12mo, keep = 12mo
        tier 普通
        tier 金卡 { spend = 8,000 } }
      budget 2025 { benefits = 1,000 }
      """)
    return transcript
  }

  private func goals(_ transcript: Transcript, _ statement: String) throws -> [[String: Any]] {
    let line = try #require(transcript.run(statement).last)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    return (object["tables"] as? [String: [[String: Any]]])?["goals"] ?? []
  }

  @Test func `each figure is the metric's, and its distance what lies between`() throws {
    let transcript = prepared()
    transcript.run(
      "goal 2025 { repeat_rate = 45%, basket = 420.50, churn = 30%, members(金卡) = 40, items_per_purchase = 1.5 }")
    let rows = try goals(transcript, "run baseline over 2025")
    #expect(
      Set(rows.compactMap { $0["metric"] as? String })
        == ["repeat_rate", "basket", "churn", "members(金卡)", "items_per_purchase"])
    #expect(rows.count == 5)
    for row in rows {
      let metric = try #require(row["metric"] as? String)
      let (target, actual, distance) = (
        try #require(row["target"] as? Double), try #require(row["actual"] as? Double),
        try #require(row["distance"] as? Double)
      )
      #expect(abs(actual - target - distance) < 1e-6, "\(metric)")
      let isAtMost = metric == "churn"
      #expect(row["aim"] as? String == (isAtMost ? "at most" : "at least"))
      #expect(row["reached"] as? String == ((isAtMost ? actual <= target : actual >= target) ? "yes" : "no"))
      let line = try #require(
        transcript.run("for x in 1..1 step 1 { collect \(metric) as found over 2025 }").last)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let found = try #require((object["tables"] as? [String: [[String: Any]]])?["collected"]?.first)
      #expect(found["found"] as? Double == actual, "\(metric)")
    }
    let missed = rows.count { $0["reached"] as? String == "no" }
    transcript.run("assert goals_missed(2025) = \(missed) over 2025")
    #expect(transcript.exitCode == 0, "\(transcript.said.last ?? "")")
  }

  @Test func `a range outside the period has no standing, and a part of it says so`() throws {
    let transcript = prepared()
    transcript.run("goal 2025-Q4 { spend = 100,000 }")
    #expect(try goals(transcript, "run baseline over 2025").isEmpty)
    #expect(try goals(transcript, "run baseline over 2025-11").count == 1)
    #expect(transcript.said.last?.contains("goal 2025-Q4 is for 92 days, of which the range is 30") == true)
    let refusal = transcript.run("assert goals_missed(2025-Q4) = 0 over 2025").joined()
    #expect(refusal.contains("E302") && refusal.contains("2025-10-01..2025-12-31"), "\(refusal)")
  }

  @Test func `a goal and a budget share a year, and a scenario reaches the field that either has`() throws {
    let transcript = prepared(.text)
    transcript.run(
      "goal 2025 { basket = 420 }\nscenario 多 from baseline { \"2025\".basket = 430, \"2025\".benefits = 900 }")
    #expect(transcript.exitCode == 0, "\(transcript.said.last ?? "")")
    let said = transcript.run("run 多 over 2025").joined(separator: "\n")
    #expect(said.contains("¥430") && said.contains("¥900"), "\(said)")
    #expect(transcript.run("run baseline over 2025").joined(separator: "\n").contains("¥420"))
  }

  @Test func `a goal is written in either language, printed in one, and read back`() throws {
    let transcript = prepared(.text)
    transcript.run(
      "goal 2026 { 复购率 = 45%, 客单价 = ¥420, returns = at most 60, churn = at least 5%, 会员数(金卡) = 1,200 }")
    let shown = transcript.run("show goal 2026").filter { !$0.hasPrefix("note:") }
    for line in ["repeat_rate = 45%", "basket", "= ¥420", "at most 60", "at least 5%", "members(金卡)", "= 1,200"] {
      #expect(shown.contains { $0.contains(line) }, "\(line) in \(shown)")
    }
    #expect(shown.allSatisfy { $0.count <= 80 })
    let text = shown.joined(separator: "\n").components(separatedBy: "}\n")[0]
    transcript.run(text.hasSuffix("}") ? text : text + "}")
    #expect(transcript.exitCode == 0, "\(transcript.said.last ?? "")")
    #expect(transcript.run("show goal 2026").filter { !$0.hasPrefix("note:") } == shown)
  }

  @Test func `Tab offers metrics, their tiers, and the periods of goals`() {
    let transcript = prepared(.text)
    transcript.run("goal 2025 { basket = 420 }\ngoal 2025-Q4 { basket = 420 }")
    #expect(transcript.completions(of: "goal 2026 { repe") == ["repeat_rate"])
    #expect(transcript.completions(of: "show goal ") == ["2025", "2025-Q4"])
    #expect(transcript.completions(of: "compare baseline baseline over 2025 on goals_missed(").contains("2025"))
  }
}
