/// Sorts words by their digits of 11 bits from the lowest, leaving out those that all have in common.
enum RadixOrder {
  static func sort(_ words: inout [UInt64]) {
    guard words.count > 4096 else { return words.sort() }
    let first = words[0]
    let varying = words.reduce(0) { $0 | ($1 ^ first) }
    var spare = [UInt64](repeating: 0, count: words.count)
    for shift in stride(from: UInt64(0), to: 64, by: 11) where (varying >> shift) & 0x7FF != 0 {
      var place = [Int](repeating: 0, count: 2048)
      for word in words { place[Int(word >> shift & 0x7FF)] += 1 }
      var sum = 0
      for digit in 0..<2048 { (place[digit], sum) = (sum, sum + place[digit]) }
      for word in words {
        let digit = Int(word >> shift & 0x7FF)
        spare[place[digit]] = word
        place[digit] += 1
      }
      swap(&words, &spare)
    }
  }
}
