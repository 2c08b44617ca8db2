/// Who of the guests is expected to sit there. Every guest comes with the same chance; seats go in the order of the list,
/// and those who do not come leave theirs to the next. So once the seats are taken, they are taken by the first guests
/// of the list, each with that chance.
struct Seating: Sendable {
  let invited: Int
  /// Sums over the first i guests: of baskets, and of baskets times the chance to buy anyway. Minor units.
  private var baskets: [Double] = [0]
  private var usual: [Double] = [0]

  init(_ guests: [GuestList.Guest]) {
    invited = guests.count
    var (sum, part) = (0.0, 0.0)
    for guest in guests {
      sum += guest.basket
      part += guest.basket * guest.chance
      baskets.append(sum)
      usual.append(part)
    }
  }

  /// How many of the list the seats reach, where each comes with chance `show`.
  func reach(show: Double, capacity: Int?) -> Double {
    guard let capacity, Double(invited) * show > Double(capacity) else { return Double(invited) }
    return Double(capacity) / show
  }

  /// The mean usual basket of the first `reach` guests.
  func basket(reach: Double) -> Double { sum(baskets, reach) / reach }

  /// What one of the first `reach` guests would have spent that day anyway, each by their own chance: Σ chance × basket
  /// ÷ guests.
  func spentAnyway(reach: Double) -> Double { sum(usual, reach) / reach }

  private func sum(_ sums: [Double], _ reach: Double) -> Double {
    let whole = min(Int(reach), invited)
    guard whole < invited else { return sums[invited] }
    return sums[whole] + (sums[whole + 1] - sums[whole]) * (reach - Double(whole))
  }
}
