import Glibc
import Reporting
import Shell
import Testing

/// The session in the README is a real one. `VIPSH_RECORD=1` records it anew, and fails.
@Suite struct ReadmeTests {
  private static let path = Checkout.root + "/README.md"

  @Test("32 · the README's session replays as it is printed there") func session() throws {
    let readme = try readText(ReadmeTests.path)
    let block = try #require(readme.split(separator: "```\n").map(String.init).first { $0.hasPrefix("vip> ") })
    #expect(block.split(separator: "\n").allSatisfy { displayWidth(String($0)) <= 80 })
    let folder = try Folder()
    try folder.write(block, to: "session.txt")
    if getenv("VIPSH_RECORD") != nil {
      let recorded = try ReadmeTests.recorded(block, in: folder)
      try Recording.compare(readme.replacing(block, with: recorded), with: ReadmeTests.path)
      return
    }
    let transcript = Transcript(folder: Checkout.root)
    let said = transcript.run("replay \"\(folder.path)/session.txt\" check")
    #expect(transcript.exitCode == 0, "\(said)")
  }

  /// The block's statements, asked again.
  private static func recorded(_ block: String, in folder: Folder) throws -> String {
    let transcript = Transcript(keepsGoing: true, folder: Checkout.root)
    transcript.run("record \"\(folder.path)/anew.txt\"")
    for exchange in try #require(SessionText(block)).exchanges { transcript.run(exchange.statement) }
    transcript.run("record off")
    return try readText(folder.path + "/anew.txt")
  }
}
