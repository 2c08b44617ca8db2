/// The candidate nearest to a misspelt name, for "did you mean …?".
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let typed = Array(name.lowercased())
  // Two edits turn one short word into any other, so a short word is allowed fewer.
  let allowed = typed.count <= 1 ? 0 : typed.count <= 4 ? 1 : 2
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let distance = editDistance(typed, Array(candidate.lowercased()))
    if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.name
}

/// Damerau's distance in its restricted form: insertions, deletions, substitutions and swaps of neighbours.
func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
  var beforeLast = [Int](repeating: 0, count: other.count + 1)
  var last = Array(0...other.count)
  for i in 1...one.count {
    var row = [i] + [Int](repeating: 0, count: other.count)
    for j in 1...other.count {
      let same = one[i - 1] == other[j - 1]
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1))
      if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[other.count]
}
