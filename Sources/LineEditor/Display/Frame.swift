/// What stands together on the screen: a character, or a prompt with its colours.
struct ScreenCell: Equatable {
  var text: String
  var width: Int
}

/// One row of the terminal.
struct Row: Equatable {
  var cells: [ScreenCell] = []
  /// The line goes on in the next row because this one is full, not because it has a line end.
  var wraps = false

  var width: Int { cells.reduce(0) { $0 + $1.width } }
}

/// What is to be seen of a line: its text behind a prompt, and a place in it.
struct Content {
  var prompt: Prompt
  /// Stands before every further line of the text.
  var continuation: Prompt
  var text: String
  /// In Unicode scalars.
  var cursor: Int
}

/// Prompt and line in rows as the terminal will show them, with the cursor's place among them.
///
/// libedit's own drawing miscounts when it changes a line in front of wide characters, and loses the cursor in lines
/// taller than the screen; so it draws into the void, and what is seen comes from here.
struct Frame: Equatable {
  private(set) var rows: [Row] = [Row()]
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0
  let columns: Int

  init(_ content: Content, columns: Int, width: (String) -> Int) {
    let columns = Self.columns(for: columns)
    self.columns = columns
    for cell in content.prompt.cells(columns: columns, width: width) { append(cell, columns: columns) }
    let indent = content.continuation.cells(columns: columns, width: width)
    let cursor = content.cursor
    var offset = 0
    for character in content.text {
      let scalars = character.unicodeScalars.count
      let isHere = offset <= cursor && cursor < offset + scalars
      if character.isNewline {
        if isHere { mark(columns: columns) }
        rows.append(Row())
        for cell in indent { append(cell, columns: columns) }
      } else {
        let cells = Self.cells(of: character, at: column, columns: columns, width: width)
        if let first = cells.first, column + first.width > columns { wrap() }
        if isHere { mark(columns: columns) }
        for cell in cells { append(cell, columns: columns) }
      }
      offset += scalars
    }
    if cursor >= offset {
      if column >= columns { wrap() }
      mark(columns: columns)
    }
  }

  /// Columns laid out for a terminal of so many; a sliver of a window is not worth the care.
  static func columns(for columns: Int) -> Int { max(8, columns) }

  /// Rows below the line, which the cursor never enters.
  mutating func append(below lines: [String]) {
    rows += lines.map { Row(cells: [ScreenCell(text: $0, width: 0)]) }
  }

  /// The rows from `top` on, as many as fit.
  func window(top: Int, height: Int) -> Frame {
    var part = self
    part.rows = Array(rows.dropFirst(top).prefix(height))
    if !part.rows.isEmpty { part.rows[part.rows.count - 1].wraps = false }
    part.cursorRow -= top
    return part
  }

  mutating func moveCursorToEnd() {
    cursorRow = rows.count - 1
    cursorColumn = min(column, columns - 1)
  }

  private var column: Int { rows.last?.width ?? 0 }

  private mutating func mark(columns: Int) {
    cursorRow = rows.count - 1
    cursorColumn = min(column, columns - 1)
  }

  private mutating func wrap() {
    rows[rows.count - 1].wraps = true
    rows.append(Row())
  }

  private mutating func append(_ cell: ScreenCell, columns: Int) {
    if column + cell.width > columns { wrap() }
    rows[rows.count - 1].cells.append(cell)
  }

  private static func cells(of character: Character, at column: Int, columns: Int, width: (String) -> Int)
    -> [ScreenCell]
  {
    if character == "\t" {
      let here = column >= columns ? 0 : column
      return Array(repeating: ScreenCell(text: " ", width: 1), count: min(8 - here % 8, columns - here))
    }
    if character.isASCII, let value = character.asciiValue, value >= 0x20, value != 0x7f {
      return [ScreenCell(text: String(character), width: 1)]
    }
    let text = String(character)
    let shown = PrintableText.escaping(text)
    if shown != text { return shown.map { ScreenCell(text: String($0), width: max(1, width(String($0)))) } }
    return [ScreenCell(text: text, width: max(0, width(text)))]
  }
}
