import MemberBook
import Quantities
import Testing

/// What is known of members, where some of it is.
@Suite struct ProfileTests {
  @Test func `what was not entered is unknown and takes no memory`() throws {
    var profiles = Profiles(count: 1_000)
    let empty = profiles.byteCount
    profiles.set(name: [UInt8]().span, of: 3)
    profiles.set(birthday: nil, of: 3)
    profiles.set(joined: nil, of: 3)
    #expect(profiles.byteCount == empty)
    #expect(profiles.name(of: 3) == nil && profiles.birthday(of: 3) == nil && profiles.joined(of: 3) == nil)
    let day = try #require(Day(year: 2019, month: 2, day: 28))
    profiles.set(joined: day, of: 999)
    #expect(profiles.joined(of: 999) == day && profiles.joined(of: 0) == nil)
    #expect(profiles.birthday(of: 999) == nil && profiles.name(of: 999) == nil)
  }

  @Test func `what is entered later holds`() {
    var profiles = Profiles(count: 3)
    for name in ["王婷", "李静", "王婷"] { profiles.set(name: Array(name.utf8).span, of: 1) }
    profiles.set(name: Array("王婷".utf8).span, of: 2)
    #expect([0, 1, 2].map { profiles.name(of: $0) } == [nil, "王婷", "王婷"])
    profiles.set(birthday: Birthday(year: 1988, month: 3, day: 12), of: 0)
    profiles.set(birthday: Birthday(month: 2, day: 29), of: 1)
    #expect(profiles.birthday(of: 0)?.description == "1988-03-12")
    #expect(profiles.birthday(of: 1)?.description == "02-29" && profiles.birthday(of: 1)?.year == nil)
    profiles.set(birthday: nil, of: 0)
    #expect(profiles.birthday(of: 0) == nil)
  }

  @Test func `days that no year has are no birthdays`() {
    #expect(Birthday(month: 2, day: 30) == nil)
    #expect(Birthday(year: 1990, month: 2, day: 29) == nil)
    #expect(Birthday(year: 0, month: 2, day: 1) == nil)
    #expect(Birthday(month: 13, day: 1) == nil)
  }
}
