import Numerics
import Quantities
import Shell
import Testing

/// 29: what stands on which stream.
@Suite struct OutputFormatTests {
  private final class Streams {
    var out: [String] = []
    var err: [String] = []
  }

  private func said(_ format: Console.Format, _ text: String) -> Streams {
    let streams = Streams()
    let console = Console(
      format: format, width: { 80 }, color: false, out: { streams.out.append($0) }, err: { streams.err.append($0) })
    var session = console.session(today: Transcript.today, job: .unattended, keepsGoing: true, keepsQuarantine: false)
    session.run("demo boutique members 50 seed 7", name: "")
    (streams.out, streams.err) = ([], [])
    session.run(text, name: "")
    return streams
  }

  @Test func `29: with CSV and JSON nothing but results is on standard output`() {
    for format in ["csv", "json"] {
      let streams = said(.text, "set output = \(format)\nlet x = 1\nchart spend by month over 2025-Q1\nnonsense")
      #expect(streams.out.count == (format == "csv" ? 4 : 1))
      #expect(streams.err.prefix(2) == ["output = \(format)", "x = 1"])
      #expect(streams.err.contains("error E104: no verb named nonsense"))
    }
    #expect(said(.text, "set output = markdown\nlet x = 1").err.isEmpty)
  }

  @Test func `29: --json stays what it is`() {
    let streams = said(.json, "set output = csv\nchart members by tier over 2025\nset output = table\nhelp quit")
    #expect(streams.out.count == 2 && streams.out.allSatisfy { $0.hasPrefix("{\"format\":1,") })
    #expect(streams.out.first?.contains(#""tables":{"chart":[{"tier":"all","members":"#) == true)
    #expect(streams.err.isEmpty)
  }

  @Test func `21: control characters are spelled out in acknowledgements, definitions and CSV on the screen too`() {
    let name = "\"a\u{1B}[2J\""
    let text = "let x = \(name)\nladder L { tier \(name) }\nshow ladder L\nset output = csv\nrun baseline over 2025"
    let streams = said(.text, text)
    #expect(streams.out.contains("x = a\\e[2J") && streams.out.contains { $0.hasPrefix("a\\e[2J,50,") })
    #expect(!(streams.out + streams.err).joined().contains("\u{1B}"))
  }
}
