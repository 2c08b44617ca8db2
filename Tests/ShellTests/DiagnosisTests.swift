import Foundation
import Quantities
import Shell
import Testing

/// `diagnose` beside the commands that tell the same figures, and its findings' commands as they are typed.
@Suite struct DiagnosisTests {
  private static let rules = """
    ladder 会员 {
      window = rolling 6mo, keep = 3mo, downgrade = one step
      tier 普通
      tier 银卡 { spend = 2,000 }
      tier 金卡 { spend = 5,000, visits = 6, need = all }
    }
    points 基础 { earn = 1pt per 1, expire = 3mo after earning, value = 0.01 per pt, redeem = 30% when balance >= 500pt }

    """
  private static let stores = ["万象城店", "天河店", "线上商城"]

  private func transcript(_ setup: String) -> Transcript {
    let transcript = Transcript(.json, folder: Checkout.root)
    transcript.run(setup)
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    return transcript
  }

  private func boutique() -> Transcript { transcript("demo boutique members 400 seed 3\n" + Self.rules) }

  private func object(_ lines: [String]) throws -> [String: Any] {
    let line = try #require(lines.first)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func rows(_ object: [String: Any], _ name: String) throws -> [[String: Any]] {
    try #require((object["tables"] as? [String: [[String: Any]]])?[name])
  }

  private func number(_ value: Any?) -> Double? { (value as? NSNumber)?.doubleValue }

  /// Amounts in minor units.
  private func minor(_ value: Any?) throws -> Int64 { Int64((try #require(number(value)) * 100).rounded()) }

  private func isNear(_ one: Any?, _ other: Any?) -> Bool {
    guard let one = number(one), let other = number(other) else { return number(one) == nil && number(other) == nil }
    return abs(one - other) < 1e-9 * max(1, abs(one))
  }

  @Test(arguments: ["2025-Q4", "2025-07", "last 5mo", "2025-03-05..2025-09-17"])
  func `its figures are those of the metrics`(range: String) throws {
    let transcript = boutique()
    let found = try object(transcript.run("diagnose over \(range)"))
    let values = try #require(found["values"] as? [String: Any])
    let run = try #require(try object(transcript.run("run baseline over \(range)"))["values"] as? [String: Any])
    for (figure, metric) in [
      ("purchases", "purchases"), ("member_sales", "spend"), ("points_issued", "points_issued"),
      ("points_redeemed", "points_redeemed"), ("points_expired", "points_expired"),
      ("redemption_rate", "redemption_rate"),
    ] { #expect(isNear(values[figure], run[metric]), "\(figure)") }
    let metrics = "active, repeat_rate, usage, vip_share, basket"
    let compared = try rows(
      object(transcript.run("scenario 同 from baseline { }\ncompare baseline 同 over \(range) on \(metrics)")),
      "scenarios")[0]
    for metric in ["active", "repeat_rate", "usage", "vip_share", "basket"] {
      #expect(isNear(values[metric], compared[metric]), "\(metric)")
    }
    let pareto = try #require(try object(transcript.run("show pareto over \(range)"))["values"] as? [String: Any])
    // What only brought goods back counts there and not here.
    #expect(abs(try #require(number(values["top_20_share"])) - (number(pareto["top_20_share"]) ?? 0)) < 0.02)
  }

  @Test func `stores are split as metrics are, and add up`() throws {
    let transcript = boutique()
    let found = try object(transcript.run("diagnose over 2025-Q4"))
    let values = try #require(found["values"] as? [String: Any])
    let table = try rows(found, "stores")
    let usage = try rows(object(transcript.run("show usage over 2025-Q4")), "usage")
    #expect(Set(table.compactMap { $0["store"] as? String }) == Set(Self.stores))
    for row in table {
      let other = try #require(usage.first { $0["store"] as? String == row["store"] as? String })
      for figure in ["sales", "usage", "vip_share", "active"] {
        #expect(isNear(row[figure], other[figure]), "\(figure)")
      }
      #expect(isNear(row["member_sales"], other["with_member"]))
      let store = try #require(row["store"] as? String)
      let alone = try object(transcript.run("diagnose store \(store) over 2025-Q4"))
      let own = try #require(alone["values"] as? [String: Any])
      for figure in ["new", "lost", "upgraded", "stuck", "points_issued", "gini", "churn", "vip_margin_share"] {
        #expect(isNear(own[figure], row[figure]), "\(store) \(figure)")
      }
    }
    for figure in ["new", "sales", "member_sales", "purchases", "points_issued", "points_expired"] {
      let sum = table.reduce(0.0) { $0 + (number($1[figure]) ?? 0) }
      #expect(abs(sum - (number(values[figure]) ?? -1)) < 1e-6, "\(figure)")
    }
    // Falls come first.
    let changes = try table.map { try minor($0["difference"]) }
    #expect(changes == changes.sorted())
  }

  @Test func `a store stands beside the median of the others`() throws {
    let transcript = boutique()
    let table = try rows(object(transcript.run("diagnose over 2025-Q3")), "stores")
    for store in Self.stores {
      let figures = try rows(object(transcript.run("diagnose store \(store) over 2025-Q3")), "figures")
      let others = table.filter { $0["store"] as? String != store }
      for row in figures {
        let key = try #require(row["figure"] as? String)
        guard key != "lost_elsewhere" else { continue }
        let known = others.compactMap { number($0[key]) }
        let middle = try #require(number(row["other_stores"]), "\(key)")
        #expect(abs(middle - known.reduce(0, +) / Double(known.count)) < 0.006, "\(store) \(key)")
        let rank = 1 + known.count { $0 > (number(row["value"]) ?? 0) }
        #expect(row["rank"] as? Int == rank, "\(store) \(key)")
      }
    }
  }

  @Test func `parts add up to the cent, whatever the range`() throws {
    let transcript = boutique()
    var state: UInt64 = 5
    func dice(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let first = try #require(Day(year: 2024, month: 6, day: 1))
    for _ in 0..<40 {
      let start = first + dice(400)
      let store = dice(2) == 0 ? "" : "store \(Self.stores[dice(3)]) "
      let found = try object(transcript.run("diagnose \(store)over \(start)..\(start + dice(150))"))
      let values = try #require(found["values"] as? [String: Any])
      let parts = try ["members", "frequency", "basket", "returns", "walk_ins"].map {
        try minor(values["sales_change_\($0)"])
      }
      let figures = try rows(found, "figures")
      let sales = try #require(figures.first { $0["figure"] as? String == "sales" })
      let whole = try minor(sales["value"]) - minor(sales["earlier"])
      #expect(parts.reduce(0, +) == whole)
      #expect(try minor(values["sales_change"]) == whole)
    }
  }

  @Test(arguments: ["demo boutique members 400 seed 3", "demo boutique members 60 seed 8", "journey", "cdnow"])
  func `every finding has a command that can be typed`(data: String) throws {
    let load =
      switch data {
      case "journey": "load purchases from \"\(Checkout.journey)\""
      case "cdnow": "load purchases from \"\(Checkout.root)/Tests/Data/cdnow_sample.csv\""
      default: data
      }
    let transcript = transcript(load + "\n" + Self.rules)
    let scopes: [String] =
      data.hasPrefix("demo")
      ? [""] + Self.stores.map { "store \($0) " } : data == "journey" ? ["", "store 367 "] : [""]
    let ranges =
      switch data {
      case "journey": ["2017-Q4", "2017-06", "2017-05-03..2017-08-09"]
      case "cdnow": ["1997-Q2", "last 6mo", "1997-05-03..1997-05-20"]
      default: ["2025-Q4", "2025", "2025-02", "2025-03-05..2025-05-17"]
      }
    var kinds: Set<String> = []
    for scope in scopes {
      for range in ranges {
        let findings = try rows(object(transcript.run("diagnose \(scope)over \(range)")), "findings")
        #expect((1...3).contains(findings.count))
        let stakes = findings.compactMap { number($0["stake"]) }
        #expect(stakes == stakes.sorted(by: >) && stakes.allSatisfy { $0 > 0 })
        for finding in findings {
          kinds.insert(try #require(finding["kind"] as? String))
          let command = try #require(finding["command"] as? String)
          transcript.run(command)
          #expect(transcript.exitCode == 0, "\(command): \(transcript.said.last ?? "")")
        }
      }
    }
    #expect(kinds.count >= 3, "\(kinds)")
  }

  @Test func `the members whom a command lists are as many as it counts`() throws {
    let transcript = boutique()
    for scope in ["", "store 天河店 "] {
      let found = try object(transcript.run("diagnose \(scope)over 2025-Q4"))
      let values = try #require(found["values"] as? [String: Any])
      let place = scope.isEmpty ? "" : "(store = \"天河店\")"
      for (figure, condition) in [
        ("active", "purchases\(place) in 2025-Q4 >= 1"),
        ("lost", "purchases\(place) in 2025-Q3 >= 1 and purchases\(place) in 2025-Q4 = 0"),
        ("repurchasing", "purchases\(place) in 2025-Q4 >= 1 and visits\(place) in 2025-Q4 >= 2"),
      ] {
        let listed = try rows(object(transcript.run("show members where \(condition) top 1,000")), "members")
        #expect(values[figure] as? Int == listed.count, "\(scope)\(figure)")
      }
    }
  }

  @Test func `Tab offers the stores`() {
    let transcript = boutique()
    #expect(Set(transcript.completions(of: "diagnose store ")) == Set(Self.stores))
    #expect(transcript.completions(of: "diagnose ").contains("store"))
  }
}
