public import MemberBook
public import Messages
public import Numerics
public import PlanLanguage
public import Quantities

/// Which categories are bought together.
public struct Affinity: Sendable {
  /// What is looked into for categories that stand together.
  public enum Basket: String, PhrasedChoice {
    case receipt, member

    public var aliases: [Alias] {
      switch self {
      case .receipt: [Alias(zh: "小票")]
      case .member: [Alias(zh: "会员")]
      }
    }
  }

  public struct Pair: Sendable, Equatable {
    /// Codes of categories, in the order of their names.
    public let one: Int
    public let other: Int
    public let together: Int64
  }

  /// Baskets with a category at all.
  public let baskets: Int64
  /// By code: baskets with the category.
  public let counts: [Int64]
  /// Those that anyone bought, most baskets first, then by name.
  public let pairs: [Pair]

  /// Lines without a category, and receipts of less than 0, do not count.
  public init(_ book: Book, by basket: Basket, over days: DayRange, _ job: Job = .unattended) throws(Diagnostic) {
    let from = max(0, days.first - book.firstDay)
    let through = min(days.last, book.lastDay) - book.firstDay
    let members = book.members.count
    let pieces = 64
    let parts = try job.map(pieces) { piece in
      var part = AffinityPart(categories: book.categories.count)
      for member in piece * members / pieces..<(piece + 1) * members / pieces {
        for receipt in book.purchases.range(of: member) {
          let day = Int(book.purchases.dayOffset[receipt])
          if day < from || day > through || book.purchases.amount[receipt] < 0 { continue }
          for line in book.purchases.lines(of: receipt) { part.note(book.categoryCode(ofLine: line)) }
          if basket == .receipt { part.close() }
        }
        part.close()
      }
      return part
    }
    var counts = [Int64](repeating: 0, count: book.categories.count)
    var together: [Int: Int64] = [:]
    for part in parts {
      for code in counts.indices { counts[code] += part.counts[code] }
      together.merge(part.together) { $0 + $1 }
    }
    self.counts = counts
    baskets = parts.reduce(0) { $0 + $1.baskets }
    let names = (0..<counts.count).map { book.categories.name($0) }
    pairs = together.map { key, count in
      let (a, b) = (key / counts.count, key % counts.count)
      return names[a] <= names[b] ? Pair(one: a, other: b, together: count) : Pair(one: b, other: a, together: count)
    }.sorted { first, second in
      first.together != second.together
        ? first.together > second.together
        : (names[first.one], names[first.other]) < (names[second.one], names[second.other])
    }
  }
}

/// What the baskets of some members have.
private struct AffinityPart: Sendable {
  var baskets: Int64 = 0
  var counts: [Int64]
  /// By the lower code times the number of categories, plus the higher.
  var together: [Int: Int64] = [:]
  private var present: [Int] = []
  private let size: Int

  init(categories: Int) {
    size = categories
    counts = [Int64](repeating: 0, count: categories)
  }

  mutating func note(_ category: Int) {
    if category != 0, !present.contains(category) { present.append(category) }
  }

  mutating func close() {
    guard !present.isEmpty else { return }
    baskets += 1
    present.sort()
    for (place, one) in present.enumerated() {
      counts[one] += 1
      for other in present[(place + 1)...] { together[one * size + other, default: 0] += 1 }
    }
    present.removeAll(keepingCapacity: true)
  }
}
