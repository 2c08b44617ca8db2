import MemberBook
import Messages
import Numerics
import Quantities

extension Replay {
  /// Counts members in each of the groups that receipts are split into; nothing where they are not.
  func countMembers(
    in outcome: inout Outcome, over range: DayRange, _ grouping: ReceiptGrouping, _ job: Job
  ) throws(Diagnostic) {
    guard grouping.split != nil else { return }
    let book = history.book
    let empty = GroupCounter(book, grouping, over: range)
    let parts = try ofEachSlice(job: job) { members in
      var counter = empty
      for member in members { counter.count(member) }
      return (counter.members, counter.retention)
    }
    for (members, retention) in parts {
      outcome.inGroups.add(members)
      outcome.retentionInGroups.add(retention)
    }
    guard grouping.split == .month, let referrals = history.facts?.referrals else { return }
    let first = range.first - (book.firstDay - 1)
    for tick in referrals.ticks.values.joined() where (first..<first + range.count).contains(Int(tick)) {
      outcome.inGroups[grouping.group(ofDay: Int(tick))][.referrals] += 1
    }
  }
}

/// Counts members once in every group that they have receipts in.
private struct GroupCounter: Sendable {
  /// By group.
  private(set) var members: [Stock]
  private(set) var retention: [Retention]
  private let book: Book
  private let grouping: ReceiptGrouping
  private let range: DayRange
  private let earlier: DayRange
  /// By day of the book, where groups are months: the month that is held against it, -1 where none is.
  private var monthAfter: [Int32] = []
  /// Of the present member, by group.
  private var states: [State]
  private var touched: [Int] = []

  private struct State: Sendable {
    var isTouched = false
    var wasActive = false
    var activity = MemberActivity()
    /// The day on which receipts are being added up, and what they come to.
    var day = -1
    var sum: Int64 = 0

    mutating func endDay() {
      if VisitRule.isVisit(net: sum) { activity.visits += 1 }
      sum = 0
    }
  }

  init(_ book: Book, _ grouping: ReceiptGrouping, over range: DayRange) {
    self.book = book
    self.grouping = grouping
    self.range = range
    earlier = range.earlier
    members = Array(repeating: Stock(), count: grouping.count)
    retention = Array(repeating: Retention(), count: grouping.count)
    states = [State](repeating: State(), count: grouping.count)
    guard grouping.split == .month else { return }
    let days = book.lastDay - book.firstDay + 1
    monthAfter = [Int32](repeating: -1, count: days)
    // No day is held against two months.
    for (month, before) in range.months.map(\.monthBefore).enumerated() {
      let first = max(before.first - book.firstDay, 0)
      for day in first..<max(first, min(before.last - book.firstDay + 1, days)) { monthAfter[day] = Int32(month) }
    }
  }

  mutating func count(_ member: Int) {
    for index in book.purchases.range(of: member) {
      let day = book.purchases.day(index)
      let receipt = ReceiptFacts(
        member: member, index: index, tick: Int(book.purchases.dayOffset[index]) + 1, second: 0,
        net: book.purchases.amount[index])
      if PurchaseRule.isPurchase(net: receipt.net) { noteEarlier(receipt, on: day) }
      if range.contains(day) { note(receipt) }
    }
    for group in touched {
      states[group].endDay()
      if states[group].wasActive { retention[group].count(states[group].activity.isActive) }
      if states[group].activity.isRepeating { members[group][.repeating] += 1 }
      states[group] = State()
    }
    touched.removeAll(keepingCapacity: true)
  }

  private mutating func noteEarlier(_ receipt: ReceiptFacts, on day: Day) {
    guard grouping.split != .month else {
      let month = Int(monthAfter[Int(book.purchases.dayOffset[receipt.index])])
      if month >= 0 {
        touch(month)
        states[month].wasActive = true
      }
      return
    }
    guard earlier.contains(day) else { return }
    eachGroup(of: receipt) { counter, group, _ in counter.states[group].wasActive = true }
  }

  private mutating func note(_ receipt: ReceiptFacts) {
    eachGroup(of: receipt) { counter, group, amount in
      if PurchaseRule.isPurchase(net: receipt.net) { counter.states[group].activity.purchases += 1 }
      if counter.states[group].day != receipt.tick {
        counter.states[group].endDay()
        counter.states[group].day = receipt.tick
      }
      counter.states[group].sum += amount
    }
  }

  /// The groups that a receipt is in, with what of it is: by category as often as it has lines.
  private mutating func eachGroup(
    of receipt: ReceiptFacts, _ body: (inout GroupCounter, _ group: Int, _ amount: Int64) -> Void
  ) {
    guard grouping.splitsLines else {
      let group = grouping.group(of: receipt)
      touch(group)
      return body(&self, group, receipt.net)
    }
    for line in book.purchases.lines(of: receipt.index) {
      let group = grouping.group(of: receipt, line: line)
      touch(group)
      body(&self, group, book.amount(ofLine: line, receiptNet: receipt.net))
    }
  }

  private mutating func touch(_ group: Int) {
    guard !states[group].isTouched else { return }
    states[group].isTouched = true
    touched.append(group)
  }
}
