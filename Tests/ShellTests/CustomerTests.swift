import Shell
import Testing

/// The customer model in the session.
@Suite struct CustomerTests {
  private static let cdnow = "load purchases from \"\(Checkout.root)/Tests/Data/cdnow_sample.csv\"\n"

  /// The first line that answers in JSON.
  private func json(_ script: String) -> String {
    Transcript(.json).run(CustomerTests.cdnow + script).last ?? ""
  }

  private func value(_ key: String, in line: String) -> Double? {
    guard let values = line.firstRange(of: "\"values\":{") else { return nil }
    let rest = line[values.upperBound...]
    guard let start = rest.firstRange(of: "\"\(key)\":") else { return nil }
    return Double(rest[start.upperBound...].prefix { $0.isNumber || "-.eE".contains($0) })
  }

  @Test(
    "values carry the parameters, ln L and the members, to the published digits",
    arguments: [
      ("bg", ["r": 0.2426, "alpha": 4.4136, "a": 0.7929, "b": 2.4259], -9582.429),
      ("mbg", ["r": 0.525, "alpha": 6.183, "a": 0.891, "b": 1.614], -9582.136),
      ("pareto", ["r": 0.5533, "alpha": 10.578, "s": 0.606, "beta": 11.67], -9594.976),
      ("nbd", ["r": 0.3848, "alpha": 12.072], -9763.658),
    ])
  func values(model: String, parameters: [String: Double], likelihood: Double) throws {
    let line = json("fit customers using \(model) calibrate to 1997-09-30")
    #expect(line.contains("\"verb\":\"fit\""))
    for (name, published) in parameters {
      let found = try #require(value(name, in: line), "\(name)")
      #expect(abs(found - published) < 0.003, "\(name)")
    }
    #expect(abs(try #require(value("log_likelihood", in: line)) - likelihood) < 0.01)
    #expect(value("members", in: line) == 2357)
    #expect(abs(try #require(value("basket_log_likelihood", in: line)) - -4055.918) < 0.01)
  }

  @Test func `the fit stays until the data change, and follows the as-of date where none was named`() {
    let transcript = Transcript()
    transcript.run(CustomerTests.cdnow)
    func model() -> String { transcript.run("show members top 1 by value").first { $0.contains("note: by") } ?? "" }
    #expect(model().contains("MBG/NBD of the days through 1998-06-30"))
    transcript.run("fit customers using bg calibrate to 1997-09-30")
    #expect(model().contains("BG/NBD of the days through 1997-09-30"))
    // A definition and its undo leave it as it is.
    transcript.run("let x = 1\nundo")
    #expect(model().contains("BG/NBD of the days through 1997-09-30"))
    transcript.run("set today = 1997-08-31")
    #expect(model().contains("through 1997-08-31"))
    transcript.run(CustomerTests.cdnow)
    #expect(model().contains("MBG/NBD of the days through 1997-08-31"))
  }

  @Test func `Tab offers the models, their groups and the figures of members`() {
    let transcript = Transcript()
    #expect(transcript.completions(of: "fit ") == ["customers"])
    #expect(transcript.completions(of: "fit customers using ") == ["mbg", "bg", "pareto", "nbd"])
    #expect(transcript.completions(of: "fit customers using bg, pa") == ["pareto"])
    #expect(transcript.completions(of: "fit customers calibrate ") == ["to"])
    #expect(transcript.completions(of: "fit customers by ") == ["join year", "store"])
    transcript.run(
      """
      load purchases from "\(Checkout.root)/Tests/Scripts/members_till.csv"
      load members from "\(Checkout.root)/Tests/Scripts/members_list.csv"
      """)
    #expect(transcript.completions(of: "fit customers by ") == ["join year", "store", "尺码"])
    #expect(transcript.completions(of: "show fit using n") == ["nbd"])
    #expect(transcript.completions(of: "show members by p_") == ["p_alive"])
    #expect(transcript.completions(of: "chart histogram of exp") == ["expected_purchases"])
    #expect(transcript.completions(of: "show at ").contains("risk"))
  }

  @Test func `a saved session keeps notes, and undo takes one back`() throws {
    let folder = try Folder()
    let load = "load purchases from \"\(Checkout.root)/Tests/Scripts/members_till.csv\"\n"
    let transcript = Transcript()
    transcript.run(load + "note member 0002 \"says \\\"hello\\\"\" on 2025-01-01\nnote member 0002 \"gone\"\nundo")
    transcript.run("save session to \"\(folder.path)/s.vip\"")
    let again = Transcript()
    try again.run(file: folder.path + "/s.vip")
    let page = again.run("show member 0002").joined(separator: "\n")
    #expect(page.contains("2025-01-01  says \"hello\""))
    #expect(!page.contains("gone"))
  }
}
