import CLibedit
import Glibc

/// Ctrl-R: the newest entry that holds what is typed, in any case and any script.
///
/// libedit's own search takes a wide character for a byte and crashes on Chinese.
struct HistorySearch {
  private(set) var query = ""
  /// The entry found, and where in it; nil where nothing is.
  private(set) var found: (index: Int, offset: Int)?
  private(set) var failed = false

  private let entries: [String]

  init(entries: [String]) { self.entries = entries }

  var entry: String? { found.map { entries[$0.index] } }

  mutating func type(_ character: Character) {
    query.append(character)
    look(from: found?.index ?? entries.count - 1, step: -1)
  }

  mutating func eraseLast() {
    if !query.isEmpty { query.removeLast() }
    found = nil
    failed = false
    if !query.isEmpty { look(from: entries.count - 1, step: -1) }
  }

  mutating func older() { look(from: (found?.index ?? entries.count) - 1, step: -1) }
  mutating func newer() { if let found { look(from: found.index + 1, step: 1) } }

  private mutating func look(from start: Int, step: Int) {
    guard !query.isEmpty else { return }
    let sought = query.lowercased().wide
    var index = start
    while entries.indices.contains(index) {
      if let offset = Self.offset(of: sought, in: entries[index].lowercased().wide) {
        found = (index, offset)
        failed = false
        return
      }
      index += step
    }
    failed = true
  }

  private static func offset(of sought: [Wide], in text: [Wide]) -> Int? {
    guard sought.count <= text.count else { return nil }
    return (0...(text.count - sought.count)).first { text[$0...].starts(with: sought) }
  }
}

extension LineEditor {
  /// Runs the search until a key ends it: Ctrl-G and Ctrl-C give the line back as it was, Return runs the entry
  /// found, any other key goes on editing it.
  func searchHistory() -> Effect {
    let before = (prompt: prompt, text: editline.text, cursor: editline.cursor)
    var search = HistorySearch(entries: history.entries)
    var pushed: Wide?
    display(search, otherwise: before.text)
    searching: while true {
      var key: Wide = 0
      guard el_wgetc(editline.handle, &key) == 1 else { return .endInput }
      switch key {
      case 0x12: search.older()
      case 0x13: search.newer()
      case 0x08, 0x7f: search.eraseLast()
      case 0x03, 0x07:
        erase()
        editline.replace(with: before.text, cursor: before.cursor)
        break searching
      case 0..<0x20:
        pushed = key
        erase()
        break searching
      default:
        search.type(Character(Unicode.Scalar(UInt32(bitPattern: key)) ?? "\u{FFFD}"))
      }
      if search.failed { editline.beep() }
      display(search, otherwise: before.text)
    }
    show(before.prompt)
    editline.draw()
    if let pushed { [pushed, 0].withUnsafeBufferPointer { el_wpush(editline.handle, $0.baseAddress) } }
    return .nothing
  }

  private func display(_ search: HistorySearch, otherwise text: String) {
    erase()
    let label = search.failed ? "\(wording.search), \(wording.searchFailed)" : wording.search
    show(Prompt("(\(label)) \(PrintableText.cut(search.query, to: editline.columns / 2, width: width)): "))
    if let entry = search.entry {
      let shown = folding(entry)
      editline.replace(with: shown, cursor: shown == entry ? search.found?.offset : nil)
    } else {
      editline.replace(with: text)
    }
    editline.draw()
  }
}
