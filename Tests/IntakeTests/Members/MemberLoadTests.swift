import Fixtures
import Intake
import MemberBook
import Quantities
import Testing

/// Members files: what each column becomes, and what is set aside.
@Suite struct MemberLoadTests {
  private func members(_ text: String, _ change: (inout MemberOptions) -> Void = { _ in }) throws -> MemberTable {
    let file = try TemporaryFile(Array(text.utf8))
    var options = MemberOptions()
    change(&options)
    let table = try loadMembers(from: .file(file.path), options: options)
    options.blockSize = 1
    let again = try loadMembers(from: .file(file.path), options: options)
    #expect(again.profiles == table.profiles && again.findings.rows == table.findings.rows)
    expectAllCounted(table.findings)
    return table
  }

  @Test func `every fact has its column, in the file's words`() throws {
    let table = try members(
      """
      会员卡号,姓名,手机号,性别,生日,入会日期,会员等级,升级日期,积分余额,积分到期日,所属门店,导购,家庭号,推荐人,同意联系
      0001,王婷,13900000001,女,1988-03-12,2019/5/1,金卡,2025-01-01,"1,250",2026-06-30,人民路店,小陈,F1,,是
      0002,李静,,女,03-12,2020年2月29日,,,,,,,F1,0001,否
      """)
    let profiles = table.profiles
    #expect(table.count == 2 && table.findings.unusedHeaders.isEmpty)
    #expect(profiles.name(of: 0) == "王婷" && profiles.text(.phone, of: 0) == "13900000001")
    #expect(profiles.birthday(of: 0)?.description == "1988-03-12" && profiles.birthday(of: 1)?.description == "03-12")
    #expect(profiles.joined(of: 0) == Day(year: 2019, month: 5, day: 1))
    #expect(profiles.joined(of: 1) == Day(year: 2020, month: 2, day: 29))
    #expect(profiles.text(.tier, of: 0) == "金卡" && profiles.text(.tier, of: 1) == nil)
    #expect(profiles.day(.tierSince, of: 0) == Day(year: 2025, month: 1, day: 1))
    #expect(profiles.openingPoints(of: 0) == 1250 && profiles.openingPoints(of: 1) == nil)
    #expect(profiles.day(.openingExpiry, of: 0) == Day(year: 2026, month: 6, day: 30))
    #expect(profiles.text(.store, of: 0) == "人民路店" && profiles.text(.advisor, of: 0) == "小陈")
    #expect(profiles.code(.family, of: 0) == profiles.code(.family, of: 1))
    #expect(profiles.text(.referrer, of: 0) == nil && profiles.text(.referrer, of: 1) == "0001")
    #expect(profiles.consent(of: 0) == true && profiles.consent(of: 1) == false)
  }

  @Test func `further columns are attributes of the narrowest type`() throws {
    let table = try members(
      "member,age,height,since,size\n1,30,1.75,2020-01-01,M\n2,,1.8,,L\n3,41,2,2021-05-05,M\n")
    let profiles = table.profiles
    #expect(profiles.attributes.map(\.name) == ["age", "height", "since", "size"])
    #expect(profiles.attributes.map(\.kind) == [.number, .number, .day, .text])
    #expect(profiles.value(of: 0, of: 0) == .number(300_000) && profiles.value(of: 0, of: 1) == nil)
    #expect(profiles.value(of: 1, of: 0) == .number(17_500))
    #expect(profiles.value(of: 2, of: 2) == Day(year: 2021, month: 5, day: 5).map { .day($0) })
    #expect(profiles.value(of: 3, of: 1) == .text("L"))
  }

  @Test func `a row that cannot be read is set aside whole, with its reason`() throws {
    let table = try members(
      """
      member,birthday,joined,points,consent
      1,1990-02-29,,,
      2,,2023-13-01,,
      3,,,-5,
      4,,,1.5,
      5,,,,maybe
      ,,,,
      ,1990-01-01,,,
      6,1990-01-01,2020-01-01,7,yes
      6,1990-01-01,2020-01-01,7,yes
      6,1990-01-01,2020-01-01,8,yes
      合计,,,20,
      """)
    #expect(table.count == 4 && table.findings.accepted == 4 && table.findings.merged == 1)
    #expect(
      table.findings.quarantine.map(\.reason.kind) == [
        .pointsUnreadable, .pointsUnreadable, .memberMissing, .memberTwice, .totalRow,
      ])
    #expect(
      table.findings.unknownCells == [
        UnknownCells(header: "birthday", rows: 1, example: "1990-02-29"),
        UnknownCells(header: "joined", rows: 1, example: "2023-13-01"),
        UnknownCells(header: "consent", rows: 1, example: "maybe"),
      ])
    #expect(table.findings.quarantine.first { $0.reason.kind == .memberTwice }?.line == 11)
    #expect(table.findings.quarantine.first { $0.reason.kind == .memberTwice }?.reason == .memberTwice(line: 9))
    #expect(table.findings.quarantine.first { $0.reason.kind == .memberTwice }?.raw == "6,1990-01-01,2020-01-01,8,yes")
  }

  @Test func `members without purchases and purchases without members belong to the book`() throws {
    let book = try load("member,date,amount\n1,2024-01-01,5\n2,2024-01-02,6\n,2024-01-02,7\n")
    let table = try members("member,name\n3,丙\n2,乙\n")
    let joined = try book.joined(by: table, nil)
    #expect((0..<joined.members.count).map { joined.members.id(of: $0) } == ["1", "2", "3"])
    #expect((0..<3).map { joined.profiles?.name(of: $0) } == [nil, "乙", "丙"])
    #expect(joined.purchases.range(of: 2).isEmpty && joined.purchases.walkIns == book.purchases.walkIns)
    #expect(joined.members.member(withID: "3") == 2)
  }

  @Test func `merged members are one, with all that is known of either`() throws {
    let table = try members("member,name,phone,points\n1,王婷,,5\n2,王小婷,139,7\n3,李静,138,1\n")
    let merged = table.renamed(["2": "1"])
    #expect(merged.count == 2)
    #expect(merged.profiles.name(of: 0) == "王婷" && merged.profiles.text(.phone, of: 0) == "139")
    #expect(merged.profiles.openingPoints(of: 0) == 5 && merged.profiles.name(of: 1) == "李静")
    #expect(merged.profiles.furtherOpenings(of: 0).map(\.points) == [7])
    let book = try load("member,date,amount\n2,2024-01-01,5\n1,2024-01-02,6\n2,2024-01-03,7\n3,2024-01-01,1\n")
    let one = try book.renamed(["2": "1"])
    #expect(
      described(one) == ["1 2024-01-01 500", "1 2024-01-02 600", "1 2024-01-03 700", "3 2024-01-01 100"])
  }

  @Test func `a birthday's day and month are never guessed`() throws {
    func birthdays(_ cells: [String], _ style: DateStyle? = nil) throws -> [String] {
      let table = try members(
        "member,birthday\n" + cells.enumerated().map { "\($0),\($1)\n" }.joined()
      ) { $0.dates = style }
      return (0..<table.count).map { table.profiles.birthday(of: $0)?.description ?? "-" }
    }
    #expect(try birthdays(["3月12日", "03-12", "0312", "7/7", "5/6"]) == ["03-12", "03-12", "03-12", "07-07", "-"])
    #expect(try birthdays(["5/6"], .dmy) == ["06-05"])
    #expect(try birthdays(["5/6"], .mdy) == ["05-06"])
    #expect(try birthdays(["5/6", "13/2"]) == ["06-05", "02-13"])
    #expect(try birthdays(["5/6", "2/13"]) == ["05-06", "02-13"])
    #expect(try birthdays(["1/1", "13/2", "2/13"]) == ["01-01", "02-13", "02-13"])
  }

  @Test func `further members are added, and what is said last counts`() throws {
    let first = try members("member,name,points,city\n1,王,5,A\n2,李,6,B\n")
    let table = first.updated(by: try members("member,name,points,size\n2,李静,,M\n3,赵,7,L\n"))
    let book = try load("member,date,amount\n1,2024-01-01,5\n2,2024-01-01,5\n3,2024-01-01,5\n")
    let profiles = try #require(try book.joined(by: table, nil).profiles)
    #expect((0..<3).map { profiles.name(of: $0) } == ["王", "李静", "赵"])
    #expect((0..<3).map { profiles.openingPoints(of: $0) } == [5, 6, 7])
    #expect(Set(profiles.attributes.map(\.name)) == ["city", "size"])
  }
}
