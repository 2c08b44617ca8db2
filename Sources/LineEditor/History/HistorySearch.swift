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

  mutating func type(_ text: String) {
    query += text
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
  /// found, Escape and any other key go on editing it.
  func searchHistory() -> Effect {
    let before = (prompts: prompts, text: editline.text, cursor: editline.cursor)
    defer { prompts = before.prompts }
    var search = HistorySearch(entries: history.entries)
    while true {
      show(search, otherwise: before.text)
      switch keys.key() {
      case .text(let text): search.type(text)
      case .control(0x12): search.older()
      case .control(0x13): search.newer()
      case .control(0x08), .control(0x7f): search.eraseLast()
      case .control(0x03), .control(0x07):
        editline.replace(with: before.text, cursor: before.cursor)
        return .nothing
      case .control(let key):
        keys.unread(key)
        return .nothing
      case .escape: return .nothing
      case .end: return .endInput
      }
      if search.failed { Terminal.write(Terminal.bell) }
    }
  }

  private func show(_ search: HistorySearch, otherwise text: String) {
    let size = Terminal.size
    let query = PrintableText.cut(PrintableText.escaping(search.query), to: size.columns / 2, width: width)
    prompts.first = Prompt("(\(search.failed ? wording.searchFailed : wording.search)) \(query): ")
    editline.replace(with: search.entry ?? text, cursor: search.found?.offset)
  }
}
