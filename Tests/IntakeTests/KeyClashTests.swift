import Testing

@testable import MemberBook

/// Two members whose keys are the same are found, wherever they stand.
@Suite struct KeyClashTests {
  @Test func `only equal keys clash`() {
    #expect(Members.clash([]) == nil && Members.clash([0]) == nil)
    let keys = (0..<5_000).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 + 7 }
    #expect(Members.clash(keys) == nil)
    #expect(Members.clash(keys.map { $0 << 32 | 1 << 63 }) == nil)
    var clashing = keys
    clashing[4_321] = clashing[17]
    #expect(Members.clash(clashing)! == (17, 4_321))
    #expect(Members.clash([3, 0, 1])! == (1, 2))
  }
}
