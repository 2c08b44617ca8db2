import Quantities

/// What the short way adds up: by tier, apart for days before the range and within it.
struct PlainTotals {
  /// What happened to holders of one tier.
  struct Cell {
    var purchases: Int64 = 0
    var visits: Int64 = 0
    var spend: Int64 = 0
    var quantity: Int64 = 0
    var issued: Int64 = 0
    var capped: Int64 = 0
    var expired: Int64 = 0
    var upgrades: Int64 = 0
    var downgrades: Int64 = 0

    @inline(__always)
    mutating func add(_ other: Cell) {
      purchases += other.purchases
      visits += other.visits
      spend += other.spend
      quantity += other.quantity
      issued += other.issued
      capped += other.capped
      expired += other.expired
      upgrades += other.upgrades
      downgrades += other.downgrades
    }
  }

  /// First the tiers before the range, then those within it.
  var cells: [Cell]
  var stocks: [Stock]
  /// By the tier on the eve of the range.
  var retention: [Retention]
  var notYetJoined: Int64 = 0
  var finalTiers: [UInt8] = []

  init(tierCount: Int) {
    cells = [Cell](repeating: Cell(), count: 2 * tierCount)
    stocks = [Stock](repeating: Stock(), count: tierCount)
    retention = [Retention](repeating: Retention(), count: tierCount)
  }
}

extension Outcome {
  /// Adds what was found of members who come after those that are in it, and whose gross margin is `margin` millionths.
  mutating func add(_ totals: PlainTotals, margin: Int64?) {
    let tierCount = tiers.count
    for (place, cell) in totals.cells.enumerated() {
      guard place >= tierCount else {
        opening += cell.issued - cell.expired
        continue
      }
      let tier = place - tierCount
      flows[tier].purchases += cell.purchases
      flows[tier].visits += cell.visits
      flows[tier].spend += cell.spend
      flows[tier].quantity += cell.quantity
      flows[tier].issued += cell.issued
      flows[tier].capped += cell.capped
      flows[tier].expired += cell.expired
      flows[tier].upgrades += cell.upgrades
      flows[tier].downgrades += cell.downgrades
      if let margin { flows[tier].gross += Int128(cell.spend) * Int128(margin) }
    }
    for (tier, stock) in totals.stocks.enumerated() {
      stocks[tier].add(stock)
      activeInGroup[0] += stock.active
    }
    for (tier, retained) in totals.retention.enumerated() { retention[tier].add(retained) }
    notYetJoined += totals.notYetJoined
    finalTiers += totals.finalTiers
  }
}
