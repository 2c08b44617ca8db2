import Reporting
import Testing

/// 28: terminals that draw ambiguous characters wide.
@Suite struct AmbiguousWidthTests {
  @Test func `28: widths count as the terminal draws, and letters stay as they are`() {
    #expect(displayWidth("a─…→é金") == 7)
    AmbiguousWidth.$current.withValue(.two) {
      #expect(displayWidth("a─…→é金") == 11)
      #expect(displayWidth("abc é̀") == 5 + displayWidth("é") - 1)
      #expect(cut("金卡会员", to: 6) == "金卡…")
    }
  }

  @Test func `28: rules and bars become ASCII, and columns still line up`() {
    let transcript = Transcript()
    transcript.run("demo boutique members 200 seed 7\nset ambiguous = 2")
    let lines = transcript.run("run baseline over 2025")
    #expect(lines.contains { $0.hasPrefix("----  -------") })
    #expect(!lines.joined().contains { "─█▏".contains($0) })
  }
}
