import Programme
import Quantities
import Testing

/// What a members file says, worked out by hand.
extension ReferenceTests {
  /// The tier at the end of each of `days` of a member who bought `receipts`, in data that begin on 2017-01-01.
  static func tiers(
    of person: ReferencePerson, _ ladder: Ladder, buying receipts: [ReferenceReceipt] = [], on days: Day...
  ) -> [Int] {
    let replay = ReferenceMember.replay(
      receipts, of: person, dataStart: day(2017, 1, 1), by: Rules(ladder: ladder), through: days.max() ?? .distantPast)
    return days.map { day in replay.first { $0.day == day }?.tier ?? -1 }
  }

  @Test func `a tier of before the data is held in the term that runs when they begin`() {
    let since = ReferencePerson(tier: "T2", tierSince: day(2016, 3, 1))
    let ladder = Self.ladder(100_00, 200_00, window: .rolling(.days(30)))
    // The running year ends on 2017-03-01; its window lies within the data, so the member falls a step, then another.
    #expect(
      Self.tiers(of: since, ladder, on: day(2017, 1, 1), day(2017, 2, 28), day(2017, 3, 1), day(2018, 3, 1)) == [
        2, 2, 1, 0,
      ])
    // Months are counted from the day itself: 2016-08-31 + 5mo is 2017-01-31, not 28 + …
    let late = ReferencePerson(tier: "T1", tierSince: day(2016, 8, 31))
    let monthly = Self.ladder(100_00, window: .rolling(.days(7)), keep: .duration(.months(1)))
    #expect(Self.tiers(of: late, monthly, on: day(2017, 1, 30), day(2017, 1, 31)) == [1, 0])
    // A term that ends on the first day of the data has been renewed.
    let eve = ReferencePerson(tier: "T1", tierSince: day(2016, 1, 1))
    #expect(Self.tiers(of: eve, ladder, on: day(2017, 12, 31), day(2018, 1, 1)) == [1, 0])
    // Without a date: as of the first day.
    #expect(Self.tiers(of: ReferencePerson(tier: "T1"), ladder, on: day(2017, 12, 31), day(2018, 1, 1)) == [1, 0])
  }

  @Test func `year ends and anniversaries run on likewise`() {
    let year = Self.ladder(100_00, window: .rolling(.days(30)), keep: .yearEnd(extraYear: true))
    func held(_ since: Day, _ ladder: Ladder, _ days: (Day, Day)) -> [Int] {
      let person = ReferencePerson(joined: day(2012, 2, 29), tier: "T1", tierSince: since)
      return Self.tiers(of: person, ladder, on: days.0, days.1)
    }
    // Won in 2016 it lasts through 2017; won earlier it was reviewed on 1 January, for a year.
    #expect(held(day(2016, 5, 5), year, (day(2017, 12, 31), day(2018, 1, 1))) == [1, 0])
    #expect(held(day(2014, 5, 5), year, (day(2017, 12, 31), day(2018, 1, 1))) == [1, 0])
    #expect(held(day(2017, 5, 5), year, (day(2018, 12, 31), day(2019, 1, 1))) == [1, 0])
    let joining = Self.ladder(100_00, window: .rolling(.days(30)), keep: .anniversary(extraYear: true))
    #expect(held(day(2016, 2, 29), joining, (day(2018, 2, 27), day(2018, 2, 28))) == [1, 0])
    #expect(held(day(2014, 6, 1), joining, (day(2017, 2, 27), day(2017, 2, 28))) == [1, 0])
  }

  @Test func `a review whose window begins before the data renews, and may raise`() {
    let person = ReferencePerson(tier: "T1", tierSince: day(2016, 3, 1))
    let ladder = Self.ladder(100_00, 200_00, window: .rolling(.months(12)), keep: .duration(.months(10)))
    // Terms end on 2017-01-01 + …: 2016-03-01 + 10mo = 2017-01-01, + 20mo = 2017-11-01: its window begins on 2016-11-01.
    // + 30mo = 2018-09-01: its window lies within the data.
    let days = (day(2017, 11, 1), day(2018, 8, 31), day(2018, 9, 1))
    #expect(Self.tiers(of: person, ladder, on: days.0, days.1, days.2) == [1, 1, 0])
    let replay = ReferenceMember.replay(
      [], of: person, dataStart: day(2017, 1, 1), by: Rules(ladder: ladder), through: days.2)
    #expect(replay.filter { $0.unseen > 0 }.map(\.day) == [days.0] && replay.allSatisfy { $0.upgrades == 0 })
    // With 200 in the window it rises, which is no such renewal; month-end upgrades leave that to the review.
    var atMonthEnd = ladder
    atMonthEnd.upgrade = .monthEnd
    let bought = [Self.receipt(day(2017, 10, 31), 200_00)]
    #expect(Self.tiers(of: person, atMonthEnd, buying: bought, on: day(2017, 10, 31), days.0) == [1, 2])
    // A lifetime always begins before the data.
    let ever = Self.ladder(100_00, window: .lifetime, keep: .duration(.months(1)))
    #expect(Self.tiers(of: person, ever, on: day(2027, 1, 1)) == [1])
    // Nobody else is renewed: bought, and fallen at the review.
    let short = Self.ladder(100_00, window: .calendarYear, keep: .duration(.days(30)))
    let own = [Self.receipt(day(2017, 1, 2), 100_00), Self.receipt(day(2017, 1, 3), -1_00)]
    #expect(Self.tiers(of: ReferencePerson(), short, buying: own, on: day(2017, 1, 31), day(2017, 2, 1)) == [1, 0])
  }

  @Test func `a tier of within the data is a fact of that morning`() {
    let ladder = Self.ladder(100_00, 200_00, window: .rolling(.days(30)), keep: .duration(.days(90)))
    let person = ReferencePerson(tier: "T1", tierSince: day(2017, 6, 1))
    let receipts = [Self.receipt(day(2017, 5, 20), 200_00), Self.receipt(day(2017, 6, 1), 1_00)]
    // From T2 to T1 without a downgrade; 90 days from 06-01 end on 08-30.
    #expect(
      Self.tiers(of: person, ladder, buying: receipts, on: day(2017, 5, 31), day(2017, 8, 29), day(2017, 8, 30)) == [
        2, 2, 1,
      ])
    let replay = ReferenceMember.replay(
      receipts, of: person, dataStart: day(2017, 1, 1), by: Rules(ladder: ladder), through: day(2017, 6, 1))
    #expect(replay.last?.receipts.map(\.tierBefore) == [1] && replay.last?.downgrades == 0)
    // 201 within the window: the purchase of that day won T2 again.
    #expect(replay.last?.tier == 2 && replay.last?.upgrades == 1)
    // The entry tier and a tier that is not there say nothing.
    for name in ["T0", "T9"] {
      let other = ReferencePerson(tier: name, tierSince: day(2017, 6, 1))
      #expect(Self.tiers(of: other, ladder, buying: receipts, on: day(2017, 6, 1)) == [2])
    }
  }

  @Test func `while qualified an imported tier is a minimum until the window lies within the data`() {
    let ladder = Self.ladder(100_00, 200_00, window: .rolling(.days(30)), keep: .whileQualified)
    let person = ReferencePerson(tier: "T1", tierSince: day(2015, 1, 1))
    let receipts = [Self.receipt(day(2017, 1, 5), 200_00), Self.receipt(day(2017, 1, 6), -150_00)]
    // The window of 01-30 is 01-01 to 01-30; until then T1 is held.
    #expect(
      Self.tiers(
        of: person, ladder, buying: receipts, on: day(2017, 1, 5), day(2017, 1, 7), day(2017, 1, 29), day(2017, 1, 30))
        == [2, 1, 1, 0])
  }

  @Test func `joining as stated moves anniversaries, both ways`() {
    let ladder = Self.ladder(100_00, window: .anniversaryYear, keep: .duration(.days(10)))
    let receipts = [Self.receipt(day(2017, 3, 1), 60_00), Self.receipt(day(2017, 3, 20), 60_00)]
    // Joined on a 10 March, later than the first purchase even: the two fall into different years.
    for joined in [day(2010, 3, 10), day(2019, 3, 10)] {
      #expect(Self.tiers(of: ReferencePerson(joined: joined), ladder, buying: receipts, on: day(2017, 3, 20)) == [0])
    }
    #expect(Self.tiers(of: ReferencePerson(), ladder, buying: receipts, on: day(2017, 3, 20)) == [1])
  }

  @Test func `opening points are a released lot of the day before the data`() {
    var policy = Self.policy()
    policy.pending = .days(30)
    policy.expire = .afterEarning(.months(1))
    func replay(_ person: ReferencePerson, _ receipts: [ReferenceReceipt], through last: Day) -> [ReferenceDay] {
      ReferenceMember.replay(
        receipts, of: person, dataStart: day(2017, 1, 1), by: Rules(ladder: .single, points: policy), through: last)
    }
    let person = ReferencePerson(openingPoints: 70)
    let lived = replay(person, [], through: day(2017, 1, 31))
    #expect(lived.first?.opening == 70 && lived.first?.issued == 0)
    let eve = day(2016, 12, 31)
    #expect(
      lived.first?.lots == [ReferenceLot(earned: eve, release: eve, expiry: day(2017, 1, 31), remaining: 70)])
    #expect(lived.last?.expired == 70)
    // With a day of their own; and spent in the order of expiry, not of earning.
    let own = ReferencePerson(openingPoints: 70, openingExpiry: day(2017, 3, 15))
    let receipts = [
      Self.receipt(day(2017, 2, 1), 10_00), Self.receipt(day(2017, 2, 20), 10_00),
      Self.receipt(day(2017, 2, 21), -15_00),
    ]
    #expect(replay(own, receipts, through: day(2017, 2, 21)).last?.lots.map(\.remaining) == [65, 10])
    #expect(replay(own, [], through: day(2017, 3, 15)).last?.expired == 70)
    // Gone by the first day, below 0, or without a policy: never there.
    for gone in [
      ReferencePerson(openingPoints: 70, openingExpiry: day(2017, 1, 1)), ReferencePerson(openingPoints: -1),
    ] { #expect(replay(gone, [], through: day(2017, 1, 2)).isEmpty) }
    // Inactivity counts from the day before the data.
    policy.expire = .inactivity(.days(10))
    #expect(replay(person, [], through: day(2017, 1, 10)).last?.expired == 70)
    // They are not earned, so no threshold on points counts them.
    var ladder = Self.ladder(1_000_00)
    ladder.tiers[1].points.base = Points(50)
    let rules = Rules(ladder: ladder, points: policy)
    let bought = [Self.receipt(day(2017, 1, 2), 49_00)]
    let days = ReferenceMember.replay(
      bought, of: person, dataStart: day(2017, 1, 1), by: rules, through: day(2017, 1, 2))
    #expect(days.last?.tier == 0)
  }
}
