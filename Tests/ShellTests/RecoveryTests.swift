import Shell
import Testing

/// Under `--keep-going` an error costs its own statement and is told once.
@Suite struct RecoveryTests {
  @Test func `3: what cannot be read is told once, and the next line runs`() {
    let transcript = Transcript(keepsGoing: true)
    transcript.run("ladder L { tier a\n  tier b { spend = 1,5 } }\nlet x = 1\nlet c = 3,7\nlet d = 4\nshow nothing")
    #expect(
      transcript.said.filter { $0.hasPrefix("error") }.map { $0.prefix(10) } == [
        "error E102", "error E102", "error E104",
      ])
    #expect(transcript.said.contains("x = 1") && transcript.said.contains("d = 4"))
    #expect(transcript.exitCode == 1)
  }

  @Test func `3: a failed assertion decides the exit code, whatever else failed`() {
    let transcript = Transcript(keepsGoing: true)
    transcript.run("assert 1 > 2\nnonsense\nlet y = 1")
    #expect(transcript.exitCode == 3 && transcript.said.contains("y = 1"))
  }
}
