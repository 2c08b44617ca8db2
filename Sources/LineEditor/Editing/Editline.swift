import CLibedit
import Glibc

/// libedit, as far as it is used here: one line of text with a cursor, shown behind a prompt.
///
/// Offsets count wide characters, that is, Unicode scalars.
struct Editline {
  let handle: OpaquePointer

  typealias Function = @convention(c) (OpaquePointer?, wint_t) -> UInt8

  var characters: [Wide] {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer, let end = line.lastchar else { return [] }
    return Array(UnsafeBufferPointer(start: start, count: end - start))
  }

  var cursor: Int {
    guard let line = el_wline(handle)?.pointee, let start = line.buffer, let cursor = line.cursor else { return 0 }
    return cursor - start
  }

  var text: String { String(wide: characters) }
  var beforeCursor: String { String(wide: characters.prefix(cursor)) }
  var afterCursor: String { String(wide: characters.dropFirst(cursor)) }

  func insert(_ text: String) {
    guard !text.isEmpty else { return }
    _ = text.withWideString { el_winsertstr(handle, $0) }
  }

  func deleteBeforeCursor(_ count: Int) { el_deletestr(handle, Int32(count)) }

  func move(to offset: Int) { el_cursor(handle, Int32(offset - cursor)) }

  /// Puts `text` in place of the whole line, the cursor at its end unless said otherwise.
  func replace(with text: String, cursor offset: Int? = nil) {
    let count = characters.count
    move(to: count)
    deleteBeforeCursor(count)
    insert(text)
    if let offset { move(to: offset) }
  }

  var columns: Int { Int(editline_number(handle, "co")) }
  var rows: Int { Int(editline_number(handle, "li")) }

  /// Draws prompt and line anew where the terminal's cursor is, which must be at the start of an empty row.
  func draw() { editline_refresh(handle) }

  func beep() {
    el_beep(handle)
    editline_flush()
  }

  /// Goes to the terminal directly; libedit does not learn of it.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { editline_write($0.baseAddress, $0.count) }
    }
  }

  static func flush() { editline_flush() }
}
