import Messages
import PlanLanguage
import Programme

/// What may be typed next in a session.
struct Completer {
  let session: Session

  init(_ session: Session) { self.session = session }

  /// What may stand at the end of `text`, and how many of its characters stay before it. The remark is what there is to
  /// say where nothing can be listed.
  func completions(of text: String) -> (start: Int, candidates: [Candidate], remark: Message) {
    let place = CompletionPlace(text)
    let candidates = (place.openBlocks.isEmpty ? inStatement(place) : inBlock(place)).filter { candidate in
      let bare = candidate.text.hasPrefix("\"") ? String(candidate.text.dropFirst()) : candidate.text
      return bare.hasPrefix(place.partial)
        || !place.isQuoted && ([candidate.text] + candidate.alsoTyped).contains { $0.hasPrefix(place.partial) }
    }
    var seen: Set<String> = []
    return (place.start, candidates.filter { seen.insert($0.text).inserted }, remark(at: place))
  }

  // MARK: outside blocks

  private func inStatement(_ place: CompletionPlace) -> [Candidate] {
    if let closed = place.closed {
      return place.before.isEmpty && Registry.vocabulary.alternatives.contains(closed)
        ? [Candidate("else", Message("statements for where the condition does not hold", zh: "条件不成立时的语句"))]
        : place.before.count == 1 ? [.block, Candidate("if", Message("one more condition", zh: "再加一个条件"))] : []
    }
    guard let verb = place.verb else { return verbs(place.partial) }
    let rest = Array(place.before.dropFirst())
    let topics = Registry.commands.filter { command in
      command.words[0] == verb && command.words.count > rest.count + 1
        && zip(command.words.dropFirst(), rest).allSatisfy { $1.kind.isBeginning(of: $0) }
    }.map { Candidate($0.words[rest.count + 1], $0.summary) }
    guard let command = place.command else { return topics }
    let arguments = place.arguments(of: command)
    if let argument = command.slots.firstIndex(where: { $0.offer == .statement }), arguments.count >= argument {
      var inner = place
      inner.before.removeFirst(command.words.count + argument)
      return inStatement(inner)
    }
    return topics + inSlots(of: command, place)
  }

  private func inSlots(of command: AnyCommand, _ place: CompletionPlace) -> [Candidate] {
    let expectation = command.expectation(place.phrase(place.arguments(of: command)))
    let offers = expectation.open.flatMap { candidates(for: $0, place) }
    let clauses = expectation.clauses.map { Candidate($0.clause ?? "", $0.summary) }
    let hasBlock = expectation.isWhole && (command.takesBlock || command.body != nil)
    return offers + clauses + (hasBlock ? [.block] : [])
  }

  /// What the value of a slot may begin or go on with.
  private func candidates(for open: Expectation.Open, _ place: CompletionPlace) -> [Candidate] {
    let typed = open.value.compactMap(\.kind.word)
    switch open.slot.offer {
    case .settingValues:
      let setting = setting(open.before.first?.kind)
      let value = open.value.drop { $0.kind == .mark(.equal) }
      guard let setting else { return [] }
      let hints = setting.continuation(place.phrase(Array(value))).hints
      return candidates(of: hints, notes: setting.notes, place)
    case .topics: return topics(behind: typed, place.partial)
    case .statement: return []
    default: break
    }
    let offered = candidates(for: open.slot.offer, open, place.partial)
    guard !open.value.isEmpty || offered.isEmpty || open.slot.offer == .values else { return offered }
    // A name that is new is nobody's to offer.
    let isNew = open.slot.offer == .values
    let next = candidates(of: open.hints.filter { !isNew || $0 != .name(of: "") }, offered, place)
    // Of names in a row what was named already is not offered again.
    let isList = open.value.last?.kind == .mark(.comma) || open.hints.contains(.name(of: ""))
    let named = Set(isList ? open.value.names : [])
    return next.filter { !named.contains($0.text) }
  }

  /// What was hinted for; `offered` is what the place itself takes.
  private func candidates(
    of hints: [CompletionHint], _ offered: [Candidate] = [], notes: [String: Message] = [:], _ place: CompletionPlace
  ) -> [Candidate] {
    hints.flatMap { hint -> [Candidate] in
      switch hint {
      case .words(let words): [offered.first { $0.text == words } ?? Candidate(words, notes[words] ?? .empty)]
      case .mark(let mark): [mark.comparison.map { Candidate(mark.rawValue, $0) }].compactMap(\.self)
      case .name(""), .value: offered
      case .name(let kind): names(of: kind, place)
      case .argument(let metric, let given): arguments(of: metric, after: given)
      }
    }
  }

  // MARK: within blocks

  private func inBlock(_ place: CompletionPlace) -> [Candidate] {
    guard let verb = place.openBlocks.first?.first?.kind.word.map(Registry.verb(meantBy:)) else { return [] }
    let kind = Programme.kinds.first { $0.word == verb }
    let entry = place.entry
    if let child = kind?.children.first(where: { $0.kind == entry.first?.kind.word }), place.openBlocks.count == 1,
      !entry.contains(where: { $0.kind == .mark(.equal) })
    {
      guard entry.count == 1 else { return entry.count > 2 ? [] : child.takesValue ? [.equals, .block] : [.block] }
      let named = place.namedChildren(child.kind)
      return child.namesake.map { names(of: $0, place).filter { !named.contains($0.text) } } ?? []
    }
    let fields = entry.isEmpty ? fields(place, verb, kind) : []
    guard let (field, value) = field(at: place), !value.contains(where: { $0.kind == .word("during") }) else {
      return place.fieldPath == nil ? fields : []
    }
    let continuation = field.continuation(place.phrase(value))
    let named = Set(value.last?.kind == .mark(.comma) ? value.names : [])
    let offers = candidates(of: continuation.hints, notes: field.notes, place).filter { !named.contains($0.text) }
    let isScheduled = field.isScheduled && continuation.isWhole && !entry.isEmpty
    return offers + (isScheduled ? [.during] : []) + fields
  }

  /// The fields and children that the innermost block does not have yet.
  private func fields(_ place: CompletionPlace, _ verb: String, _ kind: (any ObjectKind)?) -> [Candidate] {
    let written = place.writtenFields
    if let child = place.openChild {
      let fields = kind?.children.first { $0.kind == child }?.fields ?? []
      return fields.filter { !written.contains($0.name) }.map { field in
        Candidate(
          field.name, .sentence(field.summary, field.standard.map { Message("(default \($0))", zh: "（默认 \($0)）") }))
      } + (kind?.children.filter { $0.owner == child }.map { Candidate($0.kind, $0.summary) } ?? [])
    }
    return place.blockCommand?.blockFields(session).filter { !written.contains($0.text) } ?? []
  }

  /// The field whose value is being typed at `place`, and the value so far.
  func field(at place: CompletionPlace) -> (field: FieldSummary, value: [Token])? {
    guard let path = place.fieldPath else { return nil }
    let kind = Programme.kinds.first { $0.word == place.blockCommand?.words[0] }
    if place.openChild == nil, path.count == 2, let child = kind?.children.first(where: { $0.kind == path[0] }),
      let primary = child.fields.first(where: { $0.name == child.primary })
    {
      return (primary, place.value)
    }
    return place.blockCommand?.blockField(session, place.openChild, path).map { ($0, place.value) }
  }
}

extension Candidate {
  static let block = Candidate("{", Message("a block", zh: "块"))
  fileprivate static let equals = Candidate("=", Message("its value", zh: "它的值"))
  fileprivate static let during = Candidate(
    "during", Message("the days for which it holds; all where it is left out", zh: "在哪些天有效；省略则一直有效"))
}

extension [Token] {
  /// The names that stand here by themselves, not as parts of a path or before brackets.
  fileprivate var names: [String] {
    var names: [String] = []
    var depth = 0
    for (place, token) in enumerated() {
      if token.kind == .mark(.open) { depth += 1 }
      if token.kind == .mark(.close) { depth -= 1 }
      let next = place + 1 < count ? self[place + 1].kind : nil
      guard depth == 0, next != .mark(.open), let word = token.kind.word else { continue }
      names.append(spelled(name: word))
    }
    return names
  }
}

extension Mark {
  /// What it says of two values; nil where it does not compare.
  fileprivate var comparison: Message? {
    switch self {
    case .equal: Message("equal to", zh: "等于")
    case .notEqual: Message("not equal to", zh: "不等于")
    case .less: Message("less than", zh: "小于")
    case .lessOrEqual: Message("at most", zh: "最多")
    case .greater: Message("more than", zh: "大于")
    case .greaterOrEqual: Message("at least", zh: "至少")
    case .openBrace, .closeBrace, .open, .close, .comma, .dot, .range, .plus, .minus, .times, .over: nil
    }
  }
}
