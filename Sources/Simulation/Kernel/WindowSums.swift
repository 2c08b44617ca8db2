/// What a qualification window holds: net spend in minor units, days with a positive net, receipts, points.
public struct WindowSums: Sendable, Equatable {
  public var spend: Int64 = 0
  public var visits: Int64 = 0
  public var purchases: Int64 = 0
  public var points: Int64 = 0
}

/// The days of one member that a window may hold, oldest first, and their sums.
struct Window: Sendable {
  private struct DayEntry {
    var tick: Int32
    var purchases: Int32
    var net: Int64
    var points: Int64
  }

  private(set) var sums = WindowSums()
  private var days: [DayEntry] = []
  private var head = 0

  /// Forgets everything, for the next member.
  mutating func reset() {
    sums = WindowSums()
    days.removeAll(keepingCapacity: true)
    head = 0
  }

  /// Adds a receipt or a clawback of the day `tick`, which is not before any day added earlier.
  @inline(__always)
  mutating func add(tick: Int32, net: Int64, purchases: Int32, points: Int64) {
    sums.spend += net
    sums.purchases += Int64(purchases)
    sums.points += points
    let last = days.count - 1
    if last >= head && days[last].tick == tick {
      let before = days[last].net
      days[last].net = before + net
      days[last].purchases += purchases
      days[last].points += points
      sums.visits += VisitRule.change(from: before, adding: net)
    } else {
      days.append(DayEntry(tick: tick, purchases: purchases, net: net, points: points))
      sums.visits += VisitRule.change(from: 0, adding: net)
    }
  }

  /// Lets the days before `first` fall out.
  @inline(__always)
  mutating func drop(before first: Int32) {
    while head < days.count && days[head].tick < first {
      let day = days[head]
      sums.spend -= day.net
      sums.purchases -= Int64(day.purchases)
      sums.points -= day.points
      sums.visits -= VisitRule.isVisit(net: day.net) ? 1 : 0
      head += 1
    }
  }

  /// The oldest day still in the window.
  @inline(__always)
  var oldest: Int32? { head < days.count ? days[head].tick : nil }

  /// The net of the day `tick` so far.
  @inline(__always)
  func net(on tick: Int32) -> Int64 {
    guard let last = days.last, last.tick == tick else { return 0 }
    return last.net
  }
}
