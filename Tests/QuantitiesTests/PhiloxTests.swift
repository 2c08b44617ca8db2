import Numerics
import Testing

/// The known answers that the generator's authors publish (Random123, `kat_vectors`).
@Suite struct PhiloxTests {
  @Test func `zeros, ones and digits of π give the published blocks`() {
    #expect(
      Philox.block(key: (0, 0), counter: (0, 0, 0, 0)) == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = UInt32.max
    #expect(
      Philox.block(key: (ones, ones), counter: (ones, ones, ones, ones))
        == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox.block(key: (0xa409_3822, 0x299f_31d0), counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344))
        == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func `the unit interval leaves out both ends`() {
    #expect(unitInterval(0) > 0 && unitInterval(.max) < 1)
    #expect(unitInterval(.max / 2) < unitInterval(.max / 2 + 1 << 20))
  }
}
