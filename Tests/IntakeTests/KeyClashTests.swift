import Testing

@testable import MemberBook

/// Two members whose keys are the same are found, wherever they stand.
@Suite struct KeyClashTests {
  private func hasClash(_ keys: [UInt64]) -> Bool {
    (0..<Members.pieces).contains { Members.hasClash(keys, piece: $0) }
  }

  @Test func `only equal keys clash`() throws {
    #expect(!hasClash([]) && !hasClash([0]) && !hasClash([0, 1, 16, 32]))
    let keys = (0..<5_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 + 7 }
    #expect(!hasClash(keys) && Members.clash(keys) == nil)
    #expect(!hasClash(keys.map { $0 << 32 | 1 << 63 }))
    for place in [0, 17, 4_320] {
      var clashing = keys
      clashing[4_321] = clashing[place]
      let found = try #require(Members.clash(clashing))
      #expect(hasClash(clashing) && found == (place, 4_321))
    }
    #expect(hasClash([0, 5, 0]) && Members.clash([0, 5, 0]) ?? (-1, -1) == (0, 2))
  }
}
