import Intake
import MemberBook
import Quantities
import Testing

/// What holds of every demo book, whatever was drawn.
@Suite struct DemoBookTests {
  private let book: Book
  private var purchases: Purchases { book.purchases }

  init() throws { book = try Measured.book.get() }

  @Test func `every row is accounted for and every member is there`() {
    expectAllCounted(book.findings)
    #expect(book.findings.merged == 0 && book.findings.repeated == 0 && book.findings.unmatchedOriginals == 0)
    #expect(book.members.count == Measured.boutique.members)
    #expect((book.firstDay, book.lastDay) == (Measured.truth.firstDay, Measured.truth.lastDay))
    #expect(book.members.id(of: 41) == "V0000042" && book.members.id(of: 41) == Measured.members[41].id)
    #expect(book.stores.names.sorted() == Measured.truth.stores.map(\.name).sorted())
    #expect(book.advisors.count == 13)
  }

  @Test func `lines add up to their receipt, and stand on it once a category`() {
    for receipt in 0..<purchases.count {
      let lines = purchases.lines(of: receipt)
      #expect((1...4).contains(lines.count))
      let net = lines.reduce(0) { $0 + book.lines.amount[$1] }
      let categories = Set(lines.map { book.lines.category[$0] })
      guard net == purchases.amount[receipt], categories.count == lines.count else {
        Issue.record("receipt \(receipt) does not add up")
        return
      }
      for line in lines {
        let sign: Int64 = book.lines.amount[line] < 0 ? -1 : 1
        #expect(sign * book.lines.discount[line] >= 0)
        #expect(sign * book.lines.cost[line] > 0)
        #expect(sign * Int64(book.lines.quantity[line]) >= 1_000)
      }
    }
  }

  @Test func `receipt numbers are used once, and a return follows its purchase`() throws {
    let numbers = try #require(purchases.receipts)
    #expect(Set((0..<purchases.count).map { numbers[$0] }).count == purchases.count)
    for receipt in 0..<purchases.count where purchases.amount[receipt] < 0 {
      let original = Int(purchases.original[receipt])
      try #require(original >= 0)
      #expect(purchases.amount[original] >= -purchases.amount[receipt])
      #expect((1...Measured.truth.returnDays).contains(purchases.day(receipt) - purchases.day(original)))
      #expect(purchases.store[receipt] == purchases.store[original])
    }
  }

  @Test func `nobody buys before joining`() throws {
    let profiles = try #require(book.profiles)
    for member in 0..<book.members.count {
      let joined = try #require(profiles.joined(of: member))
      let first = purchases.day(purchases.range(of: member).lowerBound)
      guard joined <= first, first == Measured.members[member].firstVisit else {
        Issue.record("member \(member) joined \(joined) and bought \(first)")
        return
      }
    }
  }

  @Test func `profiles say what the boutique knows`() throws {
    let profiles = try #require(book.profiles)
    for member in Measured.members {
      #expect(profiles.name(of: member.number) == member.name)
      #expect(profiles.birthday(of: member.number) == member.birthday)
      #expect(profiles.joined(of: member.number) == member.joined)
    }
    let unknown = Measured.members.count { $0.birthday == nil }
    let yearless = Measured.members.count { $0.birthday != nil && $0.birthday?.year == nil }
    #expect(Double(unknown).isNear(Double(Measured.truth.birthdayUnknown) * 8, within: 0.15))
    #expect(Double(yearless).isNear(Double(Measured.truth.birthYearUnknown) * 8 * 0.92, within: 0.15))
  }
}
