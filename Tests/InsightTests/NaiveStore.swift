import MemberBook
import Quantities

/// A small store's lines as they were drawn, beside the book that was made of them.
struct NaiveStore {
  struct Line {
    let member: Int
    let receipt: Int
    let day: Day
    let second: Int32
    let amount: Int64
    let store: String
    let category: String
    let channel: String
    let quantity: Int32
    let cost: Int64
  }

  struct Receipt {
    let day: Day
    let second: Int32
    let store: String
    let channel: String
    var lines: [Line]
    var net: Int64 { lines.reduce(0) { $0 + $1.amount } }
  }

  static let first = Day(number: 19_723)
  static let categories = ["A", "B", "C"]
  static let stores = ["s1", "s2"]
  static let channels = ["web", "till"]

  let lines: [Line]
  let memberCount: Int
  let book: Book

  /// Ties are heavy: few prices, few days.
  init(seed: UInt64, members: Int = 60, days: Int = 400) throws {
    var dice = Dice(seed: seed)
    var lines: [Line] = []
    var receipt = 0
    for member in 0..<members {
      // The last are heavy buyers, so that some members have long runs.
      for _ in 0..<(member % 10 == 9 ? dice.int(5...80) : dice.int(1...4)) {
        receipt += 1
        let day = NaiveStore.first + dice.int(0...days - 1)
        let (store, channel) = (dice.pick(NaiveStore.stores), dice.pick(NaiveStore.channels))
        let second = Int32(dice.int(9...21) * 3600)
        let sign: Int64 = dice.chance(12) ? -1 : 1
        for _ in 0..<dice.int(1...3) {
          lines.append(
            Line(
              member: member, receipt: receipt, day: day, second: second,
              amount: sign * Int64(dice.pick([0, 100, 100, 250, 1_000, 9_999, dice.int(1...20_000)])), store: store,
              category: dice.pick(NaiveStore.categories + [""]), channel: channel,
              quantity: Int32(dice.pick([1, 1, 2, 3])) * 1000, cost: Int64(dice.int(1...5_000))))
        }
      }
    }
    var builder = BookBuilder(duplicates: .keep)
    for line in lines {
      try builder.append(
        member: "m\(line.member)", day: line.day, second: line.second, amount: line.amount, store: line.store,
        category: line.category, channel: line.channel, receipt: "r\(line.receipt)", quantity: line.quantity,
        cost: line.cost)
    }
    self.lines = lines
    memberCount = members
    book = try builder.finish()
  }

  /// A member's receipts, oldest first.
  func receipts(of member: Int) -> [Receipt] {
    Dictionary(grouping: lines.filter { $0.member == member }, by: \.receipt).sorted { $0.key < $1.key }.map {
      _, lines in
      Receipt(
        day: lines[0].day, second: lines[0].second, store: lines[0].store, channel: lines[0].channel, lines: lines)
    }.sorted { $0.day < $1.day }
  }
}
