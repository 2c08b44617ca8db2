import Files
import Glibc
import Numerics
import Quantities
import Shell
import Testing

/// Many variants unattended.
@Suite struct VariantTests {
  private static func script(_ assertion: String) -> String {
    """
    load purchases from "{folder}/till.csv"
    \(Folder.rules)
    for s in baseline, 放宽 {
      for x in 10..1,000 step 10 {
        scenario 变 from {s} { 会员.金卡.spend = {x} }
        run 变 over 2024-01-01..2024-03-31
        \(assertion)
        export _ to "{folder}/{s}-{x}.csv"
        collect share(金卡) as gold, spend as spend
      }
    }
    export _ to "{folder}/all.csv"
    """
  }

  @Test func `a loop within a loop writes 200 files and one table`() throws {
    let folder = try Folder()
    try folder.write(Folder.till, to: "till.csv")
    let transcript = Transcript(.json)
    try transcript.set("folder", to: folder.path)
    transcript.run(VariantTests.script(""))
    #expect(transcript.exitCode == 0, "\(transcript.said.last ?? "")")
    let names = fileNames(in: folder.path)
    #expect(names.count == 202)
    #expect(names.contains("放宽-1,000.csv") && names.contains("baseline-10.csv"))
    let rows = try readText(folder.path + "/all.csv").split(separator: "\r\n")
    #expect(rows.count == 201)
    #expect(rows.first == "\u{FEFF}s,x,gold,spend")
    #expect(rows[1].hasPrefix("baseline,10,1,"))
    let tables = transcript.said.filter { $0.contains("\"collected\":[") }
    #expect(tables.count == 1 && tables[0].contains("\"verb\":\"for\""))
    #expect(tables[0].contains("{\"s\":\"放宽\",\"x\":1000,\"gold\":0.333333333"))
  }

  @Test(arguments: [false, true]) func `a failed assertion says both sides, its place and its round`(goesOn: Bool)
    throws
  {
    let folder = try Folder()
    try folder.write(Folder.till, to: "till.csv")
    let transcript = Transcript(keepsGoing: goesOn)
    try transcript.set("folder", to: folder.path)
    transcript.run(VariantTests.script("assert share(金卡) in 50%..100%"), name: "plan.vip")
    #expect(transcript.exitCode == 3)
    let failures = transcript.said.filter { $0.hasPrefix("error E401: assertion failed: share(金卡) in 50%..100%, but") }
    #expect(failures.count == (goesOn ? 100 : 1))
    let place = try #require(transcript.said.firstIndex { $0.hasPrefix("error E401") })
    let lines = transcript.said[place...].prefix(6).joined(separator: "\n")
    #expect(lines.contains("but share(金卡) =\n  33.3333…% (1 of 3)"))
    #expect(lines.contains("plan.vip:10:12"))
    #expect(lines.contains("in the round x = 510\n  in the round s = baseline"))
    #expect(fileNames(in: folder.path).count == (goesOn ? 202 : 51))
  }

  @Test func `Ctrl-C ends a loop; what its rounds did stands, and the variable is gone`() {
    let counter = Counter()
    let transcript = Transcript(job: Job { counter.next() > 40 })
    transcript.run("for x in 1..1,000 { let y = x }")
    #expect(transcript.exitCode == 130)
    #expect(transcript.said.last == "  in the round x = \(transcript.said.count { $0.hasPrefix("y = ") } + 1)")
  }

  @Test func `what was gathered before a failure can be exported`() throws {
    let folder = try Folder()
    let transcript = Transcript()
    transcript.run("for x in 1..5 { collect 6 / (x - 3) as y }")
    #expect(transcript.exitCode == 1)
    transcript.run("export _ to \"\(folder.path)/part.csv\"")
    #expect(try readText(folder.path + "/part.csv") == "\u{FEFF}x,y\r\n1,-3\r\n2,-6\r\n")
  }

  private func nested(_ depth: Int, _ statement: String) -> String {
    String(repeating: "if 1 < 2 {\n", count: depth) + statement + "\n" + String(repeating: "}\n", count: depth)
  }

  @Test func `bodies nest 30 deep, with those of included scripts 40, and deeper is an error`() throws {
    let folder = try Folder()
    try folder.write(nested(8, "let a = 1"), to: "fits.vip")
    try folder.write(nested(9, "let a = 1"), to: "deep.vip")
    let include = { (name: String) in "include \"\(folder.path)/\(name).vip\"" }
    for (text, code) in [
      (nested(30, "let a = 1"), Int32(0)), (nested(31, "let a = 1"), 1), (nested(30, include("fits")), 0),
      (nested(30, include("deep")), 1),
    ] {
      let transcript = Transcript()
      transcript.run(text)
      #expect(transcript.exitCode == code)
      #expect(code == 0 || transcript.said.first?.hasPrefix("error E205: more than") == true)
    }
  }

  private final class Counter: @unchecked Sendable {
    private var count = 0
    func next() -> Int {
      count += 1
      return count
    }
  }
}
