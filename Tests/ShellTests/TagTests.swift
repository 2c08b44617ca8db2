import Shell
import Testing

/// Tags, holidays and scores at the prompt and in saved sessions.
@Suite struct TagTests {
  private static let definitions = """
    tag 送礼 { where = visits > 2 }
    tag 囤货 { where = not 送礼 and bought(holiday 节) }
    tag 送礼 { where = spend > 5 }
    segment 甲 { where = tag(囤货) and score(好) > 5 }
    """

  @Test func `a saved session defines what tags, scores and segments name before them`() throws {
    let folder = try Folder()
    let transcript = Transcript()
    transcript.run("holiday 节 = 12-25\nscore 好 { spend = 1 }\n" + TagTests.definitions)
    transcript.run("save session to \"\(folder.path)/s.vip\"")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let again = Transcript()
    again.run("include \"\(folder.path)/s.vip\"")
    #expect(again.exitCode == 0, "\(again.said)")
    for shown in ["show tags", "show segments", "show score 好", "show holidays", "show segment 甲"] {
      #expect(again.run(shown) == transcript.run(shown), "\(shown)")
    }
    #expect(again.run("show segment 甲") == ["segment 甲 { where = tag(囤货) and score(好) > 5 }"])
  }

  @Test func `Tab offers tags beside segments, scores beside figures, and what stands in brackets`() {
    let transcript = Transcript()
    transcript.run("holiday 节 = 12-25\nscore 好 { spend = 1 }\n" + TagTests.definitions)
    #expect(transcript.completions(of: "show members of ") == ["甲", "送礼", "囤货"])
    #expect(transcript.completions(of: "show members by ").suffix(2) == ["expected_purchases", "好"])
    #expect(transcript.completions(of: "show segments by ") == ["rfm", "pyramid", "lifecycle", "layers", "tags"])
    #expect(transcript.completions(of: "segment 乙 { where = tag(") == ["送礼", "囤货"])
    #expect(transcript.completions(of: "segment 乙 { where = score(") == ["好"])
    #expect(transcript.completions(of: "tag 丙 { where = bought(holiday ").contains("节"))
    #expect(transcript.completions(of: "score 乙 { re") == ["returns", "recency", "referrals"])
  }

  @Test func `a tag is no segment of another name, and undo takes it back`() {
    let transcript = Transcript()
    transcript.run("holiday 节 = 12-25\nscore 好 { spend = 1 }\n" + TagTests.definitions)
    #expect(transcript.run("show segment 送礼").joined().contains("no segment named 送礼"))
    #expect(transcript.run("undo").first == "undone: segment 甲")
    #expect(transcript.run("undo\nshow tag 送礼").contains("tag 送礼 { where = visits > 2 }"))
  }
}
