import Glibc
import Numerics
import Quantities
import Shell
import Testing

/// The demo store as a command: loading it, and writing its files.
@Suite struct DemoTests {
  /// A folder's name that nothing has yet.
  private let folder = "/tmp/vipsh-demo-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  private func tidy() {
    for name in ["purchases.csv", "members.csv"] { unlink(folder + "/" + name) }
    rmdir(folder)
  }

  @Test func `it loads in place of what was loaded and answers like load`() throws {
    let transcript = Transcript(.json)
    transcript.run("load purchases from \"\(Checkout.journey)\"")
    let said = transcript.run("demo boutique members 100 seed 11\nshow members top 1")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let report = try #require(said.first)
    #expect(report.contains("\"verb\":\"demo\"") && report.contains("by 100 members, "))
    for key in ["rows", "accepted", "merged", "quarantined", "walk_ins"] { #expect(report.contains("\"\(key)\":")) }
    #expect(try #require(said.last).contains("\"member\":\"V0000"))
  }

  @Test func `clauses stand in any order, and the same seed gives the same store`() {
    let transcript = Transcript()
    let one = transcript.run("demo boutique seed 11 members 1,00")
    #expect(one.first?.hasPrefix("error") ?? false)
    transcript.run("demo boutique seed 11 members 100")
    let first = transcript.run("show members")
    transcript.run("demo boutique members 100 seed 12")
    #expect(transcript.run("show members") != first)
    transcript.run("demo boutique members 100 seed 11")
    #expect(transcript.run("show members") == first)
  }

  @Test func `written files load as the same store`() throws {
    defer { tidy() }
    let transcript = Transcript()
    transcript.run("demo boutique members 200")
    let shown = transcript.run("show members")
    transcript.run("demo boutique members 200 to \"\(folder)\"")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let mode = umask(0)
    umask(mode)
    var facts = stat()
    #expect(stat(folder + "/purchases.csv", &facts) == 0 && facts.st_mode & 0o777 == 0o666 & ~mode)
    transcript.run("load purchases from \"\(folder)/purchases.csv\"")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    #expect(transcript.run("show members") == shown)
  }

  @Test func `22: nothing is overwritten, nor half written`() throws {
    defer { tidy() }
    let transcript = Transcript(keepsGoing: true)
    #expect(mkdir(folder, 0o700) == 0)
    let file = try #require(fopen(folder + "/members.csv", "w"))
    fputs("mine\n", file)
    fclose(file)
    let said = transcript.run("demo boutique members 10 to \"\(folder)\"")
    #expect(said.first?.hasPrefix("error E201: \(folder)/members.csv is there already") ?? false, "\(said)")
    #expect(try readText(folder + "/members.csv") == "mine\n")
    #expect(access(folder + "/purchases.csv", F_OK) != 0)
  }

  @Test func `22: an interrupted writing leaves nothing`() {
    defer { tidy() }
    let transcript = Transcript(job: Job { true })
    transcript.run("demo boutique members 10 to \"\(folder)\"")
    #expect(transcript.exitCode == 130)
    #expect(access(folder, F_OK) != 0)
  }

  @Test func `a folder that cannot be is said so`() {
    let transcript = Transcript()
    let said = transcript.run("demo boutique members 10 to \"/dev/null\"")
    #expect(said.first == "error E201: cannot write /dev/null/purchases.csv: not a directory", "\(said)")
  }
}
