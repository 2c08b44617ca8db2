import Shell
import Testing

@Suite("Errors leave everything as it was") struct ErrorTests {
  @Test func `19: an error has its place, the line, a caret under it by display width, the cause and the next step`() {
    let transcript = Transcript()
    #expect(
      transcript.run("let 会员 = 1\nshow ladder 会员日 钻石", name: "a.vip").dropFirst() == [
        "error E101: `钻石` does not belong here", "  a.vip:2:17  show ladder 会员日 钻石",
        "                                 ^^^^", "  usage: show ladder [NAME]",
      ])
  }

  @Test func `20: a block that fails changes nothing, and undo and redo name what they walk over`() {
    let transcript = Transcript()
    transcript.run("ladder 会员 { tier 普通\n  tier 金卡 { spend = 1,500 } }")
    let before = transcript.run("show ladder 会员")
    transcript.run("ladder 会员 { tier 普通\n  tier 金卡 { spend = 2,500\n  wndow = 3 } }")
    #expect(transcript.run("show ladder 会员") == before)
    transcript.run("scenario 放宽 from baseline { 会员.金卡.spend = 900\n 会员.银卡.spend = 3 }")
    #expect(!transcript.run("show scenarios").joined().contains("放宽"))
    #expect(transcript.run("undo") == ["undone: ladder 会员"])
    #expect(transcript.run("redo") == ["redone: ladder 会员"])
  }
}
