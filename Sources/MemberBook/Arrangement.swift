/// The order that lines take in the book: by member, then receipt in the order of their times, then as the input had them.
struct Arrangement {
  /// Rows of the input by their place in the book; merged rows are not among them.
  var lines: [UInt32]
  /// Receipts by member, as in `Purchases.start`.
  var start: [UInt32]
  /// As in `Purchases.lineStart`.
  var lineStart: [UInt32] = []
  /// The receipts' days, counted as in the input.
  var day: [UInt16] = []
  /// The receipts' times; empty when the data have none.
  var second: [Int32] = []
  var merged = 0
  var repeated = 0

  /// `bounds[m]..<bounds[m + 1]` are the places of member m's lines, walk-ins counting as one more member.
  private(set) var bounds: [Int]

  /// Takes the members out of `columns`, which are not needed any more once the lines are in order.
  init(of columns: inout LineColumns, members: Int, duplicates: Duplicates) {
    bounds = Array(repeating: 0, count: members + 2)
    for member in columns.member { bounds[min(Int(member), members) + 1] += 1 }
    for m in 0...members { bounds[m + 1] += bounds[m] }
    var next = bounds
    lines = Array(repeating: 0, count: columns.count)
    for (row, member) in columns.member.enumerated() {
      let m = min(Int(member), members)
      lines[next[m]] = UInt32(truncatingIfNeeded: row)
      next[m] &+= 1
    }
    next = []
    columns.member = []
    start = []
    if columns.receipt.count > 0 {
      groupReceipts(columns, duplicates)
    } else {
      day = lines.map { columns.day[Int($0)] }
      second = columns.second.isEmpty ? [] : lines.map { columns.second[Int($0)] }
      sortByTime(columns)
      findRepeats(columns, duplicates)
      start = bounds.dropLast().map { UInt32($0) }
    }
  }

  /// Members, and the walk-ins as one more.
  var memberCount: Int { bounds.count - 1 }

  /// Every line a receipt: sorts each member's by day and time, which most inputs are already.
  private mutating func sortByTime(_ columns: LineColumns) {
    for m in 0..<memberCount where !isSorted(bounds[m]..<bounds[m + 1]) {
      func moment(_ row: UInt32) -> Int64 {
        Int64(columns.day[Int(row)]) << 32 | Int64(columns.second.isEmpty ? 0 : columns.second[Int(row)])
      }
      lines[bounds[m]..<bounds[m + 1]].sort { (moment($0), $0) < (moment($1), $1) }
      for place in bounds[m]..<bounds[m + 1] {
        day[place] = columns.day[Int(lines[place])]
        if !second.isEmpty { second[place] = columns.second[Int(lines[place])] }
      }
    }
  }

  private func isSorted(_ places: Range<Int>) -> Bool {
    for place in places.dropFirst() {
      if day[place] < day[place - 1] { return false }
      if !second.isEmpty, day[place] == day[place - 1], second[place] < second[place - 1] { return false }
    }
    return true
  }

  /// Counts the rows that equal an earlier one of the same member and day; drops them where they are to be merged.
  private mutating func findRepeats(_ columns: LineColumns, _ duplicates: Duplicates) {
    var dropped: [Int] = []
    for m in 0..<memberCount {
      var place = bounds[m]
      while place < bounds[m + 1] {
        var end = place + 1
        while end < bounds[m + 1], day[end] == day[place] { end += 1 }
        if end - place > 1 { dropped += repeats(among: lines[place..<end], columns) }
        place = end
      }
    }
    guard duplicates == .merge, !dropped.isEmpty else {
      repeated = dropped.count
      return
    }
    merged = dropped.count
    remove(dropped)
  }

  /// Takes the lines at `places`, ascending, out.
  private mutating func remove(_ places: [Int]) {
    var next = 0
    var kept = 0
    var m = 0
    for place in lines.indices {
      while bounds[m] == place && m < bounds.count - 1 {
        bounds[m] = kept
        m += 1
      }
      if next < places.count, places[next] == place {
        next += 1
        continue
      }
      lines[kept] = lines[place]
      day[kept] = day[place]
      if !second.isEmpty { second[kept] = second[place] }
      kept += 1
    }
    while m < bounds.count {
      bounds[m] = kept
      m += 1
    }
    let excess = lines.count - kept
    lines.removeLast(excess)
    day.removeLast(excess)
    if !second.isEmpty { second.removeLast(excess) }
  }
}

/// The places in `rows` whose row equals an earlier one of them.
func repeats(among rows: ArraySlice<UInt32>, _ columns: LineColumns) -> [Int] {
  var found: [Int] = []
  if rows.count <= 16 {
    for place in rows.indices.dropFirst()
    where rows[..<place].contains(where: { columns.same(Int($0), Int(rows[place])) }) {
      found.append(place)
    }
    return found
  }
  // Many rows of one day, such as walk-ins: compared only with those of the same amount and time.
  var seen: [Int64: [UInt32]] = [:]
  for place in rows.indices {
    let row = Int(rows[place])
    let time = columns.second.isEmpty ? 0 : Int64(columns.second[row])
    let facts = columns.fingerprint.isEmpty ? 0 : Int64(truncatingIfNeeded: columns.fingerprint[row].word)
    let store = columns.store.isEmpty ? 0 : Int64(columns.store[row])
    let key = columns.amount[row] &* 86_400 &+ time &+ (facts ^ store << 48)
    if seen[key]?.contains(where: { columns.same(Int($0), row) }) ?? false {
      found.append(place)
    } else {
      seen[key, default: []].append(rows[place])
    }
  }
  return found
}
