import CLibedit
import Glibc

/// libedit's buffer: a line of text with a cursor. It may hold several lines, with line ends between them.
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
}
