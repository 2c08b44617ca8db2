import Intake
import MemberBook
import Quantities
import Testing

/// The truth shows in the data. Tolerances are about four standard errors of 8,000 members.
@Suite struct DemoTruthTests {
  private let book: Book
  private let truth = Measured.truth
  private var purchases: Purchases { book.purchases }
  private var sales: [Int] { (0..<purchases.count).filter { purchases.amount[$0] >= 0 } }

  init() throws { book = try Measured.book.get() }

  @Test func `most come a few times a year, some every week`() {
    let rates = Measured.members.map(\.weeklyVisits).sorted()
    let mean = rates.reduce(0, +) / Double(rates.count)
    #expect(mean.isNear(truth.r / truth.alpha, within: 0.07))
    // Gamma(1/2) is half a chi-square of one degree of freedom: its median is 0.4549 ÷ 2, and 6 is passed by 1.431 %.
    #expect(rates[rates.count / 2].isNear(0.4549 / 2 / truth.alpha, within: 0.1))
    #expect((Double(rates.count { $0 >= 1 }) / Double(rates.count)).isNear(0.01431, within: 0.4))
    let visits = (0..<book.members.count).map { purchases.range(of: $0).count }.sorted(by: >)
    let top = visits.prefix(visits.count / 5).reduce(0, +)
    #expect((0.55...0.75).contains(Double(top) / Double(visits.reduce(0, +))))
  }

  @Test func `members leave with the chance that is stated`() {
    let mean = Measured.members.map(\.leaving).reduce(0, +) / Double(Measured.members.count)
    let stated = Double(truth.a) / Double(truth.a + truth.b)
    #expect(mean.isNear(stated, within: 0.05))
    // Who comes every other week and has a year to do so comes again unless they left at once.
    let frequent = Measured.members.filter { $0.weeklyVisits > 0.5 && truth.lastDay - $0.firstVisit > 365 }
    let once = frequent.count { member in
      purchases.range(of: member.number).count { purchases.amount[$0] >= 0 } == 1
    }
    #expect((Double(once) / Double(frequent.count) - stated).magnitude < 0.04)
  }

  @Test func `members' purses show in what they pay`() {
    let members = Measured.members
    #expect((members.map(\.purse).reduce(0, +) / Double(members.count)).isNear(1, within: 0.04))
    func perLine(_ members: [DemoMember]) -> (paid: Double, purse: Double) {
      var (paid, purse, count) = (0.0, 0.0, 0.0)
      for member in members {
        for receipt in purchases.range(of: member.number) where purchases.amount[receipt] >= 0 {
          let lines = Double(purchases.lines(of: receipt).count)
          paid += Double(purchases.amount[receipt])
          purse += member.purse * lines
          count += lines
        }
      }
      return (paid / count, purse / count)
    }
    let high = perLine(members.filter { $0.purse > 1.3 })
    let low = perLine(members.filter { $0.purse < 0.8 })
    #expect((high.paid / low.paid).isNear(high.purse / low.purse, within: 0.06))
  }

  @Test func `members are mostly served by their own advisor`() throws {
    var served = (own: 0, of: 0)
    for member in Measured.members {
      let home = truth.stores[member.homeStore]
      let (store, advisor) = (
        try #require(book.stores.code(of: home.name)),
        try #require(book.advisors.code(of: home.advisors[member.advisor]))
      )
      for receipt in purchases.range(of: member.number)
      where purchases.store[receipt] == store && purchases.advisor[receipt] != 0 {
        served.of += 1
        if purchases.advisor[receipt] == advisor { served.own += 1 }
      }
    }
    let stated = Double(truth.loyalToAdvisor) / 1_000
    #expect((Double(served.own) / Double(served.of)).isNear(stated + (1 - stated) / 4, within: 0.02))
  }

  @Test func `stores have their shares, and their own returns`() throws {
    let all = sales
    for store in truth.stores {
      let code = try #require(book.stores.code(of: store.name))
      let own = all.count { purchases.store[$0] == code }
      #expect((Double(own) / Double(all.count) - Double(store.share) / 1_000).magnitude < 0.05)
      let members = own - purchases.walkIns.count { purchases.store[$0] == code }
      let returns = (0..<purchases.count).count { purchases.amount[$0] < 0 && purchases.store[$0] == code }
      #expect((Double(returns) / Double(members) - Double(store.returned) / 1_000).magnitude < 0.01)
    }
    let walkIns = Double(purchases.walkIns.count)
    #expect(walkIns.isNear(Double(2 * truth.walkIn * Measured.boutique.members) / 1_000, within: 0.05))
  }

  @Test func `winter coats are dear and summer's cheap`() throws {
    let coat = try #require(truth.categories.first { $0.name == "外套" })
    let code = try #require(book.categories.code(of: coat.name))
    func price(_ months: Set<Int>) -> Double {
      var (list, pieces) = (0.0, 0.0)
      for receipt in sales where months.contains(purchases.day(receipt).components.month) {
        for line in purchases.lines(of: receipt) where book.lines.category[line] == code {
          list += Double(book.lines.amount[line] + book.lines.discount[line])
          pieces += Double(book.lines.quantity[line]) / 1_000
        }
      }
      return list / pieces / 100
    }
    let stated = Double(coat.seasonal[3]) / Double(coat.seasonal[1])
    #expect((price([11, 12, 1, 2]) / price([6, 7, 8])).isNear(stated, within: 0.12))
    #expect(price([10, 11, 12]) > 1.4 * price([7, 8, 9]))
  }

  @Test(arguments: Measured.truth.holidays.map(\.name)) func `holidays show`(name: String) throws {
    let holiday = try #require(truth.holidays.first { $0.name == name })
    func isMeant(_ day: Day) -> Bool { holiday.ranges.contains { $0.contains(day) } }
    let walkIns = purchases.walkIns
    let found = Double(walkIns.count { isMeant(purchases.day($0)) })
    let stated = Measured.weight(isMeant) * Double(walkIns.count)
    #expect((found - stated).magnitude < 4 * stated.squareRoot() + 1)
    #expect(holiday.ranges.map { $0.first.components.year } == [2024, 2025])
  }

  @Test func `weekdays and hours have their profile`() throws {
    let byDay = Dictionary(grouping: sales) { purchases.day($0).weekday }.mapValues(\.count)
    for weekday in Weekday.allCases {
      let share = Double(byDay[weekday] ?? 0) / Double(sales.count)
      #expect(share.isNear(Measured.weight { $0.weekday == weekday }, within: 0.07))
    }
    for store in truth.stores {
      let code = try #require(book.stores.code(of: store.name))
      let own = sales.filter { purchases.store[$0] == code }
      let evening = own.count { purchases.second[$0] / 3_600 == 20 }
      let stated = Double(store.hours[20]) / Double(store.hours.reduce(0, +))
      #expect((Double(evening) / Double(own.count)).isNear(stated, within: 0.1))
    }
  }

  @Test func `sales weeks take off what is stated, other days now and then a little`() {
    var counter = (taken: 0, of: 0)
    for receipt in sales {
      let day = purchases.day(receipt)
      let off = truth.holidays.first { $0.ranges.contains { $0.contains(day) } }?.off ?? 0
      let lines = purchases.lines(of: receipt)
      let discount = lines.reduce(0) { $0 + book.lines.discount[$1] }
      let list = purchases.amount[receipt] + discount
      if off == 0 {
        counter.of += 1
        if discount > 0 { counter.taken += 1 }
        guard discount == 0 || discount * 100 == list * Int64(truth.counterDiscount) else {
          Issue.record("\(discount) off \(list) on \(day)")
          return
        }
      } else if discount * 100 != list * Int64(off) {
        Issue.record("\(discount) off \(list) on \(day)")
        return
      }
    }
    #expect((Double(counter.taken) / Double(counter.of)).isNear(Double(truth.counterDiscounted) / 1_000, within: 0.06))
  }
}
