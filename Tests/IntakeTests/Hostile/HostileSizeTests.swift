import Fixtures
import Glibc
import MemberBook
import Testing
@testable import Intake

extension HostileTests {
  @Suite struct SizeTests {
    private let head = "member,date,amount\n"

    @Test func `a line of 50 MB is a row that is set aside, and no header`() throws {
      let long = [UInt8](repeating: UInt8(ascii: "x"), count: 50 << 20)
      let loader = HostileLoader.purchases
      #expect(
        try loader.outcome(of: Array(head.utf8) + long + Array("\n1,2024-01-01,5\n".utf8), blocks: [])
          == "2 = 1 + 0 + 1; 2 - wrong number of fields")
      #expect(
        try loader.outcome(of: long + Array("\n1,2024-01-01,5\n".utf8), blocks: [])
          .hasPrefix("E205; the first line of FILE is longer than 4 MB; it is no table"))
    }

    @Test(arguments: HostileLoader.allCases) func `ten thousand columns are read`(loader: HostileLoader) throws {
      let columns = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
      let text = "member,date,amount,kind,\(columns)\n1,2024-01-01,5,x,\(columns)\n"
      #expect(try loader.outcome(of: Array(text.utf8), blocks: []) == "1 = 1 + 0 + 0")
    }

    @Test func `more columns than any table has are refused`() throws {
      let commas = [UInt8](repeating: UInt8(ascii: ","), count: 1 << 20)
      let outcome = try HostileLoader.purchases.outcome(
        of: Array("member,date,amount".utf8) + commas + Array("\n1,2024-01-01,5\n".utf8), blocks: [])
      #expect(
        outcome
          == "E205; FILE has rows of more than 16384 fields at its start; it is no table that can be read; "
          + "export it again: a header and a row for each line of a receipt are expected")
    }

    @Test func `a quote that is never closed does not swallow the rest`() throws {
      let rows = String(repeating: "1,2024-01-01,5\n", count: 80_000)
      #expect(
        try HostileLoader.purchases.outcome(of: Array((head + "1,2024-01-01,\"5\n" + rows).utf8), blocks: [])
          == "80001 = 80000 + 0 + 1; 2 - unclosed quote")
    }

    /// `VIPSH_HOSTILE_ROWS=2000000` tries more of them.
    @Test func `of very many bad rows the first are kept and all are written`() throws {
      let count = getenv("VIPSH_HOSTILE_ROWS").flatMap { Int(String(cString: $0)) } ?? 30_000
      let folder = try TemporaryFolder()
      let path = folder.path + "/till.csv"
      let file = try #require(fopen(path, "w"))
      fputs(head + "1,2024-01-01,5\n", file)
      for _ in 0..<count { fputs("1,2024-02-30,5\n", file) }
      fclose(file)
      let findings = try HostileLoader.purchases.findings(of: .file(path), quarantine: .besideInput)
      #expect((findings.rows, findings.accepted, findings.quarantined) == (count + 1, 1, count))
      #expect(findings.quarantine.count == Findings.keptRows)
      let written = try #require(findings.inputs.first?.quarantineFile)
      #expect(run(["sh", "-c", "test $(wc -l < '\(written)') -eq \(count + 1)"]) == 0)
    }

    @Test func `a second reading writes its own quarantine`() throws {
      let bad = String(repeating: "1,2024-02-30,5,\(String(repeating: "x", count: 80))\n", count: 14_000)
      let plain = String(repeating: "1,2024-01-01,5,a\n", count: 1000)
      let late = [
        try encoded("2,2024-01-01,5,李四光\n", as: "GB18030"), Array("2,03/04/2025,5,x\n2,25/04/2025,5,x\n".utf8),
      ]
      for rest in late {
        let folder = try TemporaryFolder()
        let file = try #require(fopen(folder.path + "/till.csv", "w"))
        let bytes = Array(("member,date,amount,name\n" + bad + plain).utf8) + rest
        try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
        fclose(file)
        let findings = try HostileLoader.purchases.findings(
          of: .file(folder.path + "/till.csv"), quarantine: .folder(folder.path))
        let written = try #require(findings.inputs.first?.quarantineFile)
        #expect(findings.quarantined == 14_000)
        #expect(run(["sh", "-c", "test $(wc -l < '\(written)') -eq 14001"]) == 0)
        #expect(run(["sh", "-c", "test $(ls '\(folder.path)' | wc -l) -eq 2"]) == 0)
      }
    }
  }
}
