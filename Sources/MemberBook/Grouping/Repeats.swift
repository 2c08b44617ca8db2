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
