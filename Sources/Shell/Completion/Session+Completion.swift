import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

extension Session {
  /// What may stand at the end of `text`, and how many of its characters stay before it.
  public func completions(of text: String) -> (start: Int, candidates: [Candidate]) {
    let place = CompletionPlace(text)
    var candidates = place.openBlocks.isEmpty ? inStatement(place) : inBlock(place)
    candidates = candidates.filter { candidate in
      let bare = candidate.text.hasPrefix("\"") ? String(candidate.text.dropFirst()) : candidate.text
      return place.isQuoted
        ? bare.hasPrefix(place.partial) : candidate.text.hasPrefix(place.partial) || bare.hasPrefix(place.partial)
    }
    var seen: Set<String> = []
    return (place.start, candidates.filter { seen.insert($0.text).inserted })
  }

  // MARK: outside blocks

  private func inStatement(_ place: CompletionPlace) -> [Candidate] {
    if let closed = place.closed {
      return place.before.isEmpty && Registry.vocabulary.alternatives.contains(closed)
        ? [Candidate("else", Message("statements for where the condition does not hold", zh: "条件不成立时的语句"))]
        : place.before.count == 1
          ? [Candidate("{", Message("a block", zh: "块")), Candidate("if", Message("one more condition", zh: "再加一个条件"))]
          : []
    }
    guard let verb = place.before.first?.kind.word.map(Registry.verb(meantBy:)) else {
      return Registry.verbs.flatMap { verb in
        let commands = Registry.commands.filter { $0.words[0] == verb }
        // A verb is offered by its name in the session's language too.
        let names = [verb] + commands.flatMap(\.aliases).prefix(1).compactMap { $0.text(in: settings.language) }
        return names.reversed().map { Candidate($0, commands.first?.summary ?? .empty) }
      }
    }
    if place.isInCall {
      return tierNames.map { Candidate(spelled(name: $0), Message("tier", zh: "等级")) } + candidates(for: .scenarios, "")
    }
    let rest = place.before.dropFirst().map(\.kind)
    let topics = Registry.commands.filter { command in
      command.words[0] == verb && command.words.count > rest.count + 1
        && zip(command.words.dropFirst(), rest).allSatisfy { $1.isBeginning(of: $0) }
    }.map { Candidate($0.words[rest.count + 1], $0.summary) }
    let command = Registry.command(of: verb, topic: rest, mayBeShort: true).found
    guard let command else { return topics }
    let arguments = Array(rest.dropFirst(command.words.count - 1))
    if let argument = command.slots.firstIndex(where: { $0.offer == .statement }), arguments.count >= argument {
      var inner = place
      inner.before.removeFirst(command.words.count + argument)
      return inStatement(inner)
    }
    return topics + inSlots(of: command, arguments, place)
  }

  private func inSlots(of command: AnyCommand, _ tokens: [Token.Kind], _ place: CompletionPlace) -> [Candidate] {
    let clauses = command.slots.filter { $0.clause != nil }
    let arguments = command.slots.filter { $0.clause == nil }
    let used = tokens.compactMap { kind in clauses.first { $0.clause == kind.word }?.clause }
    let unusedClauses = clauses.filter { !used.contains($0.clause ?? "") }.map {
      Candidate($0.clause ?? "", $0.summary)
    }
    let brace = command.takesBlock || command.body != nil ? [Candidate("{", Message("a block", zh: "块"))] : []
    if let last = tokens.lastIndex(where: { kind in clauses.contains { $0.clause == kind.word } }) {
      let slot = clauses.first { $0.clause == tokens[last].word }
      let value = tokens.count - last - 1
      // The connection is still to come, and nobody knows it but who types it.
      if slot?.offer == .sources, tokens.last == .word("odbc") { return [] }
      let offers = slot.map { candidates(for: $0.offer, place.partial) } ?? []
      return value == 0
        ? offers
        : tokens.last == .mark(.comma) || tokens.last == .word("and") && slot?.offer == .scenarios
          || slot?.isConditionDue(after: tokens) == true
          ? offers
          : slot?.offer == .goals && value == 1
            ? candidates(for: .metrics, place.partial) : continuing(slot, value) + unusedClauses + brace
    }
    // Of several paths the one that is being written.
    let isList = arguments.last?.offer == .paths
    let whole = tokens
    let tokens = isList ? Array(whole.suffix(from: (whole.lastIndex(of: .mark(.comma)) ?? -1) + 1)) : whole
    guard let slot = SlotSummary.open(among: arguments, after: tokens) else {
      let word = arguments.last.flatMap { $0.wordDue(after: tokens.operandCount - arguments.count) }
      // A number, or what else is only known to who types it.
      if let word, word.uppercased() == word, word.contains(where: \.isLetter) { return [] }
      return word.map { [Candidate($0)] } ?? unusedClauses + brace
    }
    let offers =
      switch slot.offer {
      case .settingValues: settingValues(after: tokens)
      case .objectsOfKind: candidates(for: .objects(tokens.last?.word ?? ""), place.partial)
      default: candidates(for: slot.offer, place.partial)
      }
    // Names may go on, as in `compare A B C`; what was named already is not offered again.
    let goesOn = slot.form.hasPrefix("A B") || slot.offer == .members
    let named = Set(goesOn ? tokens.compactMap(\.word) : [])
    let open = offers.filter { !named.contains($0.text) }
    let wanted = slot.form.hasPrefix("A B") ? 2 : arguments.count
    return tokens.operandCount < wanted && slot.isRequired ? open : open + unusedClauses + brace
  }

  func setting(_ name: Token.Kind?) -> Field<Settings>? { Settings.fields.first { $0.name == name?.word } }

  /// What may follow within a clause: `last` asks for a duration.
  private func continuing(_ slot: SlotSummary?, _ count: Int) -> [Candidate] {
    if slot?.form == "A and B", slot?.offer == .scenarios, count == 1 { return [Candidate("and")] }
    return slot?.offer == .ranges && count == 1 ? CalendarDuration.candidates.map { Candidate($0) } : []
  }

  /// What the setting takes that `tokens` begin with, where its value has not begun yet.
  private func settingValues(after tokens: [Token.Kind]) -> [Candidate] {
    guard tokens.count == 1 || tokens.last == .mark(.equal), let name = tokens.first?.word else { return [] }
    return Settings.fields.first { $0.name == name }?.candidates.map { Candidate($0) } ?? []
  }

  private func candidates(for offer: Offer, _ partial: String) -> [Candidate] {
    switch offer {
    case .nothing, .settingValues, .objectsOfKind, .statement: []
    case .words(let words): words.map { Candidate($0) }
    case .scenarios:
      [Candidate(Scenario.baseline, Message("what the objects say", zh: "各对象的现有规则"))]
        + programme.scenarios.map {
          Candidate(spelled(name: $0.name), Message("from \($0.parent)", zh: "以 \($0.parent) 为基础"))
        }
    case .comparables:
      candidates(for: .scenarios, partial) + candidates(for: .objects(Event.declaration.kind), partial)
    case .objects(let word):
      (Programme.kinds.first { $0.word == word }?.names(in: programme) ?? []).map {
        Candidate(spelled(name: $0), .kind(word))
      }
    case .members: memberIDs(beginningWith: partial)
    case .paths: programme.paths(notation).map { Candidate($0.text, $0.value.map { Message(verbatim: $0) } ?? .notSet) }
    case .metrics:
      Metric.all.flatMap { metric in
        let names = [metric.name] + metric.aliases.prefix(1).compactMap { $0.text(in: settings.language) }
        return names.reversed().map { Candidate($0, metric.summary) }
      }
    case .goals:
      [
        Candidate(Optimise.Goal.words[0], Message("as large as it gets", zh: "越大越好")),
        Candidate(Optimise.Goal.words[1], Message("as small as it gets", zh: "越小越好")),
      ]
    case .splits:
      Split.allCases.map { Candidate($0.rawValue, Message("a row for each \($0.rawValue)", zh: "按\($0.noun)各一行")) }
    case .ranges:
      Horizon.candidates.map {
        switch $0 {
        case "last": Candidate($0, Message("up to the as-of date: last 6mo", zh: "截至截止日：last 6mo"))
        case "history": Candidate($0, Message("everything loaded", zh: "已载入的全部"))
        default: Candidate($0)
        }
      }
    case .settings: Settings.fields.map { Candidate($0.name, $0.summary) }
    case .topics: HelpText.topics.map { Candidate($0) }
    case .charts:
      [
        Candidate("_", Message("the last result", zh: "上一个结果")),
        Candidate("histogram", Message("of members, by what they spend or how often", zh: "会员按消费额或次数的分布")),
      ] + candidates(for: .tables, partial) + candidates(for: .metrics, partial)
    case .tables:
      (lastReport?.tables ?? []).map { Candidate($0.name, Message("a table of the last result", zh: "上一个结果的表")) }
    case .columns:
      (lastReport?.tables ?? []).flatMap(\.columns).map {
        Candidate($0.key, Message("a column of the last result", zh: "上一个结果的列"))
      }
    case .files: CompletionPlace.files(beginningWith: partial)
    case .sources:
      CompletionPlace.files(beginningWith: partial) + [
        Candidate("odbc", Message("a database, by its connection string", zh: "数据库，用连接字符串"))
      ]
    }
  }

  // MARK: within blocks

  private func inBlock(_ place: CompletionPlace) -> [Candidate] {
    let blocks = place.openBlocks
    guard let verb = blocks.first?.first?.kind.word.map(Registry.verb(meantBy:)) else { return [] }
    let kind = Programme.kinds.first { $0.word == verb }
    let head = [verb] + (blocks.first?.dropFirst().compactMap(\.kind.word) ?? [])
    let command = Registry.commands.first { $0.takesBlock && head.starts(with: $0.words) }
    let child = blocks.count > 1 ? blocks[blocks.count - 1].first?.kind.word : nil
    if let equal = place.entry.lastIndex(where: { $0.kind == .mark(.equal) }) {
      guard equal == place.entry.count - 1 else { return duringClause(place, verb) }
      let path = place.entry[..<equal].compactMap(\.kind.word)
      return command?.blockValues(self, child, path).map { Candidate($0) } ?? []
    }
    guard place.entry.isEmpty else { return [] }
    let written = writtenFields(place)
    if let child {
      let fields = kind?.children.first { $0.kind == child }?.fields ?? []
      return fields.filter { !written.contains($0.name) }.map { field in
        Candidate(
          field.name, .sentence(field.summary, field.standard.map { Message("(default \($0))", zh: "（默认 \($0)）") }))
      } + (kind?.children.filter { $0.owner == child }.map { Candidate($0.kind, $0.summary) } ?? [])
    }
    return command?.blockFields(self).filter { !written.contains($0.text) } ?? []
  }

  /// After the value of a field that may differ for a while.
  private func duringClause(_ place: CompletionPlace, _ verb: String) -> [Candidate] {
    guard !place.entry.contains(where: { $0.kind == .word("during") }),
      let equal = place.entry.firstIndex(where: { $0.kind == .mark(.equal) }),
      let name = place.entry[..<equal].last?.kind.word
    else { return [] }
    let kinds = verb == "scenario" ? Programme.kinds : Programme.kinds.filter { $0.word == verb }
    let fields = kinds.flatMap { $0.fields + $0.children.flatMap(\.fields) }
    guard fields.contains(where: { $0.name == name && $0.isScheduled }) else { return [] }
    return [
      Candidate(
        "during", Message("the days for which it holds; all where it is left out", zh: "在哪些天有效；省略则一直有效"))
    ]
  }

  /// The fields that the innermost block has already.
  private func writtenFields(_ place: CompletionPlace) -> Set<String> {
    var written: Set<String> = []
    let block = place.innermost
    for (token, next) in zip(block, block.dropFirst()) where next.kind == .mark(.equal) {
      if let word = token.kind.word { written.insert(word) }
    }
    return written
  }

  /// The field that `path` ends with in the innermost of `blocks`.
  func field(_ path: [String], _ verb: String, _ blocks: [[Token]]) -> FieldSummary? {
    let kind = Programme.kinds.first { $0.word == verb }
    let fields =
      blocks.count > 1
      ? kind?.children.first { $0.kind == blocks[blocks.count - 1].first?.kind.word }?.fields : kind?.fields
    return fields?.first { $0.name == path.last }
  }
}
