import Glibc
import Shell
import Testing

@Suite struct ExportTests {
  private func folder() throws -> String {
    var template = Array("/tmp/vipsh-export-XXXXXX".utf8CString)
    _ = try #require(mkdtemp(&template))
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  @Test func `22: a table leaves as CSV that a spreadsheet cannot run, and is not overwritten unasked`() throws {
    let path = try folder()
    let transcript = Transcript()
    let data = path + "/till.csv"
    let file = try #require(fopen(data, "w"))
    fputs("member,date,amount\n\"=cmd|'/c calc'!A1\",2024-01-01,10\n\"a,\"\"b\",2024-01-02,-3.5\n", file)
    fclose(file)
    transcript.run("load purchases from \"\(data)\"\nshow members")
    #expect(transcript.run("export _ to \"\(path)/m.csv\"") == ["written: \(path)/m.csv"])
    let text = try readText(path + "/m.csv")
    #expect(
      text == "\u{FEFF}member,tier,spend,visits,purchases,last_purchase\r\n"
        + "'=cmd|'/c calc'!A1,all,10,1,1,2024-01-01\r\n\"a,\"\"b\",all,-3.5,0,0,\r\n")
    transcript.run("export _ to \"\(path)/m.csv\"")
    #expect(transcript.exitCode == 1 && transcript.said.contains { $0.contains("is there already") })
    let again = transcript.run("show members\nexport _ to \"\(path)/m.csv\" replace")
    #expect(again.last == "written: \(path)/m.csv")
    #expect(transcript.run("export _ to \"\(path)/m.md\"").last == "written: \(path)/m.md")
    #expect(transcript.run("export _ to \"\(path)/none/m.md\"").first?.contains("E201") == true)
    #expect(transcript.run("export _ to \"\(path)/m.xyz\"").first?.contains("E106") == true)
  }

  @Test func `22: replacing follows a link and takes no device, pipe or folder for a file`() throws {
    let path = try folder()
    let transcript = Transcript(width: nil)
    transcript.run("set output = table\nshow settings\nexport _ to \"\(path)/kept.csv\"")
    symlink(path + "/kept.csv", path + "/link.csv")
    mkfifo(path + "/pipe.csv", 0o600)
    mkdir(path + "/folder.csv", 0o700)
    let before = try readText(path + "/kept.csv")
    #expect(
      transcript.run("set seed = 5\nshow settings\nexport _ to \"\(path)/link.csv\" replace").last?.hasPrefix("written")
        == true)
    #expect(try readText(path + "/kept.csv") != before)
    var status = stat()
    #expect(lstat(path + "/link.csv", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    for name in ["pipe.csv", "folder.csv"] {
      #expect(
        transcript.run("export _ to \"\(path)/\(name)\" replace").first?.contains("it is not a regular file") == true)
    }
    #expect(transcript.run("save session to \"/dev/null\" replace").first?.contains("it is not a regular file") == true)
  }

  @Test func `without a result there is nothing to export`() {
    let transcript = Transcript()
    #expect(transcript.run("export _ to \"x.csv\"").first?.contains("there is no result yet") == true)
  }
}
