/// The rows of the screen that belong to the line being edited, brought up to date with few bytes.
struct Display {
  let width: (String) -> Int
  let write: (String) -> Void

  /// What the terminal shows; nil when the next frame starts where the terminal's cursor is.
  private var shown: (frame: Frame, content: Content)?
  /// The first row of the line on the screen, where not all of it fits.
  private var top = 0

  init(width: @escaping (String) -> Int, write: @escaping (String) -> Void = Terminal.write) {
    self.width = width
    self.write = write
  }

  /// Shows `content`; of one taller than the screen the part around the cursor, with `below` under it.
  mutating func draw(_ content: Content, below: [String] = [], size: Terminal.Size) {
    refold(size)
    let frame = Frame(content, columns: size.columns, width: width)
    let room = max(1, size.rows - below.count)
    top = max(0, min(top, frame.rows.count - room))
    if frame.cursorRow < top { top = frame.cursorRow }
    if frame.cursorRow >= top + room { top = frame.cursorRow - room + 1 }
    var visible = frame.window(top: top, height: room)
    visible.append(below: below)
    update(to: visible, of: content)
  }

  /// Leaves `content` on the screen with `tail` behind it and goes to the row below; none of it is ours any more.
  ///
  /// The `whole` of a text taller than the screen is printed, or only the part that is visible.
  mutating func finish(_ content: Content, tail: String = "", whole: Bool, size: Terminal.Size) {
    draw(content, size: size)
    if whole, Frame(content, columns: size.columns, width: width).rows.count > size.rows { restart() }
    var frame = shown?.frame ?? Frame(content, columns: size.columns, width: width)
    frame.moveCursorToEnd()
    update(to: frame, of: content)
    write((tail.isEmpty || frame.cursorColumn < frame.columns - 1 ? tail : "\r\n" + tail) + "\r\n")
    forget()
  }

  /// Takes everything off the screen and goes on where the prompt was.
  mutating func restart() {
    if let shown { clear(from: shown.frame.cursorRow) }
  }

  /// What is on the screen is no longer ours.
  mutating func forget() {
    shown = nil
    top = 0
  }

  /// Starts anew where the terminal has another width. Most terminals have folded the rows by now, and the prompt
  /// is as many rows up as it would have been at that width; others cut rows off, and it is where it was.
  private mutating func refold(_ size: Terminal.Size) {
    guard let shown, shown.frame.columns != Frame.columns(for: size.columns) else { return }
    if Terminal.reflows {
      let folded = Frame(shown.content, columns: size.columns, width: width)
      clear(from: min(top > 0 ? size.rows : folded.cursorRow, size.rows - 1))
    } else {
      restart()
    }
  }

  private mutating func clear(from row: Int) {
    write(Terminal.up(row) + "\r" + Terminal.clearBelow)
    forget()
  }

  private mutating func update(to frame: Frame, of content: Content) {
    var writer = CursorWriter(row: shown?.frame.cursorRow ?? 0, column: shown?.frame.cursorColumn)
    if shown == nil { writer.output = "\r" + Terminal.clearBelow }
    writer.change(shown?.frame.rows ?? [Row()], to: frame.rows, columns: frame.columns)
    writer.go(to: frame.cursorRow, frame.cursorColumn)
    write(writer.output)
    shown = (frame, content)
  }
}

/// Collects what to send to the terminal, and knows where that leaves its cursor.
private struct CursorWriter {
  var output = ""
  var row: Int
  /// Nil where it is not certain, as after a full row.
  var column: Int?

  init(row: Int, column: Int?) {
    self.row = row
    self.column = column
  }

  /// Goes to a row that the screen has.
  mutating func go(to target: Int, _ targetColumn: Int) {
    if row == target, column == targetColumn { return }
    output += Terminal.up(row - target) + Terminal.down(target - row) + "\r" + Terminal.right(targetColumn)
    (row, column) = (target, targetColumn)
  }

  mutating func change(_ old: [Row], to new: [Row], columns: Int) {
    let same = zip(old, new).prefix { $0 == $1 }.count
    let changed = new.indices.last { $0 >= old.count || old[$0] != new[$0] }
    if let last = changed {
      // A row that the screen does not have yet is reached from the one above.
      let first = min(same, old.count - 1)
      var kept = zip(old[first].cells, new[first].cells).prefix { $0 == $1 }.count
      // A full row wraps only while its last character is being written.
      if new[first].wraps { kept = min(kept, new[first].cells.count - 1) }
      go(to: first, new[first].cells.prefix(kept).reduce(0) { $0 + $1.width })
      for index in first...last {
        if index > first { enter(new[index], after: new[index - 1]) }
        write(new[index], from: index == first ? kept : 0, columns: columns)
      }
    }
    if old.count > new.count {
      go(to: new.count, 0)
      output += Terminal.clearBelow
    }
  }

  private mutating func enter(_ next: Row, after row: Row) {
    if !row.wraps {
      output += "\r\n"
    } else if next.cells.isEmpty {
      output += " \r"
    }
    self.row += 1
  }

  private mutating func write(_ row: Row, from kept: Int, columns: Int) {
    output += row.cells.dropFirst(kept).map(\.text).joined()
    let width = row.width
    column = width < columns && row.cells.allSatisfy { $0.width > 0 } ? width : nil
    if width < columns { output += Terminal.clearToEnd }
  }
}
