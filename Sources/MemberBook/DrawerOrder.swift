/// Puts one drawer's lines in order: by member, then time, where every line is a receipt, or else by receipt.
struct DrawerOrder {
  /// What came of a drawer.
  struct Tally: Sendable {
    /// Without those that were merged.
    var lines = 0
    /// How many receipts each of its members has.
    var receipts: [UInt32] = []
    var merged = 0
    var repeated = 0
  }

  let columns: LineColumns
  let duplicates: Duplicates
  private let drawer: Int
  var tally = Tally()
  /// Where the lines of each of the drawer's members start among its own.
  private(set) var bounds: [Int]

  /// `members` is the number of members there are.
  init(_ columns: LineColumns, _ drawer: Int, members: Int, _ duplicates: Duplicates) {
    (self.columns, self.drawer, self.duplicates) = (columns, drawer, duplicates)
    bounds = Array(repeating: 0, count: Drawers.seats(of: drawer, total: members) + 1)
  }

  /// Writes the drawer's lines into `places`, as in `Arrangement.lines`.
  mutating func write(_ places: inout MutableSpan<UInt32>) -> Tally {
    separateMembers(&places)
    tally.lines = places.count
    if columns.receipt.count > 0 {
      groupReceipts(&places)
    } else {
      if !columns.isInOrder { sortByTime(&places) }
      findRepeats(&places)
    }
    return tally
  }

  /// A counting sort: the lines by member, each member's in the order of the input.
  private mutating func separateMembers(_ places: inout MutableSpan<UInt32>) {
    let columns = columns
    let seats = columns.member.span
    var next = bounds
    columns.drawers.forEachRun(of: drawer) { run in
      for place in run { next[Int(seats[place]) &+ 1] &+= 1 }
    }
    for seat in 1..<next.count { next[seat] += next[seat - 1] }
    bounds = next
    columns.drawers.forEachRun(of: drawer) { run in
      for place in run {
        let seat = Int(seats[place])
        places[next[seat]] = UInt32(truncatingIfNeeded: place)
        next[seat] &+= 1
      }
    }
  }

  /// Sorts each member's lines by day and time.
  private func sortByTime(_ places: inout MutableSpan<UInt32>) {
    let (days, seconds) = (columns.day.span, columns.second.span)
    var work: [(moment: Int64, line: UInt32)] = []
    for seat in 0..<(bounds.count - 1) {
      work.removeAll(keepingCapacity: true)
      var isSorted = true
      for i in bounds[seat]..<bounds[seat + 1] {
        let line = Int(places[i])
        let moment = Int64(days[line]) << 32 | Int64(seconds.isEmpty ? 0 : seconds[line])
        if let last = work.last, last.moment > moment { isSorted = false }
        work.append((moment, places[i]))
      }
      if isSorted { continue }
      work.sort { ($0.moment, $0.line) < ($1.moment, $1.line) }
      for (i, entry) in work.enumerated() { places[bounds[seat] + i] = entry.line }
    }
  }

  /// Counts the lines that equal an earlier one of the same member and day; drops them where they are to be merged.
  private mutating func findRepeats(_ places: inout MutableSpan<UInt32>) {
    let columns = columns
    let days = columns.day.span
    var group: [UInt32] = []
    var kept = 0
    for seat in 0..<(bounds.count - 1) {
      let first = kept
      var i = bounds[seat]
      while i < bounds[seat + 1] {
        let day = days[Int(places[i])]
        var end = i + 1
        while end < bounds[seat + 1], days[Int(places[end])] == day { end &+= 1 }
        if end - i > 1, mayRepeat(places, i..<end, columns.amount.narrow.span) {
          group.removeAll(keepingCapacity: true)
          for line in i..<end { group.append(places[line]) }
          let drops = repeats(among: group[...], columns)
          if duplicates == .merge {
            for place in drops.reversed() { group.remove(at: place) }
            tally.merged += drops.count
          } else {
            tally.repeated += drops.count
          }
          for (offset, line) in group.enumerated() { places[kept + offset] = line }
          kept += group.count
        } else {
          if kept < i { for line in i..<end { places[kept + line - i] = places[line] } }
          kept += end - i
        }
        i = end
      }
      tally.receipts.append(UInt32(kept - first))
    }
    tally.lines = kept
  }

  /// Whether two of the lines in `range` may be equal, for their amounts are, or there are so many that one would not look.
  private func mayRepeat(
    _ places: borrowing MutableSpan<UInt32>, _ range: Range<Int>, _ amounts: Span<Int32>
  ) -> Bool {
    if range.count > 8 { return true }
    for i in range.dropFirst() {
      let amount = amounts[Int(places[i])]
      for other in range.lowerBound..<i where amounts[Int(places[other])] == amount { return true }
    }
    return false
  }
}
