/// Up and Down: the entries that begin with what was typed, and back to what was typed.
struct HistoryWalk {
  let prefix: String
  /// The line as it was before.
  let draft: String
  /// Where in the history; the number of entries for the draft.
  private(set) var index: Int
  /// What the line must still hold for the walk to go on.
  var shown: String

  init(prefix: String, draft: String, entries: [String]) {
    self.prefix = prefix
    self.draft = draft
    index = entries.count
    shown = draft
  }

  /// The entry before this one, nil at the oldest.
  mutating func older(in entries: [String]) -> String? {
    guard let found = entries[..<index].lastIndex(where: { $0.hasPrefix(prefix) && $0 != draft }) else { return nil }
    index = found
    return entries[found]
  }

  /// The entry after this one, at last the draft; nil at the draft.
  mutating func newer(in entries: [String]) -> String? {
    guard index < entries.count else { return nil }
    let next = entries[(index + 1)...].firstIndex { $0.hasPrefix(prefix) && $0 != draft }
    index = next ?? entries.count
    return next.map { entries[$0] } ?? draft
  }
}

extension LineEditor {
  /// Up: within a line of several, the line above; otherwise the entry before.
  func older() -> Effect {
    if !isWalking, let offset = offsetInNeighbouringLine(below: false) {
      editline.move(to: offset)
      return .nothing
    }
    var walk = startedWalk()
    let entry = walk.older(in: history.entries)
    return show(entry, of: walk)
  }

  /// Down: within a line of several, the line below; otherwise the entry after.
  func newer() -> Effect {
    if !isWalking, let offset = offsetInNeighbouringLine(below: true) {
      editline.move(to: offset)
      return .nothing
    }
    var walk = startedWalk()
    let entry = walk.newer(in: history.entries)
    return show(entry, of: walk)
  }

  private var isWalking: Bool {
    guard let walk else { return false }
    return walk.shown == editline.text && editline.cursor == editline.characters.count
  }

  private func startedWalk() -> HistoryWalk {
    if isWalking, let walk { return walk }
    return HistoryWalk(prefix: editline.beforeCursor, draft: editline.text, entries: history.entries)
  }

  private func show(_ entry: String?, of walk: HistoryWalk) -> Effect {
    guard let entry else { return .beep }
    editline.replace(with: entry)
    self.walk = walk
    self.walk?.shown = entry
    return .nothing
  }

  /// The place in the line above or below at the same distance from its start; nil where there is none.
  private func offsetInNeighbouringLine(below: Bool) -> Int? {
    let line = editline.characters
    let cursor = editline.cursor
    let start = line[..<cursor].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    let distance = cursor - start
    if below {
      guard let end = line[cursor...].firstIndex(of: 0x0a) else { return nil }
      let nextEnd = line[(end + 1)...].firstIndex(of: 0x0a) ?? line.count
      return min(end + 1 + distance, nextEnd)
    }
    guard start > 0 else { return nil }
    let previous = line[..<(start - 1)].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    return min(previous + distance, start - 1)
  }
}
