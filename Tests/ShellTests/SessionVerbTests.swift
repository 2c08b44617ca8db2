import Glibc
import Numerics
import Quantities
import Shell
import Testing

@Suite struct SessionVerbTests {
  @Test func `26: timing tells on standard error, once a statement, and a loop as one`() {
    var said: [String] = []
    let start = ContinuousClock().now
    var tick = 0
    var environment = Environment(acknowledge: { word, _ in said.append(word) })
    environment.remark = { said.append("remark: \($0)") }
    environment.now = {
      tick += 1
      return start.advanced(by: .milliseconds(1234 * tick))
    }
    var session = Session(environment)
    session.run("timing on\nlet a = 1\nfor x in 1..2 { let b = x }\ntiming off\nlet c = 1", name: "")
    #expect(
      said == [
        "timing is on", "a = 1", "remark: time 1.234 s  let", "b = 1", "b = 2", "remark: time 1.234 s  for",
        "timing is off", "c = 1",
      ])
  }

  @Test func `26: watch repeats until Ctrl-C, which is no error`() {
    let box = Box()
    var environment = Environment(
      job: Job { box.waits >= 40 }, acknowledge: { word, _ in box.said.append(word) },
      complain: { _ in box.said.append("error") })
    environment.wait = { _ in box.waits += 1 }
    var session = Session(environment)
    session.attend { $0 }
    session.run("watch 1 let a = 1", name: "")
    #expect(
      box.said == [
        "a = 1", "────────────────────────────────────────", "a = 1", "────────────────────────────────────────",
      ])
    #expect(session.exitCode == 0)
    box.waits = 0
    session.run("undo", name: "")
    #expect(box.said.last == "undone: let a")
    session.run("watch 1 nonsense", name: "")
    #expect(box.said.last == "error" && box.waits == 0)
  }

  private final class Box: @unchecked Sendable {
    var waits = 0
    var said: [String] = []
  }

  @Test func `history has the statements of this session, those of a body and of a script left out`() {
    let transcript = Transcript()
    transcript.run("let a = 1")
    transcript.run("# comment\nfor x in 1..2 {\n  let b = x\n}")
    transcript.run("let c = 1,5")
    transcript.run("load purchases from odbc \"DSN=a;PWD=geheim\"")
    #expect(
      transcript.run("history") == [
        "let a = 1", "for x in 1..2 {", "  let b = x", "}", "let c = 1,5",
        "load purchases from odbc \"DSN=a;PWD=******\"",
      ])
    #expect(transcript.run("history 1") == ["history"])
  }

  @Test func `20: a loop is one step back`() {
    let transcript = Transcript()
    transcript.run(Folder.rules)
    transcript.run("for x in 1..3 { scenario \"s{x}\" from baseline { 会员.金卡.spend = {x} } }")
    #expect(transcript.run("undo") == ["undone: for x"])
    #expect(!transcript.run("show scenarios").contains { $0.contains("s1") })
    #expect(transcript.run("redo") == ["redone: for x"])
    #expect(transcript.run("show scenarios").contains { $0.contains("s3") })
    transcript.run("for x in 1..3 { let y = x / (x - 2) }")
    #expect(transcript.run("undo") == ["undone: for x"])
    #expect(transcript.run("undo") == ["undone: for x"])
  }
}
