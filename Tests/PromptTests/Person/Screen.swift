import LineEditor

/// A terminal's screen, as far as the prompt makes use of one.
struct Screen {
  private(set) var rows: Int
  private(set) var columns: Int
  /// A wide character stands in its first cell, the second holds nothing.
  private var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  /// Rows that scrolled off the top.
  private(set) var scrolled: [String] = []
  /// What was sent that no terminal here understands; always empty if all is well.
  private(set) var strange: [String] = []
  private(set) var bells = 0
  /// How often a colour or another look was switched.
  private(set) var colours = 0
  /// Whether pasted text is to be marked as such, as only while a line is edited.
  private(set) var isPasteBracketed = false
  private var wrapPending = false
  private var input: [UInt8] = []

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The rows from the top to the last one with something in it, without trailing blanks.
  var lines: [String] {
    Self.trimmed(cells.map { $0.joined() })
  }

  /// Without blanks at the ends of rows, and without blank rows at the end.
  static func trimmed(_ rows: [String]) -> [String] {
    var rows = rows.map(trimmed)
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  var text: String { lines.joined(separator: "\n") }

  /// The row of the cursor.
  var line: String { Self.trimmed(cells[row].joined()) }

  /// A window of another size that cuts off what does not fit, as an xterm.
  mutating func resize(rows: Int, columns: Int) {
    cells = cells.map { Array($0.prefix(columns)) + Array(repeating: " ", count: max(0, columns - $0.count)) }
    while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
    (self.rows, self.columns) = (rows, columns)
    cells = Array(cells.prefix(rows))
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  mutating func receive(_ bytes: some Sequence<UInt8>) {
    input += bytes
    while let used = consume() { input.removeFirst(used) }
  }

  private static func trimmed(_ row: String) -> String {
    var row = row
    while row.last == " " { row.removeLast() }
    return row
  }
}

extension Screen {
  /// Carries out what the input begins with; returns its length, nil when it is not complete.
  private mutating func consume() -> Int? {
    guard let first = input.first else { return nil }
    switch first {
    case 0x1b: return consumeEscape()
    case 0x0d: (column, wrapPending) = (0, false)
    case 0x0a: feed()
    case 0x08: (column, wrapPending) = (max(0, column - 1), false)
    case 0x07: bells += 1
    case 0x20...0x7e: put(Unicode.Scalar(first))
    case 0xc2...0xf4:
      let length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
      guard input.count >= length else { return nil }
      if let scalar = String(decoding: input.prefix(length), as: UTF8.self).unicodeScalars.first { put(scalar) }
      return length
    default: strange.append("\\x" + String(first, radix: 16))
    }
    return 1
  }

  private mutating func consumeEscape() -> Int? {
    guard input.count > 2 else { return nil }
    guard input[1] == UInt8(ascii: "["), let end = input.dropFirst(2).firstIndex(where: { (0x40...0x7e).contains($0) })
    else {
      if input[1] == UInt8(ascii: "[") { return nil }
      strange.append("ESC " + String(Unicode.Scalar(input[1])))
      return 2
    }
    let parameter = String(decoding: input[2..<end], as: UTF8.self)
    let count = max(1, Int(parameter) ?? 1)
    wrapPending = wrapPending && ["m", "h", "l", "K"].contains(Unicode.Scalar(input[end]))
    switch Unicode.Scalar(input[end]) {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "D": column = max(0, column - count)
    case "G": column = min(columns - 1, count - 1)
    case "H" where parameter.isEmpty: (row, column) = (0, 0)
    case "J" where parameter.isEmpty || parameter == "0":
      erase(row, from: column)
      for below in (row + 1)..<max(row + 1, rows) { erase(below, from: 0) }
    case "J" where parameter == "2": for index in 0..<rows { erase(index, from: 0) }
    case "K" where parameter.isEmpty || parameter == "0": erase(row, from: column)
    case "m": colours += 1
    case "h" where parameter == "?2004": isPasteBracketed = true
    case "l" where parameter == "?2004": isPasteBracketed = false
    default: strange.append("ESC[" + parameter + String(Unicode.Scalar(input[end])))
    }
    return end + 1
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let width = TerminalText.width(of: String(scalar))
    if width == 0 {
      let last = cells[row][..<column].lastIndex { !$0.isEmpty } ?? 0
      cells[row][last].unicodeScalars.append(scalar)
      return
    }
    if wrapPending || column + width > columns {
      column = 0
      feed()
    }
    // Half of a wide character that is written over is gone.
    if cells[row][column].isEmpty, column > 0 { cells[row][column - 1] = " " }
    if column + width < columns, cells[row][column + width].isEmpty { cells[row][column + width] = " " }
    cells[row][column] = String(scalar)
    if width == 2 { cells[row][column + 1] = "" }
    column += width
    wrapPending = column == columns
    column = min(column, columns - 1)
  }

  private mutating func feed() {
    wrapPending = false
    if row + 1 < rows {
      row += 1
    } else {
      scrolled.append(Self.trimmed(cells.removeFirst().joined()))
      cells.append(Array(repeating: " ", count: columns))
    }
  }

  private mutating func erase(_ row: Int, from column: Int) {
    for index in column..<columns { cells[row][index] = " " }
  }
}
