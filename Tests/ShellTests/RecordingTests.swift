import Glibc
import Messages
import Shell
import Testing

/// Transcripts, and whether a session still answers as they say.
@Suite struct RecordingTests {
  private static let statements = [
    "# what is asked\nlet a = 1", "ladder 会员 {\n  tier 普通\n  tier 金卡 { spend = 500 }\n}", "show ladder 会圆",
    "let c = 1,5", "for x in 1..2 { let y = x }", "history", "load purchases from odbc \"DSN=till;PWD=geheim\"",
  ]

  private func recorded(_ folder: Folder) -> Transcript {
    let transcript = Transcript()
    transcript.run("record \"\(folder.path)/t.txt\"")
    for statement in RecordingTests.statements { transcript.run(statement) }
    transcript.run("record off")
    return transcript
  }

  @Test("32 · a transcript is what stood on the screen, without passwords") func written() throws {
    let folder = try Folder()
    let transcript = recorded(folder)
    let text = try readText(folder.path + "/t.txt")
    #expect(
      text.hasPrefix(
        """
        vip> let a = 1
        a = 1
        vip> ladder 会员 {
        ...>   tier 普通
        ...>   tier 金卡 { spend = 500 }
        ...> }
        ladder 会员 defined
        vip> show ladder 会圆
        error E104: no ladder named 会圆
          1:13  show ladder 会圆
                            ^^^^
          did you mean 会员?  `show ladders` lists them.
        vip> let c = 1,5
        error E102: 1,5 is not one number: digits group in threes
          1:9  let c = 1,5
                       ^^^
          put a blank after the comma if these are two numbers
        vip> for x in 1..2 { let y = x }
        y = 1
        y = 2
        vip> load purchases from odbc "DSN=till;PWD=******"

        """))
    #expect(!text.contains("geheim") && !text.contains("history") && !text.contains("record"))
    #expect(transcript.said.last == "recorded: \(folder.path)/t.txt")
  }

  @Test("32 · replay tells whether every answer is the same, and the first that is not") func replayed() throws {
    let folder = try Folder()
    _ = recorded(folder)
    let text = try readText(folder.path + "/t.txt")
    let end = try #require(text.firstRange(of: "vip> load")).lowerBound
    let before = String(text[..<end])
    try folder.write(before, to: "same.txt")
    try folder.write(before.replacing("y = 2\n", with: "y = 3\n"), to: "other.txt")
    try folder.write(before.replacing("y = 2\n", with: ""), to: "less.txt")
    try folder.write(before + "more\n", to: "more.txt")
    let transcript = Transcript()
    #expect(transcript.run("replay \"\(folder.path)/same.txt\" check") == ["5 statements answered as recorded"])
    #expect(transcript.exitCode == 0)
    let other = transcript.run("replay \"\(folder.path)/other.txt\" check")
    #expect(transcript.exitCode == 1)
    #expect(other.suffix(2) == ["  - y = 3", "  + y = 2"])
    #expect(other.contains { $0.contains("other.txt:20:1  y = 3") })
    #expect(
      transcript.run("replay \"\(folder.path)/less.txt\" check").suffix(2) == ["  - (nothing more)", "  + y = 2"])
    #expect(transcript.run("replay \"\(folder.path)/more.txt\" check").suffix(2) == ["  - more", "  + (nothing more)"])
    #expect(transcript.run("show ladders") == ["note: none is defined yet; `help ladder` shows how"])
  }

  @Test("32 · a script's errors are recorded as if each statement had been typed") func scriptErrors() throws {
    let folder = try Folder()
    let transcript = Transcript(keepsGoing: true)
    transcript.run(
      "let before = 1\nrecord \"\(folder.path)/t.txt\"\nlet a = 1\n\nshow ladder 没\n\nlet b = {\nrecord off",
      name: "s.vip")
    let text = try readText(folder.path + "/t.txt")
    #expect(text.contains("vip> show ladder 没\nerror E104: no ladder named 没\n  1:13  show ladder 没\n"))
    #expect(transcript.said.contains { $0.contains("note: `replay` begins with an empty session") })
  }

  @Test("32 · a transcript is not overwritten unasked, and there is one at a time") func kept() throws {
    let folder = try Folder()
    let transcript = recorded(folder)
    #expect(transcript.run("record \"\(folder.path)/t.txt\"").first?.contains("is there already") == true)
    transcript.run("record \"\(folder.path)/t.txt\" replace")
    #expect(transcript.run("record \"\(folder.path)/u.txt\"").first?.contains("E108") == true)
    transcript.run("record off")
    #expect(try readText(folder.path + "/t.txt") == "")
    #expect(transcript.run("record off").first?.contains("nothing is being recorded") == true)
  }

  @Test("32 · an error in an included script replays wherever the transcript was taken") func included() throws {
    let folder = try Folder()
    try folder.write("let inner = 1\nrun baselin over 2025\n", to: "inner.vip")
    let transcript = Transcript(keepsGoing: true)
    transcript.run(
      "record \"\(folder.path)/t.txt\"\n\ninclude \"\(folder.path)/inner.vip\"\nrecord off", name: "outer.vip")
    #expect(try readText(folder.path + "/t.txt").contains("  included at 1:9\n"))
    let again = Transcript()
    #expect(again.run("replay \"\(folder.path)/t.txt\" check") == ["1 statement answered as recorded"])
  }

  @Test("32 · what was shortened at the prompt replays, in transcripts and not in scripts") func shortened() throws {
    let folder = try Folder()
    try folder.write(
      "vip> lad 会员 { tier 普通 }\nladder 会员 defined\nvip> sho eve\nnote: none is defined yet; `help event` shows how\n",
      to: "t.txt")
    try folder.write("sho ladder 会员\n", to: "s.vip")
    let said = Transcript().run("replay \"\(folder.path)/t.txt\" check")
    #expect(said == ["2 statements answered as recorded"])
    try folder.write("vip> inc \"\(folder.path)/s.vip\"\n", to: "u.txt")
    #expect(
      Transcript().run("replay \"\(folder.path)/u.txt\" check").last?.contains("error E104: no verb named sho") == true)
  }

  @Test("32 · a transcript replays in the language in which it began, whatever is spoken") func language() throws {
    let folder = try Folder()
    let chinese = Transcript(language: .simplified)
    let record = chinese.run("record \"\(folder.path)/zh.txt\"")
    #expect(record == ["正在录制到 \(folder.path)/zh.txt"])
    for statement in ["let a = 1", "show ladder 会圆", "undo", "set language en", "show ladder 会圆", "record off"] {
      chinese.run(statement)
    }
    let text = try readText(folder.path + "/zh.txt")
    #expect(text.hasPrefix("# language: zh-Hans\nvip> let a = 1\na = 1\nvip> show ladder 会圆\n错误 E104："))
    _ = recorded(folder)
    let english = try readText(folder.path + "/t.txt")
    #expect(english.hasPrefix("vip> "))
    let end = try #require(english.firstRange(of: "vip> load")).lowerBound
    try folder.write(String(english[..<end]), to: "en.txt")
    for language in Language.allCases {
      for file in ["zh.txt", "en.txt"] {
        let transcript = Transcript(language: language)
        transcript.run("replay \"\(folder.path)/\(file)\" check")
        #expect(transcript.exitCode == 0, "\(file) in \(language): \(transcript.said)")
      }
    }
  }

  @Test("32 · a transcript that replays itself is refused, and nothing answers after quit") func ends() throws {
    let folder = try Folder()
    let replay = "replay \"\(folder.path)/self.txt\" check"
    try folder.write("vip> \(replay)\n", to: "self.txt")
    try folder.write("vip> include \"\(folder.path)/again.vip\"\n", to: "around.txt")
    try folder.write("replay \"\(folder.path)/around.txt\" check\n", to: "again.vip")
    try folder.write("vip> quit\nvip> let a = 1\na = 1\n", to: "quit.txt")
    let transcript = Transcript()
    // What `replay` says has no place in a transcript, so the inner one is passed over.
    #expect(transcript.run(replay) == ["1 statement answered as recorded"])
    #expect(transcript.run("replay \"\(folder.path)/around.txt\" check").suffix(2).first == "  - (nothing more)")
    #expect(
      transcript.run("replay \"\(folder.path)/quit.txt\" check").suffix(2) == ["  - a = 1", "  + (nothing more)"])
  }
}
