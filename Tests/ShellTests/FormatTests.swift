import Glibc
import Shell
import Testing

/// `fmt`: canonical spelling that keeps what is said and every comment.
@Suite struct FormatTests {
  private static let messy = """
    #!/usr/bin/vipsh
    load purchases from "a b.csv" { member = 会员卡号, encoding = gb18030 }   # trailing


    # before
    ladder 会员｛ # head
      window = rolling 90d, keep=90d   # w
      # within
      tier 普通，tier 金卡 { spend = 1.2万 }

      tier 银卡 { 
        spend = 8000元, spend = 1500 during 2026-Q1 # two
        # end
      }
      # last
    }
    for x in ¥1000..¥2000 step 500 { run baseline over 2017 }
    if x>1 and not (x=2) {
      scenario 变 from baseline { 会员.{t}.spend = -x*2 } } else if x=3 { # third
     quit
    } else { let z = "a {x} 'b'" }
    explain member 0001-A   # raw
    compare a b over last 12mo on share( 金卡 ,b), spend by tier, \\
      month
    run  baseline  over ..2017-06-30
    compare a b over 2017-01-01.. on spend
    # the end
    """
  private static let tidy = """
    #!/usr/bin/vipsh
    load purchases from "a b.csv" { member = 会员卡号, encoding = gb18030 }  # trailing

    # before
    ladder 会员 {  # head
      window = rolling 90d
      keep = 90d  # w
      # within
      tier 普通
      tier 金卡 { spend = 12,000 }

      tier 银卡 {
        spend = ¥8,000
        spend = 1500 during 2026-Q1  # two
        # end
      }
      # last
    }
    for x in ¥1,000..¥2,000 step 500 { run baseline over 2017 }
    if x > 1 and not (x = 2) {
      scenario 变 from baseline { 会员.{t}.spend = -x * 2 }
    } else if x = 3 {  # third
      quit
    } else {
      let z = "a {x} 'b'"
    }
    explain member 0001-A  # raw
    compare a b over last 12mo on share(金卡, b), spend by tier, month
    run baseline over ..2017-06-30
    compare a b over 2017-01-01.. on spend
    # the end
    """

  @Test func `a messy script becomes a tidy one, and a tidy one stays`() throws {
    let folder = try Folder()
    try folder.write(FormatTests.messy, to: "messy.vip")
    let transcript = Transcript()
    #expect(transcript.run("fmt \"\(folder.path)/messy.vip\"").joined(separator: "\n") == FormatTests.tidy)
    #expect(
      transcript.run("fmt \"\(folder.path)/messy.vip\" to \"\(folder.path)/messy.vip\"").first?.contains(
        "there already")
        == true)
    transcript.run("fmt \"\(folder.path)/messy.vip\" to \"\(folder.path)/messy.vip\" replace")
    #expect(try readText(folder.path + "/messy.vip") == FormatTests.tidy + "\n")
    #expect(transcript.run("fmt \"\(folder.path)/messy.vip\"").joined(separator: "\n") == FormatTests.tidy)
  }

  @Test(arguments: Recording.all.map(\.script).filter { !$0.contains("/Errors/") })
  func `every script of ours reads the same afterwards`(script: String) throws {
    let folder = try Folder()
    let transcript = Transcript()
    transcript.run("fmt \"\(script)\" to \"\(folder.path)/tidy.vip\"")
    #expect(transcript.exitCode == 0, "\(transcript.said)")
    let once = try readText(folder.path + "/tidy.vip")
    #expect(transcript.run("fmt \"\(folder.path)/tidy.vip\"").joined(separator: "\n") + "\n" == once)
  }

  @Test func `a script with an error of form is refused at its place`() throws {
    let folder = try Folder()
    try folder.write("let a = 1\nlet b = 1,5\n", to: "bad.vip")
    let transcript = Transcript()
    let said = transcript.run("fmt \"\(folder.path)/bad.vip\"")
    #expect(said.first?.hasPrefix("error E102") == true && said.contains { $0.contains("bad.vip:2:9") })
  }
}
