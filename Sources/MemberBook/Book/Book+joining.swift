public import Messages
import Numerics

extension Book {
  /// The book with what is said of its members elsewhere. Members that only `table` or `actions` know come after those
  /// who bought, in the order in which they are named there; what the book had of profiles and actions is replaced.
  public func joined(by table: MemberTable?, _ actions: ActionTable?) throws(Diagnostic) -> Book {
    var ids = members.table
    if let table { _ = ids.codes(adding: table.ids) }
    let people = actions?.member.codes(in: &ids, blank: .max) ?? []
    let others = actions?.other.codes(in: &ids, blank: .max) ?? []

    var book = self
    if ids.count > members.count {
      book.members = Members(ids)
      try book.members.checkKeys(.unattended)
      book.purchases = purchases.extended(toMembers: ids.count)
    }
    book.profiles = table.map { table in
      table.profiles.gathered(
        (0..<ids.count).map { member in ids.texts.withText(member) { table.ids.find($0) }.map { Int($0) } })
    }
    book.actions = actions.map { table in
      // Nobody becomes a member by being named as one who is given points.
      var receivers: [Int32] = []
      if table.transfers > 0 {
        receivers = (0..<table.count).map { i in
          table.to[i].isEmpty ? -1 : ids.find(Array(table.to[i].utf8).span).map { Int32(clamping: $0) } ?? -1
        }
      }
      return Actions(of: table, people: people, others: others, receivers: receivers, members: ids.count)
    }
    return book
  }
}

extension Purchases {
  /// The same purchases, of members of whom those beyond the present ones bought nothing.
  func extended(toMembers count: Int) -> Purchases {
    let last = start.last ?? 0
    return Purchases(
      count: self.count, start: start + Array(repeating: last, count: max(0, count + 1 - start.count)), epoch: epoch,
      dayOffset: dayOffset, second: second, amount: amount, store: store, channel: channel, advisor: advisor,
      lineStart: lineStart, original: original, receipts: receipts)
  }
}

extension Actions {
  /// `people[i]` and `others[i]` are the members whom action i names; `UInt32.max` is nobody. `receivers` is as
  /// `receiver`, by action of the table.
  init(of table: ActionTable, people: [UInt32], others: [UInt32], receivers: [Int32], members: Int) {
    let kept = people.indices.filter { people[$0] != .max }
    let order = kept.sorted { one, other in
      (people[one], table.dayNumber[one], table.second[one], one)
        < (people[other], table.dayNumber[other], table.second[other], other)
    }
    var start = Array(repeating: UInt32(0), count: members + 1)
    for i in order { start[Int(people[i]) + 1] += 1 }
    for m in 0..<members { start[m + 1] += start[m] }
    let rows = order.map { UInt32($0) }
    self.init(
      count: order.count, start: start, dayNumber: order.map { table.dayNumber[$0] },
      second: table.second.allSatisfy { $0 == 0 } ? [] : order.map { table.second[$0] },
      kind: order.map { table.kind[$0] }, kinds: table.kinds,
      givesPoints: (0..<table.kinds.count).map { PointTransfer.names.contains(table.kinds.name($0)) },
      receiver: receivers.isEmpty ? [] : order.map { receivers[$0] },
      other: others.allSatisfy { $0 == .max } ? [] : order.map { others[$0] == .max ? -1 : Int32(others[$0]) },
      points: table.points.gathered(rows), detail: table.detail.gathered(rows))
  }
}
