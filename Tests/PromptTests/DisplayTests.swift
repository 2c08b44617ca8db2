import Testing

@testable import LineEditor

/// Changes are sent as differences; the screen must look as if everything were drawn anew.
@Suite("Display")
struct DisplayTests {
  private final class Paper {
    var screen: Screen
    init(_ rows: Int, _ columns: Int) { screen = Screen(rows: rows, columns: columns) }
    func write(_ text: String) { screen.receive(text.utf8) }
  }

  private static let pieces = ["会", "员", "日", "日日", "a", "b", " ", "xyz", "\n", "\t", "é", "\u{7}", "😀"]

  @Test("9: any change leaves the screen as a fresh drawing would", arguments: 0..<60)
  func changes(seed: UInt64) throws {
    try #require(Person.canReadText)
    var chance = FixedChance(state: seed)
    let size = Terminal.Size(rows: 4 + Int(seed % 9), columns: 9 + Int(seed % 13))
    let paper = Paper(size.rows, size.columns)
    var display = Display(width: TerminalText.width, write: paper.write)
    var text: [Character] = []
    for step in 0..<120 {
      let place = Int.random(in: 0...text.count, using: &chance)
      switch Int.random(in: 0..<5, using: &chance) {
      case 0 where !text.isEmpty:
        let end = min(text.count, place + Int.random(in: 0..<6, using: &chance))
        text.removeSubrange(place..<end)
      case 1: text = Array(String(text.shuffled(using: &chance)))
      default: text.insert(contentsOf: Self.pieces.randomElement(using: &chance) ?? "", at: place)
      }
      let cursor = String(text.prefix(Int.random(in: 0...text.count, using: &chance))).unicodeScalars.count
      let content = Content(
        prompt: Prompt(step % 7 == 0 ? "\u{1b}[1m会>\u{1b}[0m" : "p> "), continuation: Prompt("..."),
        text: String(text), cursor: cursor)
      let below = step % 5 == 0 ? ["one", "会员"] : []
      display.draw(content, below: below, size: size)
      try compare(paper.screen, content, below, size, "step \(step)")
    }
    #expect(paper.screen.strange == [])
  }

  private func compare(
    _ screen: Screen, _ content: Content, _ below: [String], _ size: Terminal.Size, _ step: String
  ) throws {
    let frame = Frame(content, columns: size.columns, width: TerminalText.width)
    let room = size.rows - below.count
    let all = frame.rows.map { row in
      row.cells.map(\.text).joined().replacing("\u{1b}[1m", with: "").replacing("\u{1b}[0m", with: "")
    }
    let line = screen.lines
    // Whatever part is shown, it is a part in one piece with the cursor in its place.
    var expected: [[String]] = []
    for top in 0...max(0, all.count - room) where top <= frame.cursorRow && frame.cursorRow < top + room {
      expected.append(Screen.trimmed(Array(all.dropFirst(top).prefix(room)) + below))
    }
    let isThere = expected.contains { part in
      line.indices.contains { start in Array(line[start...]) == part } || (part.isEmpty && line.isEmpty)
    }
    try #require(isThere, "\(step): screen\n\(screen.text)\nexpected one of \(expected)")
    try #require(screen.column == frame.cursorColumn, "\(step): cursor\n\(screen.text)")
  }
}

/// Chance that is the same every time.
struct FixedChance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
