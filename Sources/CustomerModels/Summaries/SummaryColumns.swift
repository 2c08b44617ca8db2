internal import MemberBook
internal import Quantities

/// The columns of `MemberSummaries` for some of the members.
struct SummaryColumns: Sendable {
  var repeats: [Int32] = []
  var lastDays: [Int32] = []
  var observedDays: [Int32] = []
  var repeatSpend: [Int64] = []

  init(capacity: Int) {
    repeats.reserveCapacity(capacity)
    lastDays.reserveCapacity(capacity)
    observedDays.reserveCapacity(capacity)
    repeatSpend.reserveCapacity(capacity)
  }

  init(_ book: Book, members: Range<Int>, through: Day) {
    self.init(capacity: members.count)
    let end = through - book.purchases.epoch
    for member in members {
      var first = -1
      var last = 0
      var repeats: Int32 = 0
      var spend: Int64 = 0
      book.purchases.forEachPurchaseDay(of: member) { day, net in
        guard day <= end else { return }
        if first < 0 {
          first = day
        } else {
          repeats += 1
          spend = spend.addingClamped(net)
        }
        last = day
      }
      self.repeats.append(first < 0 ? -1 : repeats)
      lastDays.append(first < 0 ? 0 : Int32(last - first))
      observedDays.append(first < 0 ? 0 : Int32(clamping: end - first))
      repeatSpend.append(spend)
    }
  }

  mutating func append(_ other: SummaryColumns) {
    repeats.append(contentsOf: other.repeats)
    lastDays.append(contentsOf: other.lastDays)
    observedDays.append(contentsOf: other.observedDays)
    repeatSpend.append(contentsOf: other.repeatSpend)
  }
}

extension Purchases {
  /// Calls `body` with each purchase day of `member` in order, as an offset from `epoch`, and that day's net in minor
  /// units. See `MemberSummaries` for what a purchase day is.
  @inline(__always)
  func forEachPurchaseDay(of member: Int, _ body: (_ day: Int, _ net: Int64) -> Void) {
    var receipts = range(of: member)
    while let receipt = receipts.first {
      let day = dayOffset[receipt]
      var net: Int64 = 0
      var hasReturn = false
      var next = receipt
      while next < receipts.upperBound && dayOffset[next] == day {
        let amount = amount[next]
        net = net.addingClamped(amount)
        if amount < 0 { hasReturn = true }
        next += 1
      }
      if net > 0 || (net == 0 && !hasReturn) { body(Int(day), net) }
      receipts = next..<receipts.upperBound
    }
  }
}

extension Book {
  /// Members' indices at which about `wanted` slices begin and end, with about as many receipts in each.
  func memberSlices(_ wanted: Int) -> [Int] {
    let total = Int(purchases.start.last ?? 0)
    var bounds = [0]
    var member = 0
    for slice in 1..<max(wanted, 2) {
      let target = UInt32(total / max(wanted, 2) * slice)
      while member < members.count && purchases.start[member] < target { member += 1 }
      bounds.append(member)
    }
    return bounds + [members.count]
  }
}

extension Int64 {
  /// The sum, or the nearest that 64 bits hold.
  @inline(__always)
  func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
