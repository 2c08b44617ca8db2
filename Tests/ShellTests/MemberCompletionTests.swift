import MemberBook
import Shell
import Testing
@testable import MemberBook

@Suite("14: Tab among members") struct MemberCompletionTests {
  private func ids(_ ids: some Sequence<String>) -> Members {
    var table = TextTable()
    for id in ids { _ = table.code(of: Array(id.utf8).span) }
    return Members(table)
  }

  @Test func `of a million ids a hundred are found, and what they have in common all have`() {
    let members = ids((0..<1_000_000).lazy.map { "M" + String(5_000_000 + $0 * 4) })
    let some = members.ids(beginningWith: "M5", atMost: 100)
    // The further ones are those that show where ids part.
    #expect(!some.areAll && (100...108).contains(some.ids.count))
    #expect(Set(some.ids.map { $0.prefix(3) }).count > 1)
    let few = members.ids(beginningWith: "M899999", atMost: 100)
    #expect(few.ids == ["M8999992", "M8999996"] && few.areAll)
    #expect(members.ids(beginningWith: "N", atMost: 100).ids.isEmpty)
    #expect(members.ids(beginningWith: "M50000000", atMost: 100).ids.isEmpty)
  }

  @Test func `the search ends where nothing further can be told`() {
    let members = ids(["A1", "A2", "A3", "B1"])
    #expect(members.ids(beginningWith: "A", atMost: 2) == (["A1", "A2"], false))
    #expect(members.ids(beginningWith: "", atMost: 2) == (["A1", "A2", "B1"], false))
    #expect(members.ids(beginningWith: "A", atMost: 3) == (["A1", "A2", "A3"], true))
  }

  @Test func `ids are offered behind the words that take one, quoted where they must be`() throws {
    let folder = try Folder()
    try folder.write(
      "member,date,amount\n0001,2024-01-01,10\n0002,2024-01-02,20\n\"张 三\",2024-01-03,30\nA-7,2024-01-04,40\n",
      to: "t.csv")
    let transcript = Transcript()
    transcript.run("load purchases from \"\(folder.path)/t.csv\"")
    for words in ["explain member ", "show member ", "merge members ", "merge members A-7 "] {
      #expect(transcript.completions(of: words + "00") == ["0001", "0002"])
    }
    #expect(transcript.completions(of: "show member 张") == ["\"张 三\""])
    #expect(transcript.completions(of: "show member \"张") == ["\"张 三\""])
    #expect(transcript.completions(of: "show member A-") == ["A-7"])
    #expect(transcript.completions(of: "show member ") == ["0001", "0002", "A-7", "\"张 三\""])
    #expect(transcript.completions(of: "explain member A-7 ") == ["in", "between", "over"])
    #expect(transcript.run("show member \"张 三\"").first?.contains("张 三") == true)
  }

  @Test func `with many, none are offered before something is typed`() {
    let transcript = Transcript()
    transcript.run("demo boutique members 300 seed 7")
    #expect(transcript.completions(of: "show member ") == [])
    #expect(!transcript.completions(of: "show member V").isEmpty)
  }
}
