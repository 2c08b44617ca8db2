/// The order that lines take in the book: by member, then receipt in the order of their times, then as the input had them.
struct Arrangement {
  /// Rows of the input by their place in the book; merged rows are not among them.
  var lines: [UInt32]
  /// Receipts by member, as in `Purchases.start`.
  var start: [UInt32]
  /// As in `Purchases.lineStart`.
  var lineStart: [UInt32] = []
  /// The receipts' times; empty when the data have none.
  var second: [Int32] = []
  var merged = 0
  var repeated = 0

  /// `bounds[m]..<bounds[m + 1]` are the places of member m's lines, walk-ins counting as one more member.
  private var bounds: [Int]

  init(of columns: LineColumns, members: Int, duplicates: Duplicates) {
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
    start = []
    if columns.receipt.count > 0 {
      groupReceipts(columns, duplicates)
    } else {
      sortByTime(columns)
      findRepeats(columns, duplicates)
      start = bounds.dropLast().map { UInt32($0) }
      if !columns.second.isEmpty { second = lines.map { columns.second[Int($0)] } }
    }
  }

  /// Members, and the walk-ins as one more.
  var memberCount: Int { bounds.count - 1 }
  func rows(of m: Int) -> ArraySlice<UInt32> { lines[bounds[m]..<bounds[m + 1]] }

  /// Every line a receipt: sorts each member's by day and time, which most inputs are already.
  private mutating func sortByTime(_ columns: LineColumns) {
    let timed = !columns.second.isEmpty
    func moment(_ row: UInt32) -> Int64 {
      Int64(columns.day[Int(row)]) << 32 | Int64(timed ? columns.second[Int(row)] : 0)
    }
    for m in 0..<(bounds.count - 1) {
      var last = Int64.min
      var isSorted = true
      for place in bounds[m]..<bounds[m + 1] {
        let now = moment(lines[place])
        if now < last { isSorted = false }
        last = now
      }
      if isSorted { continue }
      lines[bounds[m]..<bounds[m + 1]].sort { (moment($0), $0) < (moment($1), $1) }
    }
  }

  /// Counts the rows that equal an earlier one of the same member and moment; drops them where they are to be merged.
  private mutating func findRepeats(_ columns: LineColumns, _ duplicates: Duplicates) {
    var dropped: [Int] = []
    for m in 0..<(bounds.count - 1) {
      var place = bounds[m]
      while place < bounds[m + 1] {
        let day = columns.day[Int(lines[place])]
        var end = place + 1
        while end < bounds[m + 1], columns.day[Int(lines[end])] == day { end += 1 }
        if end - place > 1 {
          for offset in repeats(among: lines[place..<end], columns) { dropped.append(offset) }
        }
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
      kept += 1
    }
    while m < bounds.count {
      bounds[m] = kept
      m += 1
    }
    lines.removeLast(lines.count - kept)
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
    let facts = columns.fingerprint.isEmpty ? 0 : Int64(truncatingIfNeeded: columns.fingerprint[row].one)
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
