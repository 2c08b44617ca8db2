import CLibedit
import Glibc

/// Where libedit puts the characters of a line on the screen, counted from the first row of the prompt.
///
/// libedit does not tell, so this follows its rules: a wide character that does not fit wraps whole, a full row
/// continues on the next, a tab goes to the next multiple of eight, a control character shows as `^X`.
struct Layout {
  struct Place: Equatable {
    var row: Int
    var column: Int
  }

  /// The cursor's place, and the place after the last character.
  let cursor: Place
  let end: Place

  init(promptWidth: Int, line: [Wide], cursor offset: Int, columns: Int) {
    let columns = max(2, columns)
    var place = Place(row: promptWidth / columns, column: promptWidth % columns)
    var cursor: Place?
    for (index, character) in line.enumerated() {
      let cells = Self.cells(of: character, at: place.column)
      let wraps = character != 0x0a && cells == 2 && place.column + 2 > columns
      if wraps { place = Place(row: place.row + 1, column: 0) }
      if index == offset { cursor = place }
      if character == 0x0a {
        place = Place(row: place.row + 1, column: 0)
      } else {
        place.column += cells
        while place.column >= columns { place = Place(row: place.row + 1, column: place.column - columns) }
      }
    }
    self.cursor = cursor ?? place
    end = place
  }

  private static func cells(of character: Wide, at column: Int) -> Int {
    if character == 0x09 { return 8 - column % 8 }
    if character < 0x100, iswcntrl(wint_t(bitPattern: character)) != 0 { return 2 }
    if iswprint(wint_t(bitPattern: character)) == 0 { return character > 0xffff ? 8 : 7 }
    return Int(editline_width(character))
  }
}
