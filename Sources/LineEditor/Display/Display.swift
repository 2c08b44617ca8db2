/// The rows of the screen that belong to the line being edited, brought up to date with few bytes.
struct Display {
  /// What the terminal shows; nil when the next frame starts where the terminal's cursor is.
  private var shown: Frame?
  /// The first row of the line on the screen, where not all of it fits.
  private var top = 0

  /// Shows `frame`; of one taller than the screen the part around the cursor, with `below` under it.
  mutating func draw(_ frame: Frame, below: [String] = [], height: Int) {
    let room = max(1, height - below.count)
    top = max(0, min(top, frame.rows.count - room))
    if frame.cursorRow < top { top = frame.cursorRow }
    if frame.cursorRow >= top + room { top = frame.cursorRow - room + 1 }
    var visible = frame.window(top: top, height: room)
    visible.append(below: below)
    update(to: visible)
  }

  /// Shows the whole frame, however tall, then `tail`, and goes to the row below; nothing of it is ours any more.
  mutating func finish(_ frame: Frame, tail: String = "", height: Int) {
    if frame.rows.count > height { restart() }
    var whole = frame
    whole.moveCursorToEnd()
    update(to: whole)
    Terminal.write((tail.isEmpty || whole.cursorColumn < frame.columns - 1 ? tail : "\r\n" + tail) + "\r\n")
    forget()
  }

  /// Takes everything off the screen and goes on where the prompt was.
  mutating func restart() {
    if let shown { clear(from: shown.cursorRow) }
  }

  /// The same after the terminal folded its rows anew by itself, into those of `frame`.
  mutating func restart(folded frame: Frame, height: Int) {
    if shown != nil { clear(from: top > 0 ? height - 1 : min(frame.cursorRow, height - 1)) }
  }

  /// What is on the screen is no longer ours.
  mutating func forget() {
    shown = nil
    top = 0
  }

  private mutating func clear(from row: Int) {
    Terminal.write(Terminal.up(row) + "\r" + Terminal.clearBelow)
    forget()
  }

  private mutating func update(to frame: Frame) {
    var pen = Pen(row: shown?.cursorRow ?? 0, column: shown?.cursorColumn)
    if shown == nil { pen.output = "\r" + Terminal.clearBelow }
    pen.change(shown?.rows ?? [Row()], to: frame.rows, columns: frame.columns)
    pen.go(to: frame.cursorRow, frame.cursorColumn)
    Terminal.write(pen.output)
    shown = frame
  }
}

/// Collects what to send to the terminal, and knows where that leaves its cursor.
private struct Pen {
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
