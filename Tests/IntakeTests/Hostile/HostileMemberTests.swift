import Fixtures
import Testing
@testable import Intake

extension HostileTests {
  /// Lists of members and of what they did meet the same.
  @Suite struct MemberTests {
    private func outcome(_ loader: HostileLoader, _ text: String) throws -> String {
      try loader.outcome(of: Array(text.utf8))
    }

    @Test(arguments: [HostileLoader.members, .actions]) func `what is no table is named`(loader: HostileLoader) throws {
      #expect(try outcome(loader, "").hasPrefix("E202; FILE is empty"))
      #expect(try loader.outcome(of: [0xFF, 0xFE]).hasPrefix("E202; FILE is empty"))
      #expect(try loader.outcome(of: gzipped([])).hasPrefix("E202; FILE is empty"))
      #expect(try outcome(loader, "member,date,kind\n").hasPrefix("E202; FILE has a header but no rows"))
      #expect(try outcome(loader, "a,b\n1,2\n").hasPrefix("E203; FILE has no member column that can be recognised"))
      #expect(
        try outcome(loader, "member,member,date,kind\n1,2,3,4\n").hasPrefix("E203; two columns are called `member`"))
      let folder = try TemporaryFolder()
      #expect(loader.outcome(of: folder.path) == "E201; FILE is a directory; name a file in it")
    }

    @Test func `members are taken or set aside`() throws {
      let rows = [
        "1,2024-01-01,100,是,03-12,x", "2,2023-02-29,1,,,", "3,0000-00-00,1,,,", "4,,NaN,,,", "5,,1e400,,,",
        "6,,99999999999999999999,,,", "7,,-1,,,", "8,,1,maybe,,", "9,,1,,13-40,", ",,1,,,", "10,,1,,", "1,,5,,,",
        "1,2024-01-01,100,是,03-12,x", "11\0,9999-12-31,,,,", "12,,\"1,,,", "\"13\"x,,,,,",
      ]
      let text = "member,joined,points,consent,birthday,note\r" + rows.joined(separator: "\n")
      let found = try outcome(.members, text)
      #expect(
        found
          == "15 = 6 + 1 + 8; 5 points points not readable; 6 points points not readable; "
          + "7 points points not readable; 8 points points not readable; 11 member no member id; "
          + "12 - wrong number of fields; 13 - member there before; 16 - text after a closing quote")
    }

    @Test func `actions are taken or set aside`() throws {
      let rows = [
        "1,2024-01-01 09:00,签到,", "1,2023-02-29,签到,", "2,0000-00-00,签到,", ",2024-01-01,签到,", "3,2024-01-01,,",
        "4,2024-01-01,兑换,1.5", "5,2024-01-01,兑换,-3", "6,2024-01-01", "7,2024-01-01,\"签到", "8,03/04/2025,签到,",
        "9,25/04/2025,签到,", "10,2024-01-01,兑换,９９",
      ]
      #expect(
        try outcome(.actions, "member,time,kind,points\r\n" + rows.joined(separator: "\r"))
          == "12 = 4 + 0 + 8; 3 time date does not exist; 4 time date does not exist; 5 member no member id; "
          + "6 kind no action; 7 points points not readable; 8 points points not readable; "
          + "9 - wrong number of fields; 10 - unclosed quote")
    }
  }
}
