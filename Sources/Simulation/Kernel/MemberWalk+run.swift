import MemberBook

extension MemberWalk {
  /// Takes a member through the day `last`, and lets that day's due events happen.
  /// - Returns: false where there is nothing to do for the member until then.
  @inline(__always)
  mutating func run(_ member: Int, through last: Int) -> Bool {
    if rules.people != nil, let people = rules.people, people.hasMore(member) {
      return runAll(of: member, people, through: last)
    }
    let receipts = book.purchases.range(of: member)
    let hasTimes = !book.purchases.second.isEmpty
    guard let first = receipts.first, Int(book.purchases.dayOffset[first]) + 1 <= last else { return false }
    let start = Int(book.purchases.dayOffset[first]) + 1
    begin(member, joining: joiningTick(of: member) ?? start, on: start, firstReceipt: first)
    for index in receipts {
      // Tick 0 is the day before the first in the data.
      let tick = Int(book.purchases.dayOffset[index]) + 1
      if tick > last { break }
      advance(to: tick)
      take(
        ReceiptFacts(
          member: member, index: index, tick: tick, second: hasTimes ? book.purchases.second[index] : 0,
          net: book.purchases.amount[index]))
    }
    advance(to: last)
    return true
  }

  /// The same for a member of whom more is known than receipts. Of one moment the receipts come before the actions.
  private mutating func runAll(of member: Int, _ people: CompiledPeople, through last: Int) -> Bool {
    guard last > 0, let start = begin(member), start <= last else { return false }
    var receipts = book.purchases.range(of: member)
    var actions = people.actions?.actions.range(of: member) ?? 0..<0
    while true {
      let action = nextAction(in: &actions, people)
      let receipt = receipts.isEmpty ? nil : self.receipt(at: receipts.lowerBound)
      if let receipt, action.map({ (receipt.tick, receipt.second) <= ($0.tick, $0.second) }) ?? true {
        if receipt.tick > last { break }
        receipts.removeFirst()
        reach(receipt.tick)
        take(receipt)
      } else if let action, let tables = people.actions {
        if action.tick > last { break }
        actions.removeFirst()
        reach(action.tick)
        act(action, tables)
      } else {
        break
      }
    }
    reach(last)
    return true
  }

  /// The first action of `actions` that counts, after those that do not.
  private mutating func nextAction(in actions: inout Range<Int>, _ people: CompiledPeople) -> ActionFacts? {
    while let index = actions.first {
      if let found = people.actions?.facts(at: index) { return found }
      actions.removeFirst()
    }
    return nil
  }

  mutating func receipt(at index: Int) -> ReceiptFacts {
    ReceiptFacts(
      member: member, index: index, tick: Int(book.purchases.dayOffset[index]) + 1,
      second: book.purchases.second.isEmpty ? 0 : book.purchases.second[index], net: book.purchases.amount[index])
  }

  @inline(__always)
  private func joiningTick(of member: Int) -> Int? {
    rules.people == nil ? nil : rules.people.map { Int($0.facts.joining[member]) }
  }
}
