import Numerics
public import Quantities

/// The reference input of the benchmarks: purchases of `members` members over 730 days, heavy-tailed in how often they
/// come, written in date order as `member,day,store,amount,category`. A million members make about 20.9 million purchases.
///
/// The same seed gives the same bytes on every machine: chance is keyed, and only integers and IEEE + − × ÷ √ are used.
public struct ReferenceInput: Sendable {
  /// How many members buy.
  public let members: Int
  /// The same seed gives the same bytes.
  public let seed: UInt32
  /// How many days the purchases are on.
  public static let days = 730
  /// 2023-01-01.
  public static let firstDay = Day(number: 19_358)

  /// A million members unless said otherwise.
  public init(members: Int = 1_000_000, seed: UInt32 = 1) {
    self.members = members
    self.seed = seed
  }

  /// Purchases are put in order by day and, within it, by one of so many slots.
  private static let slots = 64

  private struct Purchase {
    var member: UInt32
    var step: UInt32
  }

  /// Writes the file piece by piece; a piece ends with a line.
  public func write(to output: (_ piece: [UInt8]) throws -> Void) rethrows {
    let frequency = KeyedChance(seed: seed, purpose: 1)
    let visits = KeyedChance(seed: seed, purpose: 2)
    var counts = [UInt32](repeating: 0, count: members)
    var next = [Int](repeating: 0, count: Self.days * Self.slots + 1)
    for member in 0..<members {
      counts[member] = count(frequency.words(subject: UInt64(member), step: 0, draw: 0).0)
      for step in 0..<counts[member] {
        next[slot(visits.words(subject: UInt64(member), step: step, draw: 0).0) + 1] += 1
      }
    }
    for i in 1..<next.count { next[i] += next[i - 1] }
    let ends = next
    var purchases = [Purchase](repeating: Purchase(member: 0, step: 0), count: next[next.count - 1])
    for member in 0..<members {
      for step in 0..<counts[member] {
        let slot = slot(visits.words(subject: UInt64(member), step: step, draw: 0).0)
        purchases[next[slot]] = Purchase(member: UInt32(member), step: step)
        next[slot] += 1
      }
    }
    var piece = Array("member,day,store,amount,category\n".utf8)
    for day in 0..<Self.days {
      let date = Array((Self.firstDay + day).description.utf8)
      for purchase in purchases[ends[day * Self.slots]..<ends[(day + 1) * Self.slots]] {
        let word = visits.words(subject: UInt64(purchase.member), step: purchase.step, draw: 0).1
        append(purchase.member, date, word, to: &piece)
        if piece.count > 1 << 20 {
          try output(piece)
          piece.removeAll(keepingCapacity: true)
        }
      }
    }
    try output(piece)
  }

  /// How often a member comes: Pareto of shape 2, at least 10 times and at most 730, 20.9 times on average.
  private func count(_ word: UInt64) -> UInt32 {
    UInt32(min(10.8 / unitInterval(word).squareRoot(), 730))
  }

  /// The day and slot of a purchase, all alike.
  private func slot(_ word: UInt64) -> Int {
    Int(word.multipliedFullWidth(by: UInt64(Self.days * Self.slots)).high)
  }

  private func append(_ member: UInt32, _ date: [UInt8], _ word: UInt64, to piece: inout [UInt8]) {
    let store = 1 + word & 0x3F
    let category = word >> 6 & 0x0F
    let spread = unitInterval(word << 10)
    // Between 8.00 and 2,000.00, a half of it below 32.00.
    let amount = Int(min(800 / (spread * spread), 200_000))
    append(1_000_001 + Int(member), to: &piece)
    piece.append(0x2C)
    piece.append(contentsOf: date)
    piece.append(0x2C)
    append(Int(store), to: &piece)
    piece.append(0x2C)
    append(amount / 100, to: &piece)
    piece.append(0x2E)
    piece.append(UInt8(0x30 + amount / 10 % 10))
    piece.append(UInt8(0x30 + amount % 10))
    piece.append(0x2C)
    piece.append(0x63)
    append(Int(category), to: &piece)
    piece.append(0x0A)
  }

  private func append(_ number: Int, to piece: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &piece) }
    piece.append(UInt8(0x30 + number % 10))
  }
}
