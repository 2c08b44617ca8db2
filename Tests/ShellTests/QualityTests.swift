import Numerics
import Quantities
import Shell
import Testing

/// `show quality` beyond its transcripts.
@Suite struct QualityTests {
  private func loaded(_ format: Console.Format = .text, job: Job = .unattended) -> Transcript {
    let transcript = Transcript(format, keepsGoing: true, job: job)
    transcript.run("load purchases from \"\(Checkout.root)/Tests/Scripts/quality_till.csv\"")
    transcript.run("load members from \"\(Checkout.root)/Tests/Scripts/quality_members.csv\"")
    return transcript
  }

  @Test func `data have every finding under a stable key`() throws {
    let json = try #require(loaded(.json).run("show quality").last)
    for key in [
      "totals", "inputs", "columns", "reasons", "quarantined", "suspicious", "amounts", "cards", "early", "dates",
      "receipts", "likely_same", "placeholders", "stores",
    ] { #expect(json.contains("\"\(key)\":["), "\(key)") }
    #expect(json.contains(#"{"key":"amounts","finding":"amounts far from the usual","count":1,"#))
    #expect(json.contains(#"{"group":1,"member":"V0052","name":"欧阳娜娜","purchases":4,"#))
    #expect(json.contains(#""rows":299,"accepted":293,"merged":1,"quarantined":5,"walk_ins":0"#))
  }

  @Test func `coverage has every store's months for data`() throws {
    let json = try #require(loaded(.json).run("show quality coverage").last)
    #expect(json.contains(#"{"store":"淮海店","month":"2025-03","purchases":0}"#))
    #expect(!json.contains(#""suspicious""#))
  }

  @Test func `28: no line is wider than the terminal`() {
    for line in loaded().run("show quality top 50\nshow quality coverage") {
      // A Chinese character takes two columns.
      let width = line.unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFF60).contains($1.value) ? 2 : 1) }
      #expect(width <= 80, "\(line)")
    }
  }

  @Test func `topics are offered, and others refused`() throws {
    let transcript = loaded()
    let offered = transcript.completions(of: "show quality ")
    for topic in ["rows", "suspicious", "members", "coverage", "top"] { #expect(offered.contains(topic)) }
    let refused = transcript.run("show quality coverige")
    #expect(refused.first?.hasPrefix("error") ?? false)
  }
}
