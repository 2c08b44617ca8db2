extension TextList {
  /// The places of texts that begin with `prefix`, in order, as soon as they tell what all of them have in common.
  ///
  /// `limit` of them, and behind those each that has less in common with the first than any before it, so that what these
  /// have in common all have. Not all are found where the search could end early.
  func places(beginningWith prefix: ByteSpan, atMost limit: Int) -> (places: [Int], areAll: Bool) {
    let bytes = bytes.span
    let ends = ends.span
    var places: [Int] = []
    var areAll = true
    var common = 0
    var start = 0
    for place in ends.indices {
      let text = bytes.extracting(start..<ends[place])
      start = ends[place]
      guard text.count >= prefix.count, TextList.shared(text, prefix) == prefix.count else { continue }
      let shared = places.first.map { TextList.shared(text, bytes.extracting(range($0))) } ?? text.count
      if places.count < limit || shared < common {
        common = places.isEmpty ? shared : min(common, shared)
        places.append(place)
      } else {
        areAll = false
      }
      if !areAll, common == prefix.count { break }
    }
    return (places, areAll)
  }

  /// How many bytes two texts begin with alike.
  private static func shared(_ one: ByteSpan, _ other: ByteSpan) -> Int {
    let end = min(one.count, other.count)
    var count = 0
    while count < end, one[count] == other[count] { count += 1 }
    return count
  }
}
