import MemberBook
import Testing

@Suite("Members that look like one person") struct LikelySameTests {
  /// Members in order, each with a purchase on the day of its number.
  private func likely(
    _ people: [(name: String, phone: String, birthday: Birthday?)], family: String = ""
  ) throws -> LikelyDuplicates {
    let book = try book { builder in
      for i in people.indices { try builder.append(member: "M\(i)", day: day(i), amount: 100) }
    } profile: { profiles, _ in
      for (i, person) in people.enumerated() {
        profiles.set(.name, to: Array(person.name.utf8).span, of: i)
        profiles.set(.phone, to: Array(person.phone.utf8).span, of: i)
        profiles.set(.family, to: Array(family.utf8).span, of: i)
        profiles.set(birthday: person.birthday, of: i)
      }
    }
    return try #require(try LikelyDuplicates(in: book))
  }

  private let spring = Birthday(year: 1988, month: 3, day: 12)

  @Test("The strongest grounds come first") func grounds() throws {
    let found = try likely([
      ("李静", "139 1234 5670", nil), ("王婷", "13912345670", nil),
      ("张 伟", "13700000001", spring), ("张伟", "13700000002", spring),
      ("Anna Lee", "+86 138-1111-2222", spring), ("ANNA LEE", "008613811112222", spring),
      ("赵敏", "13655556666", nil), ("赵敏", "１３６５５５５６６６６", Birthday(month: 1, day: 2)),
      ("", "13544443333", nil), ("钱进", "13544443333.0", nil),
    ])
    #expect(
      found.groups.map(\.grounds) == [
        .phoneNameAndBirthday, .phoneAndName, .nameAndBirthday, .phone, .phoneNamesDiffer,
      ])
    #expect(found.groups.map { $0.people.map(\.member) } == [[4, 5], [6, 7], [2, 3], [8, 9], [0, 1]])
    let anna = found.groups[0].people[1]
    #expect((anna.member, anna.purchases, anna.last) == (5, 1, day(5)))
    #expect(found.count == 5 && found.placeholders.isEmpty)
  }

  @Test("Alike in name or in day alone is not alike") func unlike() throws {
    let found = try likely([
      ("王婷", "", Birthday(month: 3, day: 12)), ("王婷", "", Birthday(month: 3, day: 12)), ("王婷", "", nil),
      ("李静", "", spring), ("张伟", "", spring), ("刘*", "138****8000", spring), ("刘*", "138****8000", spring),
      ("陈", "12345", spring), ("陈", "12345", spring),
    ])
    #expect(found.count == 0 && found.placeholders.isEmpty)
  }

  @Test("Placeholders are told, not offered") func placeholders() throws {
    var people: [(name: String, phone: String, birthday: Birthday?)] = [
      ("甲某", "13800138000", nil), ("乙某", "13800138000", nil), ("丙某", "88888888", nil), ("丁某", "88888888", nil),
      ("顾客", "", Birthday(year: 1900, month: 1, day: 1)), ("顾客", "", Birthday(year: 1900, month: 1, day: 1)),
    ]
    for i in 0..<7 { people.append(("会员\(i)", "02161234567", nil)) }
    let found = try likely(people)
    #expect(found.count == 0)
    #expect(
      found.placeholders.map { "\($0.text) \($0.members)" } == [
        "2161234567 7", "13800138000 2", "88888888 2", "顾客, 1900-01-01 2",
      ])
  }

  @Test("A family may share a phone") func family() throws {
    let people = [("王婷", "13912345670", spring), ("王小明", "13912345670", nil)]
    #expect(try likely(people, family: "F1").count == 0)
    #expect(try likely(people).count == 1)
    let twice = [("王婷", "13912345670", spring), ("王婷", "13912345670", nil)]
    #expect(try likely(twice, family: "F1").count == 1)
  }

  @Test("Two of three who share a phone are the same") func within() throws {
    let found = try likely([
      ("王婷", "13912345670", spring), ("王婷", "13912345670", spring), ("王小明", "13912345670", nil),
    ])
    #expect(found.groups.map(\.grounds) == [.phoneNameAndBirthday, .phoneNamesDiffer])
    #expect(found.groups.map(\.people.count) == [2, 3])
  }

  @Test(
    "A number is read however it is written",
    arguments: [
      ("010-6552 9988", "1065529988"), ("+86 10 6552 9988", "1065529988"), ("（021）6123－4567", "2161234567"),
      ("'13800000001", "13800000001"), ("8613800000001", "13800000001"), ("86543210", "86543210"), ("123456", nil),
      ("1.38E+10", nil), ("13800000001/13900000001", nil), ("", nil), ("138xxxx0001", nil),
    ] as [(String, String?)])
  func phones(text: String, digits: String?) { #expect(PhoneNumber(text)?.digits == digits) }

  @Test("Numbers made up to fill a field") func madeUp() {
    for text in ["11111111111", "13888888888", "12345678901", "13800138000", "0000000", "98765432"] {
      #expect(PhoneNumber(text)?.looksMadeUp ?? true, "\(text)")
    }
    for text in ["13888886666", "13912345670", "13712344321"] {
      #expect(PhoneNumber(text)?.looksMadeUp == false, "\(text)")
    }
  }
}
