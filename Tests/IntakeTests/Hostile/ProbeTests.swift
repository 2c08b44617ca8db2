import Intake
import MemberBook
import Quantities
import Testing
import Glibc

extension HostileTests {
  @Suite(.serialized) struct ProbeTests {
    @Test func probe() throws {
      let head = "member,date,amount\n"
      func say(_ n: String, _ body: () throws -> String) rethrows {
        let clock = ContinuousClock()
        var text = ""
        let time = try clock.measure { text = try body() }
        let line = "PROBE \(n) [\(time)]: \(text.prefix(900))\n"; if let f = fopen("/tmp/conform-probe.log", "a") { fputs(line, f); fclose(f) }
        fflush(nil)
      }
      let p = HostileLoader.purchases
      // Encodings that change on the way.
      let ascii = String(repeating: "1,2024-01-01,5,a\n", count: 100_000)
      let wide = String(repeating: "1,2024-01-01,5,张三丰\n", count: 20_000)
      let gb = try encoded("2,2024-01-01,5,李四光\n", as: "GB18030")
      try say("ascii then gb") { try p.outcome(of: Array((head.dropLast() + ",name\n" + ascii).utf8) + gb, blocks: [1 << 16]) }
      try say("ascii, utf8, gb") { try p.outcome(of: Array((head.dropLast() + ",name\n" + ascii + wide).utf8) + gb, blocks: [1 << 16]) }
      try say("utf8, gb") { try p.outcome(of: Array((head.dropLast() + ",name\n" + wide + ascii).utf8) + gb + gb + gb, blocks: [1 << 16]) }
      // re-run with a quarantine that was flushed
      let bad = String(repeating: "1,2024-02-30,5,abcdefghijklmnopqrstuvw\n", count: 40_000)
      let folder = try TemporaryFolder()
      func write(_ b: [UInt8], _ name: String) throws -> String {
        let f = try #require(fopen(folder.path + "/" + name, "w")); fwrite(b, 1, b.count, f); fclose(f)
        return folder.path + "/" + name
      }
      let one = try write(Array((head.dropLast() + ",name\n" + bad + ascii).utf8) + gb, "a.csv")
      say("rerun encoding, quarantine") { () -> String in do { let f = try p.findings(of: .file(one), quarantine: .besideInput); return "\(f.rows) \(f.quarantined) \(f.inputs)" } catch { return "\(error)" } }
      let two = try write(Array((head.dropLast() + ",name\n" + bad + ascii + "1,03/04/2025,5,x\n1,25/04/2025,5,x\n").utf8), "b.csv")
      say("rerun style, quarantine") { () -> String in do { let f = try p.findings(of: .file(two), quarantine: .besideInput); return "\(f.rows) \(f.quarantined) \(f.inputs)" } catch { return "\(error)" } }
      _ = run(["sh", "-c", "ls -la \(folder.path) >&2"])
      // columns
      let columns = "member,date,amount," + (0..<10_000).map { "c\($0)" }.joined(separator: ",") + "\n1,2024-01-01,5," + (0..<10_000).map { "\($0)" }.joined(separator: ",") + "\n"
      try say("10000 columns") { try p.outcome(of: Array(columns.utf8), blocks: []) }
      try say("10000 columns members") { try HostileLoader.members.outcome(of: Array(columns.utf8), blocks: []) }
      let dense = [UInt8](repeating: UInt8(ascii: ","), count: 1 << 20)
      try say("1 MB of commas as header") { try p.outcome(of: dense + [10] + Array(head.utf8), blocks: []) }
      let long = [UInt8](repeating: UInt8(ascii: "x"), count: 50 << 20)
      try say("50 MB data line") { try p.outcome(of: Array(head.utf8) + long + Array("\n1,2024-01-01,5\n".utf8), blocks: []) }
      try say("50 MB header line") { try p.outcome(of: long + Array("\n1,2024-01-01,5\n".utf8), blocks: []) }
      try say("50 MB only line") { try p.outcome(of: long, blocks: []) }
      try say("70 MB only line") { try p.outcome(of: long + long.prefix(20 << 20), blocks: []) }
      try say("50 MB of commas data line") { try p.outcome(of: Array(head.utf8) + [UInt8](repeating: 44, count: 50 << 20) + Array("\n1,2024-01-01,5\n".utf8), blocks: []) }
      try say("unclosed quote first, big") { try p.outcome(of: Array((head + "1,2024-01-01,\"5\n" + ascii.replacing(",a\n", with: "\n")).utf8), blocks: []) }
    }
  }
}
