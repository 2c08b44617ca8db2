import PlanLanguage
import Programme
import Quantities

extension Session {
  /// What may come after `text`, each with a word on it: what Tab offers, and what stands there in words where no list
  /// can be given. Nil within a quoted text or a comment, where `?` is a character like any other.
  public func expectations(after text: String) -> [Candidate]? {
    let place = CompletionPlace(text)
    guard !place.isQuoted, !CompletionPlace.isComment(text) else { return nil }
    let wanted = place.openBlocks.isEmpty ? argument(at: place) : field(at: place)
    let offered = completions(of: text).candidates.map {
      $0.note.isEmpty ? Candidate($0.text, wanted?.note ?? .empty, isLastOfMany: $0.isLastOfMany) : $0
    }
    // The slot in words says nothing more where a word is begun, or everything that fits it is listed.
    let isListed = offered.contains { $0.note == wanted?.note }
    guard let wanted, place.partial.isEmpty, !isListed, !wanted.text.isEmpty else { return offered }
    return [wanted] + offered
  }

  /// The argument or clause value that stands at `place`, in words.
  private func argument(at place: CompletionPlace) -> Candidate? {
    guard let slot = slot(at: place) else { return nil }
    if slot.offer == .settingValues, let setting = setting(place.before.dropFirst().first?.kind) {
      return Candidate(setting.form.text(in: settings.language), setting.summary)
    }
    return Candidate(slot.label.text(in: settings.language), slot.summary)
  }

  /// The argument or clause value that stands at `place`; nil where only further clauses may.
  private func slot(at place: CompletionPlace) -> SlotSummary? {
    guard let verb = place.before.first?.kind.word.map(Registry.verb(meantBy:)) else { return nil }
    let rest = place.before.dropFirst().map(\.kind)
    let command = Registry.command(of: verb, topic: rest, mayBeShort: true).found
    guard let command else { return nil }
    let tokens = rest.dropFirst(command.words.count - 1)
    let clauses = command.slots.filter { $0.clause != nil }
    if let last = tokens.last(where: { kind in clauses.contains { $0.clause == kind.word } }) {
      let isOpen = tokens.last == last || tokens.last == .mark(.comma)
      return isOpen ? clauses.first { $0.clause == last.word } : nil
    }
    let arguments = command.slots.filter { $0.clause == nil }
    return SlotSummary.open(among: arguments, after: Array(tokens))
  }

  /// The value of a field that stands at `place`, within a block.
  private func field(at place: CompletionPlace) -> Candidate? {
    guard place.entry.last?.kind == .mark(.equal), let word = place.openBlocks.first?.first?.kind.word else {
      return nil
    }
    let verb = Registry.verb(meantBy: word)
    let path = place.entry.compactMap(\.kind.word)
    if verb == "scenario" {
      let found = programme.paths(notation).first { $0.steps.map(\.name) == path }
      return found.map {
        Candidate($0.value ?? Message.notSet.text(in: settings.language), Message("what it is now", zh: "现在的值"))
      }
    }
    return field(path, verb, place.openBlocks).map { Candidate($0.form.text(in: settings.language), $0.summary) }
  }
}
