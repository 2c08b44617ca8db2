/// Sets of members, a bit each.
public struct MemberSets: Sendable, Equatable {
  /// How many members there are, in sets or not.
  public let memberCount: Int
  /// By set: bit m & 63 of word m >> 6 is member m's.
  let words: [[UInt64]]

  init(memberCount: Int, words: [[UInt64]]) {
    self.memberCount = memberCount
    self.words = words
  }

  public var count: Int { words.count }

  public func contains(_ member: Int, in set: Int) -> Bool { words[set][member >> 6] >> UInt64(member & 63) & 1 == 1 }

  /// How many members a set has.
  public func size(of set: Int) -> Int { words[set].reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many members two sets have in common.
  public func overlap(of one: Int, _ other: Int) -> Int {
    zip(words[one], words[other]).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
  }

  /// How many members are in no set.
  public var outside: Int {
    guard let first = words.first else { return memberCount }
    var all = first
    for set in words.dropFirst() { for place in all.indices { all[place] |= set[place] } }
    return memberCount - all.reduce(0) { $0 + $1.nonzeroBitCount }
  }

  /// The members of a set, in the order of the book.
  public func members(of set: Int) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(size(of: set))
    for (place, word) in words[set].enumerated() {
      var left = word
      while left != 0 {
        found.append(place << 6 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return found
  }
}
