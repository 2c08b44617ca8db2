internal import Messages
internal import Numerics
internal import Quantities

/// Purchases by day, and by store and month.
struct CoverageTally {
  private(set) var byDay: [Int]
  private let monthCount: Int
  /// Store after store; empty where there would be more than `mostCells`.
  private var cells: [UInt32] = []
  /// The first and the last day of each store, as offsets.
  private var bounds: [(first: UInt16, last: UInt16)]

  /// 65,536 stores over 42 years.
  private static let mostCells = 1 << 25

  init(of book: Book, _ calendar: MonthCalendar, _ job: Job) throws(Diagnostic) {
    monthCount = calendar.months.count
    byDay = Array(repeating: 0, count: calendar.monthOfDay.count)
    bounds = Array(repeating: (.max, 0), count: book.stores.count)
    if book.stores.count * monthCount <= Self.mostCells {
      cells = Array(repeating: 0, count: book.stores.count * monthCount)
    }
    let purchases = book.purchases
    let (stores, days, offsets) = (purchases.store, purchases.dayOffset, calendar.offsets)
    for receipt in 0..<purchases.count {
      if receipt & 0xFFFFF == 0 { try job.check() }
      let offset = Int(days[receipt])
      guard purchases.amount[receipt] >= 0, offset >= offsets.lowerBound, offset <= offsets.upperBound else { continue }
      let day = offset - offsets.lowerBound
      byDay[day] += 1
      let store = stores.isEmpty ? 0 : Int(stores[receipt])
      if days[receipt] < bounds[store].first { bounds[store].first = days[receipt] }
      if days[receipt] > bounds[store].last { bounds[store].last = days[receipt] }
      if !cells.isEmpty { cells[store * monthCount + Int(calendar.monthOfDay[day])] += 1 }
    }
  }

  func stores(_ calendar: MonthCalendar, epoch: Day, isGiven: Bool) -> [Coverage.Store] {
    guard !cells.isEmpty else { return [] }
    return bounds.indices.compactMap { store in
      let (first, last) = bounds[store]
      guard first <= last else { return nil }
      func month(_ offset: UInt16) -> Int { Int(calendar.monthOfDay[Int(offset) - calendar.offsets.lowerBound]) }
      let counts = cells[(store * monthCount + month(first))...(store * monthCount + month(last))].map { Int($0) }
      return Coverage.Store(
        code: isGiven ? store : nil, first: epoch + Int(first), last: epoch + Int(last),
        purchases: counts.reduce(0, +), byMonth: counts)
    }
  }
}
