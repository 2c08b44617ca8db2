/// What a repeat purchase brought, by how often members bought: repeat buyers in fifths, as even as ties allow, and
/// those with the same number of repeats always together.
public struct FrequencyBaskets: Sendable, Equatable {
  /// Repeat buyers of like frequency.
  public struct Fifth: Sendable, Equatable {
    /// The fewest and the most repeats in it.
    public let repeats: ClosedRange<Double>
    /// How many of them there are.
    public let members: Int
    /// Spend ÷ repeat purchases, in major units.
    public let basket: Double
  }

  /// Ascending by repeats; fewer than five where ties fill several. Never empty.
  public let fifths: [Fifth]

  init(_ baskets: RepeatBaskets) {
    var fifths: [(fifth: Int, rows: Range<Int>)] = []
    var row = 0
    while row < baskets.count {
      var next = row
      while next < baskets.count && baskets.repeats[next] == baskets.repeats[row] { next += 1 }
      let fifth = 5 * (row + next) / 2 / baskets.count
      if let last = fifths.last, last.fifth == fifth {
        fifths[fifths.count - 1].rows = last.rows.lowerBound..<next
      } else {
        fifths.append((fifth, row..<next))
      }
      row = next
    }
    self.fifths = fifths.map { _, rows in
      let purchases = rows.reduce(0) { $0 + baskets.repeats[$1] }
      let spend = rows.reduce(0) { $0 + baskets.repeats[$1] * baskets.means[$1] }
      return Fifth(
        repeats: baskets.repeats[rows.lowerBound]...baskets.repeats[rows.upperBound - 1], members: rows.count,
        basket: spend / purchases)
    }
  }

  /// That of the fifth which a member with so many repeats falls into; of the first for a one-time buyer.
  public func expected(repeats: Double) -> Double {
    (fifths.last { $0.repeats.lowerBound <= repeats } ?? fifths[0]).basket
  }
}
