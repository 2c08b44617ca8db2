import CustomerModels
import MemberBook
import Quantities
import Testing

/// How long members usually stay away.
@Suite struct RhythmTests {
  /// 甲 has eleven gaps: ten of a week and one of 30 days; 乙 and 丙 few, 丁 none; 戊 buys after the day that counts.
  @Test func `nine in ten of their own gaps, the others' together, by hand`() throws {
    var builder = BookBuilder()
    let first = SummaryTests.first
    let days: [(String, [Int])] = [
      ("甲", (0...10).map { $0 * 7 } + [100]), ("乙", [0, 20, 60]), ("丙", [10, 20]), ("丁", [50]), ("戊", [130]),
    ]
    for (member, days) in days {
      for day in days { try builder.append(member: member, day: first + day, amount: 100) }
    }
    let book = try builder.finish()
    let rhythms = try MemberRhythms(book, through: first + 120)
    let order = try days.map { try #require(book.members.member(withID: $0.0)) }
    #expect(order.map { rhythms.present[$0] } == [20, 60, 100, 70, -1])
    // 甲: the tenth of eleven gaps. Pooled are 20, 40 and 10, of which the third is the 90th percentile.
    #expect(order.map { rhythms.usual[$0] } == [7, 40, 40, 40, 40])
    #expect(rhythms.pooled == 40)
    #expect(order.map { rhythms.isPooled[$0] } == [false, true, true, true, true])
    #expect(order.map { rhythms.isLate($0) } == [true, true, true, true, false])
  }

  @Test func `without a gap anywhere nobody is late`() throws {
    var builder = BookBuilder()
    for member in ["甲", "乙"] { try builder.append(member: member, day: SummaryTests.first, amount: 100) }
    let rhythms = try MemberRhythms(builder.finish(), through: SummaryTests.first + 500)
    #expect(rhythms.usual == [-1, -1] && rhythms.pooled == nil)
    #expect(!rhythms.isLate(0))
  }

  /// The same percentile from all the gaps sorted anew, on CDNOW.
  @Test func `as told naively of CDNOW`() throws {
    let book = try CDNOW.book()
    let through = CDNOW.calibration
    let rhythms = try MemberRhythms(book, through: through)
    let purchases = book.purchases
    var few: [Int] = []
    let gaps = (0..<book.members.count).map { member in
      let days = Set(
        purchases.range(of: member).filter { purchases.day($0) <= through && purchases.amount[$0] >= 0 }.map {
          purchases.day($0)
        }
      ).sorted()
      return zip(days.dropFirst(), days).map { $0 - $1 }
    }
    for gaps in gaps where gaps.count < MemberRhythms.fewest { few += gaps }
    func percentile(_ gaps: [Int]) -> Int {
      gaps.sorted().first { gap in 10 * gaps.count { $0 <= gap } >= 9 * gaps.count } ?? -1
    }
    let pooled = percentile(few)
    for (member, gaps) in gaps.enumerated() {
      #expect(Int(rhythms.usual[member]) == (gaps.count < MemberRhythms.fewest ? pooled : percentile(gaps)))
    }
  }
}
