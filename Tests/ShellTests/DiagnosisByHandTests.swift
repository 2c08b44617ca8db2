import Foundation
import Shell
import Testing

/// A diagnosis of so few receipts that every figure can be counted by hand.
@Suite struct DiagnosisByHandTests {
  private static let till = """
    member,date,amount,store,receipt
    A,2025-01-10,100,x,1
    B,2025-01-15,200,x,2
    D,2025-01-20,500,y,3
    ,2025-01-05,10,x,4
    A,2025-02-05,50,x,5
    A,2025-02-20,60,y,6
    C,2025-02-11,30,y,7
    C,2025-02-12,30,y,8
    C,2025-02-13,30,y,9
    D,2025-02-14,100,y,10
    ,2025-02-25,40,x,11
    E,2025-02-26,-5,x,12
    """

  private func diagnosis(_ arguments: String, rules: String = "") throws -> [String: Any] {
    let folder = try Folder()
    try folder.write(Self.till, to: "till.csv")
    let transcript = Transcript(.json)
    transcript.run(
      "load purchases from \"\(folder.path)/till.csv\"\n"
        + "ladder L { window = lifetime, keep = 12mo\n tier low\n tier high { spend = 300 } }\n" + rules
        + "\nset today = 2025-02-28")
    let lines = transcript.run("diagnose \(arguments)")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let line = try #require(lines.first)
    return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  private func rows(_ object: [String: Any], _ name: String) throws -> [[String: Any]] {
    try #require((object["tables"] as? [String: [[String: Any]]])?[name])
  }

  /// Each figure's value, and the earlier range's.
  private func figures(_ object: [String: Any]) throws -> [String: [Double?]] {
    try rows(object, "figures").reduce(into: [:]) { figures, row in
      figures[row["figure"] as? String ?? ""] = ["value", "earlier"].map { (row[$0] as? NSNumber)?.doubleValue }
    }
  }

  /// A figure and the earlier one, of which the latter may be unknown.
  private func isNear(_ found: [Double?]?, _ expected: [Double?]) -> Bool {
    guard let found else { return false }
    return zip(found, expected).allSatisfy { one, other in
      one == other || abs((one ?? .infinity) - (other ?? .infinity)) < 1e-12
    }
  }

  @Test func `all stores`() throws {
    let found = try diagnosis("over 2025-02")
    let expected: [String: [Double?]] = [
      "new": [1, 3], "active": [3, 3], "repurchasing": [2, 0], "repeat_rate": [2.0 / 3, 0], "upgraded": [0, 1],
      "lost": [1, nil], "churn": [1.0 / 3, nil], "sales": [335, 810], "member_sales": [295, 800],
      "usage": [295.0 / 335, 800.0 / 810], "vip_share": [100.0 / 335, 0], "purchases": [6, 3], "frequency": [2, 1],
      "basket": [295.0 / 6, 800.0 / 3], "stuck": [1, 0], "stuck_share": [1.0 / 3, 0],
    ]
    let figures = try figures(found)
    for (figure, values) in expected { #expect(isNear(figures[figure], values), "\(figure)") }
    #expect(figures["points_issued"] == nil && figures["vip_margin_share"] == nil && figures["lost_elsewhere"] == nil)
    // 3 × 1 × the mean of both baskets; 3 × the mean of both frequencies × what the basket changed by.
    let effects = try rows(found, "sales_change").map { ($0["effect"] as? NSNumber)?.doubleValue }
    #expect(effects == [0, 473.75, -978.75, 30, -475])
    let stuck = try rows(found, "stuck")
    #expect(stuck.count == 1 && stuck[0]["missing"] as? String == "more than half")
    #expect(stuck[0]["missing_spend"] as? Int == 210 && stuck[0]["spend"] as? Int == 90)
    let findings = try rows(found, "findings")
    #expect(findings.map { $0["kind"] as? String } == ["sales_change", "falling_store", "lost"])
    #expect(findings.map { ($0["stake"] as? NSNumber)?.doubleValue } == [978.75, 250, 200])
    #expect(findings[1]["command"] as? String == "diagnose store y over 2025-02")
    let notes = try #require(found["notes"] as? [String])
    #expect(notes.contains { $0.contains("share of margin is not known") })
    #expect(notes.contains { $0.contains("no points policy") })
  }

  @Test func `one store beside the other`() throws {
    let figures = try figures(diagnosis("store x over 2025-02 stuck 1", rules: "assume margin = 40%"))
    let expected: [String: [Double?]] = [
      "new": [0, 2], "active": [1, 2], "repurchasing": [0, 0], "lost": [1, nil], "lost_elsewhere": [0, nil],
      "sales": [85, 310], "member_sales": [45, 300], "purchases": [1, 2], "basket": [45, 150], "vip_share": [0, 0],
      "upgraded": [0, 0], "stuck": [1, 2], "vip_margin_share": [0, 0],
    ]
    for (figure, values) in expected { #expect(isNear(figures[figure], values), "\(figure)") }
    let other = try rows(diagnosis("store x over 2025-02"), "figures")
    let median = other.reduce(into: [:]) {
      $0[$1["figure"] as? String ?? ""] = ($1["other_stores"] as? NSNumber)?.doubleValue
    }
    #expect(median["sales"] == 250 && median["active"] == 3 && median["new"] == 1 && median["vip_share"] == 0.4)
  }

  @Test func `stuck members by how far they are`() throws {
    let stuck = try rows(diagnosis("over 2025-02 stuck 2"), "stuck")
    #expect(stuck.map { $0["missing"] as? String } == ["25% to 50%", "more than half"])
    #expect(stuck.map { $0["missing_spend"] as? Int } == [90, 210])
    #expect(stuck.map { $0["members"] as? Int } == [1, 1])
    // Only what was bought in the store counts as spent there.
    let there = try rows(diagnosis("store y over 2025-02 stuck 1"), "stuck")
    #expect(there.map { $0["spend"] as? Int } == [60, 90])
  }

  @Test func `goods brought back in a range without purchases stand apart`() throws {
    let found = try diagnosis("over 2025-02-26..2025-02-28")
    let effects = try rows(found, "sales_change").reduce(into: [:]) {
      $0[$1["part"] as? String ?? ""] = ($1["effect"] as? NSNumber)?.doubleValue
    }
    // From 2025-02-23 to 2025-02-25 nobody bought but a walk-in.
    #expect(effects == ["members": 0, "frequency": 0, "basket": 0, "returns": -5, "walk_ins": -40, "sales": -45])
  }
}
