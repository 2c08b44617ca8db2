import MemberBook
import Messages
import Programme

/// What of each receipt counts towards tiers, where a ladder restricts that.
struct CountedAmounts: Sendable {
  /// By receipt: the net of the lines that match, in minor units; 0 where none does.
  let net: MinorColumn

  /// Nil where everything counts.
  /// - Throws: `.noData` where the ladder asks for full prices and the data have no discounts.
  init?(_ ladder: Ladder, _ timeline: Timeline, _ history: PurchaseHistory) throws(Diagnostic) {
    guard let condition = ladder.counts else { return nil }
    let book = history.book
    try condition.checkDiscounts(of: ladder.title, book)
    let purchases = book.purchases
    // By day: where the condition is decided, whether it holds; else what is left of it.
    var known: [DayCondition: ConditionProgram] = [:]
    var days = [DayCondition?](repeating: nil, count: timeline.count)
    var net = MinorColumn()
    net.reserveCapacity(purchases.walkIns.lowerBound)
    for member in 0..<book.members.count {
      for index in purchases.range(of: member) {
        let receipt = ReceiptFacts(
          member: member, index: index, tick: Int(purchases.dayOffset[index]) + 1,
          second: purchases.second.isEmpty ? 0 : purchases.second[index], net: purchases.amount[index])
        guard receipt.tick < days.count else {
          // Beyond the last day that is asked about.
          net.append(0)
          continue
        }
        let today = days[receipt.tick] ?? condition.on(timeline.day(receipt.tick))
        days[receipt.tick] = today
        switch today {
        case .always: net.append(receipt.net)
        case .never: net.append(0)
        case .depends(let rest):
          let program = known[today] ?? ConditionProgram(rest, history, timeline)
          known[today] = program
          net.append(program.amount(of: receipt, book) ?? 0)
        }
      }
    }
    self.net = net
  }
}

extension Condition {
  /// - Throws: where it turns on discounts that the data do not have.
  func checkDiscounts(of owner: Message, _ book: Book) throws(Diagnostic) {
    guard looksAtDiscounts, book.lines.discount.isEmpty else { return }
    throw Diagnostic(ReplayProblem.noDiscounts(in: owner))
  }
}
