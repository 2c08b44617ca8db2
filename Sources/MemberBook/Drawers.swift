/// Lines are filed by member: a drawer holds the lines of so few members that it is put in order within a core's cache.
///
/// Every batch is laid out drawer by drawer, in the order of the input within each, so that a drawer is a run of lines in
/// every batch. Drawer 0 is the walk-ins', drawer 1 + m / `members` that of member m.
struct Drawers: Sendable {
  /// How many members share a drawer.
  static let members = 2048

  /// For every batch, the places in the columns that its drawers start at, and where the last one ends.
  private var starts: [UInt32] = []
  /// Where a batch's entries stand in `starts`.
  private var batches: [Int] = [0]

  /// A batch knows only the drawers of the members seen so far.
  private(set) var count = 1

  static func drawer(of member: UInt32) -> Int { member == LineColumns.walkIn ? 0 : 1 + Int(member) / members }

  /// A member's place in its drawer.
  static func seat(of member: UInt32) -> UInt16 {
    member == LineColumns.walkIn ? 0 : UInt16(truncatingIfNeeded: Int(member) % members)
  }

  /// The members of drawer `drawer` when there are `total` of them; the walk-ins count as one.
  static func seats(of drawer: Int, total: Int) -> Int {
    drawer == 0 ? 1 : min(members, total - (drawer - 1) * members)
  }

  /// Files a batch whose lines are these members', `total` being known so far, into the places from `base` on. Answers
  /// the lines of the batch by their place.
  mutating func file(_ batch: [UInt32], total: Int, from base: Int) -> [UInt32] {
    count = (total + Drawers.members - 1) / Drawers.members + 1
    var next = [UInt32](repeating: 0, count: count + 1)
    for member in batch { next[Drawers.drawer(of: member) + 1] += 1 }
    for drawer in 0..<count { next[drawer + 1] += next[drawer] }
    for place in next { starts.append(UInt32(base) + place) }
    batches.append(starts.count)
    var order = [UInt32](repeating: 0, count: batch.count)
    for (line, member) in batch.enumerated() {
      let drawer = Drawers.drawer(of: member)
      order[Int(next[drawer])] = UInt32(truncatingIfNeeded: line)
      next[drawer] &+= 1
    }
    return order
  }

  /// Calls `body` with the drawer's places in the columns, batch by batch.
  func forEachRun(of drawer: Int, _ body: (Range<Int>) -> Void) {
    for batch in 0..<(batches.count - 1) where batches[batch] + drawer + 1 < batches[batch + 1] {
      let entry = batches[batch] + drawer
      body(Int(starts[entry])..<Int(starts[entry + 1]))
    }
  }

  /// How many lines each drawer holds.
  var lineCounts: [Int] {
    var counts = [Int](repeating: 0, count: count)
    for batch in 0..<(batches.count - 1) {
      for (drawer, entry) in (batches[batch]..<(batches[batch + 1] - 1)).enumerated() {
        counts[drawer] += Int(starts[entry + 1]) - Int(starts[entry])
      }
    }
    return counts
  }
}
