import Messages
import PlanLanguage
import Programme

extension Completer {
  /// What may come after `text`, each with a word on it: what Tab offers, and what stands there in words where no list
  /// can be given. Nil within a quoted text or a comment, where `?` is a character like any other.
  func expectations(after text: String) -> [Candidate]? {
    let place = CompletionPlace(text)
    guard !place.isQuoted, !CompletionPlace.isComment(text) else { return nil }
    let wanted = place.openBlocks.isEmpty ? argument(at: place) : field(inWordsAt: place)
    if let unknown = unknownVerb(at: place) { return [unknown] }
    let (_, candidates, remark) = completions(of: text)
    let offered =
      candidates.map {
        $0.note.isEmpty ? Candidate($0.text, wanted?.note ?? .empty, isLastOfMany: $0.isLastOfMany) : $0
      } + (remark.isEmpty ? [] : [Candidate("", remark)])
    // The slot in words says nothing more where a word is begun, or everything that fits it is listed.
    let isListed = offered.contains { $0.note == wanted?.note }
    guard let wanted, place.partial.isEmpty, !isListed, !wanted.text.isEmpty else { return offered }
    return [wanted] + offered
  }

  /// That there is no such verb, where the statement begins with none.
  private func unknownVerb(at place: CompletionPlace) -> Candidate? {
    let word = place.before.first.map { $0.kind.word ?? "" } ?? place.partial
    guard !word.isEmpty, place.closed == nil else { return nil }
    let isKnown =
      place.before.isEmpty
      ? !completions(of: word).candidates.isEmpty
      : Registry.verbs.contains { $0.hasPrefix(Registry.verb(meantBy: word)) }
    if isKnown { return nil }
    let problem = ShellProblem.unknownVerb(word, names: Registry.verbNames)
    return Candidate("", .sentence(problem.message, problem.hint, separator: Message("; ", zh: "；")))
  }

  /// The slots whose values may begin or go on at `place`.
  func open(at place: CompletionPlace) -> [Expectation.Open] {
    guard place.openBlocks.isEmpty, let command = place.command else { return [] }
    return command.expectation(place.phrase(place.arguments(of: command))).open
  }

  /// The argument or clause value that stands at `place`, in words.
  private func argument(at place: CompletionPlace) -> Candidate? {
    let open = open(at: place).first { open in
      open.value.isEmpty || open.value.last?.kind == .mark(.comma)
        || open.hints.contains { $0 == .value || $0 == .name(of: "") }
    }
    guard let open else { return nil }
    if open.slot.offer == .settingValues, let setting = setting(open.before.first?.kind) {
      let isOpen = open.value.allSatisfy { $0.kind == .mark(.equal) }
      return isOpen ? Candidate(setting.form.text(in: session.settings.language), setting.summary) : nil
    }
    return Candidate(open.slot.label.text(in: session.settings.language), open.slot.summary)
  }

  /// The value of a field that stands at `place`, within a block.
  private func field(inWordsAt place: CompletionPlace) -> Candidate? {
    guard let (field, value) = field(at: place), value.isEmpty else { return nil }
    if place.verb == "scenario" {
      let found = session.programme.paths(session.notation).first { $0.names == place.fieldPath }
      return found.map {
        Candidate($0.value ?? Message.notSet.text(in: session.settings.language), Message("what it is now", zh: "现在的值"))
      }
    }
    return Candidate(field.form.text(in: session.settings.language), field.summary)
  }
}
