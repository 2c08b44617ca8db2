import Programme
import Quantities

/// A receipt whose place among the member's is not settled yet.
private struct Draft {
  var id: Int
  var day: Day
  var second: Int32
  var amount: Int64 = 0
  /// The purchase that this return takes back, by id.
  var original: Int?

  static func inOrder(_ one: Draft, _ other: Draft) -> Bool {
    (one.day, one.second, one.id) < (other.day, other.second, other.id)
  }
}

extension Dice {
  /// One member's receipts, on and around the days and amounts at which `rules` decide.
  mutating func receipts(under rules: Rules) -> [ReferenceReceipt] {
    var drafts = purchases(under: rules)
    for purchase in drafts where chance(20) {
      drafts.append(takingBack(purchase, id: drafts.count, under: rules))
      // Again, and together more than was bought.
      if chance(30) { drafts.append(takingBack(purchase, id: drafts.count, under: rules)) }
    }
    for _ in 0..<pick([0, 0, 1, 2]) {
      let (day, second) = place(among: drafts, under: rules)
      drafts.append(Draft(id: drafts.count, day: day, second: second, amount: -amount(1...60_000)))
    }
    drafts.sort(by: Draft.inOrder)
    let places = Dictionary(uniqueKeysWithValues: drafts.enumerated().map { ($1.id, $0) })
    return drafts.map { draft in
      ReferenceReceipt(
        day: draft.day, second: draft.second, amount: draft.amount, store: pick(RandomCase.stores),
        lines: lines(of: draft.amount), original: draft.original.flatMap { places[$0] })
    }
  }

  private mutating func purchases(under rules: Rules) -> [Draft] {
    var drafts: [Draft] = []
    for id in 0..<pick([1, 3, 8, 8, 15, 15, 25, 40]) {
      let (day, second) = place(among: drafts, under: rules)
      drafts.append(Draft(id: id, day: day, second: second))
    }
    drafts.sort(by: Draft.inOrder)
    let thresholds = prices(of: rules)
    var run: [Int64] = []
    for index in drafts.indices {
      drafts[index].amount = price(after: run, thresholds)
      run.append(drafts[index].amount)
    }
    return drafts
  }

  /// What takes a member to a threshold of spend, or at the base rate to one of points.
  private func prices(of rules: Rules) -> [Int64] {
    var prices = rules.ladder.tiers.flatMap { $0.spend.values.map(\.minor) }
    prices += rules.ladder.tiers.flatMap { $0.tasks.flatMap { $0.spend.values.map(\.minor) } }
    if let rate = rules.points?.earn.base, rate.points > .zero {
      let price = Fraction(rate.per.minor) / Fraction(rate.points)
      let points = rules.ladder.tiers.flatMap { $0.points.values.map(\.count) }
      prices += points.map { (Fraction($0) * price).rounded(.up) }
    }
    return prices
  }

  /// Often what is missing to a threshold after the last few purchases, to the cent, or a cent beside it.
  private mutating func price(after run: [Int64], _ thresholds: [Int64]) -> Int64 {
    if chance(8) { return 0 }
    if !thresholds.isEmpty && chance(45) {
      let missing = pick(thresholds) - run.suffix(int(0...4)).reduce(0, +) + Int64(pick([0, 0, 0, 0, -1, 1]))
      if missing > 0 { return missing }
    }
    return chance(50) ? amount(1...30_000) : Int64(int(1...300)) * 100
  }

  private mutating func takingBack(_ purchase: Draft, id: Int, under rules: Rules) -> Draft {
    let whole = max(purchase.amount, 1)
    let amount = pick([whole, whole, amount(1...whole), amount(1...whole), whole + amount(1...whole)])
    let days = pick([0, 0, 1, 7, 30, 31, 90, 365])
    // On the same day in the same second or at its end, so that it comes after.
    let second = days == 0 ? pick([purchase.second, 86_399]) : pick(clock)
    // What cost nothing cannot be taken back by name.
    let original = purchase.amount > 0 && chance(75) ? purchase.id : nil
    return Draft(id: id, day: purchase.day + days, second: second, amount: -amount, original: original)
  }

  /// Any day, a turning day, or one on which something that an earlier receipt began comes to its end.
  private mutating func place(among drafts: [Draft], under rules: Rules) -> (day: Day, second: Int32) {
    let second = chance(60) ? pick(clock) : Int32(int(0...86_399))
    guard !drafts.isEmpty && chance(60) else { return (chance(40) ? turningDay() : anyDay(), second) }
    let earlier = pick(drafts)
    // The same day, half of them in the same second.
    if chance(25) { return (earlier.day, chance(50) ? earlier.second : second) }
    let end = end(of: earlier.day, under: rules) + pick([0, 0, 0, -1, 1])
    return (end <= RandomCase.span.last && end >= RandomCase.span.first ? end : anyDay(), second)
  }

  private var clock: [Int32] { [0, 0, 9 * 3600, 9 * 3600 - 1, 14 * 3600, 17 * 3600 - 1, 17 * 3600, 86_399] }
}
