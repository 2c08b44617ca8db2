/// The place of a cell, `B7`: row 7, column 1. Rows count from 1, columns from 0.
struct CellReference: Equatable {
  var row: Int
  var column: Int

  /// Row 1,048,576 and column XFD are the last that a workbook has.
  static let lastRow = 1_048_576
  static let columnCount = 16_384

  /// Reads a reference from `text` up to a zero or a colon, and says where that stands. Nil for what is no place in a sheet.
  @inline(__always) static func read(_ text: UnsafePointer<CChar>) -> (place: CellReference, end: UnsafePointer<CChar>)?
  {
    var next = text
    var column = 0
    while true {
      let letter = UInt8(bitPattern: next.pointee) & ~0x20
      guard letter >= 0x41, letter <= 0x5A else { break }
      column = column * 26 + Int(letter) - 0x40
      if column > columnCount { return nil }
      next += 1
    }
    guard column > 0, let row = number(&next) else { return nil }
    return (CellReference(row: row, column: column - 1), next)
  }

  /// A row's number, up to the end of the text.
  static func row(_ text: UnsafePointer<CChar>) -> Int? {
    var next = text
    guard let row = number(&next), next.pointee == 0 else { return nil }
    return row
  }

  @inline(__always) private static func number(_ next: inout UnsafePointer<CChar>) -> Int? {
    var row = 0
    while true {
      let digit = UInt8(bitPattern: next.pointee) &- 0x30
      guard digit <= 9 else { break }
      row = row * 10 + Int(digit)
      if row > lastRow { return nil }
      next += 1
    }
    return row == 0 ? nil : row
  }
}

/// A rectangle of cells, `A1:B7`, or a single one.
struct CellRange: Equatable {
  let rows: ClosedRange<Int>
  let firstColumn: Int

  init?(_ text: UnsafePointer<CChar>) {
    guard let (first, middle) = CellReference.read(text) else { return nil }
    var last = first
    if middle.pointee == 0x3A {
      guard let (place, end) = CellReference.read(middle + 1), end.pointee == 0 else { return nil }
      last = place
    } else if middle.pointee != 0 {
      return nil
    }
    guard first.row <= last.row, first.column <= last.column else { return nil }
    rows = first.row...last.row
    firstColumn = first.column
  }

  init(rows: ClosedRange<Int>, firstColumn: Int) {
    self.rows = rows
    self.firstColumn = firstColumn
  }
}
