import Messages
import PlanLanguage

/// What may stand behind the beginning of a command's arguments, as the readers of its slots tell.
struct Expectation {
  /// A slot whose value may begin, or go on, at the end.
  struct Open {
    let slot: SlotSummary
    /// What stands before the value, and the value so far.
    let before: [Token]
    let value: [Token]
    let hints: [CompletionHint]
  }

  var open: [Open] = []
  /// Clauses that may follow.
  var clauses: [SlotSummary] = []
  /// Whether nothing is missing, so that a block may follow.
  var isWhole = false
}

extension Syntax {
  /// Reads `phrase` into `subject` as `parse` does, and says what may stand where it ends.
  func expectation(after phrase: Phrase, for subject: Subject) -> Expectation {
    var subject = subject
    var reader = PhraseReader(asking: phrase)
    var result = Expectation()
    for slot in slots where slot.place == .argument {
      if let word = reader.next?.kind.word, slots.contains(where: { $0.place == .clause(word) }) {
        if slot.isRequired { return Expectation() }
        continue
      }
      let isMissing = reader.isAtEnd
      let isRead = result.read(slot, of: phrase, &subject, &reader)
      if isMissing ? slot.isRequired : !isRead { return result }
    }
    var seen: [String] = []
    while let next = reader.next {
      guard case .word(let word) = next.kind, !seen.contains(word),
        let slot = slots.first(where: { $0.place == .clause(word) })
      else { return Expectation() }
      seen.append(word)
      reader.advance()
      let isMissing = reader.isAtEnd && !slot.label.isEmpty
      if !result.read(slot, of: phrase, &subject, &reader) || isMissing { return result }
    }
    let left = slots.filter { slot in
      if case .clause(let word) = slot.place { !seen.contains(word) } else { false }
    }
    result.clauses = left.map { SlotSummary($0) }
    result.isWhole = !left.contains(where: \.isRequired)
    return result
  }
}

extension Expectation {
  /// False where nothing can be read behind the slot.
  fileprivate mutating func read<Subject>(
    _ slot: Slot<Subject>, of phrase: Phrase, _ subject: inout Subject, _ reader: inout PhraseReader
  ) -> Bool {
    let value = reader.rest.tokens
    reader.forgetHints()
    var isRead = true
    do throws(Diagnostic) { try slot.read(&subject, &reader) } catch { isRead = false }
    guard reader.isAtEnd else { return isRead }
    if value.isEmpty && !slot.label.isEmpty || !reader.hinted.isEmpty {
      let before = Array(phrase.tokens.dropLast(value.count))
      open.append(Open(slot: SlotSummary(slot), before: before, value: value, hints: reader.hinted))
    }
    return isRead
  }
}
