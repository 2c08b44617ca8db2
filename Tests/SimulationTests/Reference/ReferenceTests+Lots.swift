import Programme
import Quantities
import Testing

extension ReferenceTests {
  @Test func `lots wait, and go at the start of the day they expire on`() {
    var policy = Self.policy()
    policy.pending = .months(1)
    policy.expire = .afterEarning(.months(1))
    let first = Self.receipt(day(2023, 1, 31), 10_00)
    // A month after 31 January is 28 February; a receipt of less than a point makes no lot.
    let lot = ReferenceLot(earned: day(2023, 1, 31), release: day(2023, 2, 28), expiry: day(2023, 2, 28), remaining: 10)
    let receipts = [first, Self.receipt(day(2023, 1, 31), 99)]
    #expect(Self.entry(day(2023, 2, 27), receipts, policy).lots == [lot])
    let end = Self.entry(day(2023, 2, 28), receipts, policy)
    #expect(end.lots.isEmpty && end.expired == 10)
    // 31 December 2023: at the year's end after one day, or a year later.
    let late = [Self.receipt(day(2023, 12, 31), 10_00)]
    for (extra, lastDay) in [(false, day(2023, 12, 31)), (true, day(2024, 12, 31))] {
      policy.expire = .calendarYearEnd(extraYear: extra)
      #expect(Self.entry(lastDay, late, policy).lots.count == 1)
      #expect(Self.entry(lastDay + 1, late, policy).expired == 10)
    }
  }

  @Test func `inactivity counts from the last purchase of more than 0 and takes all lots together`() {
    var policy = Self.policy()
    policy.expire = .inactivity(.days(30))
    let receipts = [
      Self.receipt(day(2023, 1, 1), 10_00), Self.receipt(day(2023, 1, 30), 5_00), Self.receipt(day(2023, 2, 20), 0),
      Self.receipt(day(2023, 2, 25), -1_00),
    ]
    // 30 days after 30 January is 1 March; by then 10 + 5 - 1 are left.
    let eve = Self.entry(day(2023, 2, 28), receipts, policy)
    #expect(eve.lots.map(\.remaining) == [9, 5] && eve.lots.map(\.expiry) == [nil, nil])
    #expect(Self.entry(day(2023, 3, 1), receipts, policy).expired == 14)
  }

  @Test func `an opening lot with a day of its own goes on that day, inactivity or not`() {
    var policy = Self.policy()
    policy.expire = .inactivity(.days(30))
    let person = ReferencePerson(openingPoints: 70, openingExpiry: day(2023, 6, 1))
    func entry(_ last: Day) -> ReferenceDay? {
      ReferenceMember.replay(
        [Self.receipt(day(2023, 1, 1), 10_00)], of: person, by: Rules(ladder: .single, points: policy), through: last
      ).last
    }
    let idle = entry(day(2023, 1, 31))
    #expect(idle?.expired == 10 && idle?.lots.map(\.remaining) == [70])
    #expect(entry(day(2023, 5, 31))?.lots.map(\.remaining) == [70])
    #expect(entry(day(2023, 6, 1))?.expired == 70)
  }

  @Test func `a return of a receipt takes its points in proportion, in all never more than they were`() {
    var policy = Self.policy()
    policy.rounding = .up
    policy.cap = PointsCap(Points(50), per: .day)
    let bought = Self.receipt(day(2023, 1, 1), 150_00)  // 150, of which 50 are issued
    let other = Self.receipt(day(2023, 1, 2), 40_00)
    let receipts = [
      bought, other, Self.receipt(day(2023, 1, 3), -50_00, returning: 0),
      Self.receipt(day(2023, 1, 4), -200_00, returning: 0),
    ]
    // 50 x 50 / 150 = 16.7, up to 17; then 66.7, but only 50 - 17 = 33 are left of that receipt.
    #expect(Self.entry(day(2023, 1, 3), receipts, policy).clawedBack == 17)
    let end = Self.entry(day(2023, 1, 4), receipts, policy)
    #expect(end.clawedBack == 33 && end.waived == 0 && end.lots.map(\.remaining) == [40])
  }

  @Test
  func `a return without an original claims the rate of its own day, without the cap, and waives what is not there`() {
    var policy = Self.policy()
    policy.cap = PointsCap(Points(30), per: .day)
    policy.tiers = [TierRate(name: "T1")]
    policy.tiers[0].earn.base = Multiplier(Ratio(2))
    let receipts = [Self.receipt(day(2023, 1, 1), 100_00), Self.receipt(day(2023, 1, 2), -20_55)]
    // Tier 1 since the purchase: floor(20.55 x 2) = 41, of which 30 are there.
    let end = Self.entry(day(2023, 1, 2), receipts, policy, Self.ladder(100_00))
    #expect(end.clawedBack == 30 && end.waived == 11 && end.lots.isEmpty && end.tier == 1)
    #expect(end.receipts.count == 1 && end.receipts[0] == (tierBefore: 1, points: 0))
  }

  @Test func `returns take from what expires first, pending or not`() {
    var policy = Self.policy()
    policy.pending = .days(60)
    policy.expire = .afterEarning(.months(1))
    // Both expire on 28 February, so the older goes first; the lot of 1 February goes last.
    let receipts = [
      Self.receipt(day(2023, 1, 30), 10_00), Self.receipt(day(2023, 1, 31), 10_00),
      Self.receipt(day(2023, 1, 31), 10_00),
      Self.receipt(day(2023, 2, 1), 10_00), Self.receipt(day(2023, 2, 2), -25_00),
    ]
    #expect(Self.entry(day(2023, 2, 2), receipts, policy).lots.map(\.remaining) == [5, 10])
  }

  @Test func `points towards a tier are those earned less those clawed back`() {
    var ladder = Self.ladder(1_000_00)
    ladder.tiers[1].points.base = Points(100)
    let receipts = [
      Self.receipt(day(2023, 1, 1), 90_00), Self.receipt(day(2023, 1, 2), -20_00), Self.receipt(day(2023, 1, 3), 29_00),
      Self.receipt(day(2023, 1, 4), 1_00),
    ]
    // 90 - 20 + 29 = 99, then 100.
    let replay = ReferenceMember.replay(
      receipts, by: Rules(ladder: ladder, points: Self.policy()), through: day(2023, 1, 4))
    #expect(replay.map(\.tier) == [0, 0, 0, 1])
  }
}
