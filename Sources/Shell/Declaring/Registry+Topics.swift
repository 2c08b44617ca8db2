import Messages
import PlanLanguage

extension Registry {
  /// The command that a statement's topic tells among those of its verb.
  enum Topic {
    case command(AnyCommand)
    /// What was typed begins several.
    case several([AnyCommand])
    case unknown

    var found: AnyCommand? { if case .command(let command) = self { command } else { nil } }
  }

  /// The command of `verb` whose further words `tokens` begin with, the longest first.
  ///
  /// Where a person types, the beginning of a topic stands for it, as long as it begins no other; a topic and its plural,
  /// `ladder` and `ladders`, are one, of which what follows tells the meant. A whole word always wins. Ids of members are
  /// read as they stand behind whole words only.
  static func command(of verb: String, topic tokens: [Token.Kind], mayBeShort: Bool) -> Topic {
    let candidates = commands.filter { $0.words[0] == verb && $0.words.count <= tokens.count + 1 }
    let exact = candidates.filter { zip($0.words.dropFirst(), tokens).allSatisfy { .word($0) == $1 } }
    if let command = exact.max(by: { $0.words.count < $1.words.count }) { return .command(command) }
    guard mayBeShort else { return .unknown }
    let begun = candidates.filter { zip($0.words.dropFirst(), tokens).allSatisfy { $1.isBeginning(of: $0) } }
    guard let shortest = begun.min(by: { $0.name.count < $1.name.count }) else { return .unknown }
    guard begun.allSatisfy({ [shortest.name, shortest.name + "s"].contains($0.name) }) else { return .several(begun) }
    let fitting = begun.filter { $0.couldGoOn(with: tokens.dropFirst($0.words.count - 1)) }
    let meant = fitting.min { $0.name.count < $1.name.count } ?? shortest
    return meant.slots.contains { $0.offer == .members } ? .unknown : .command(meant)
  }
}

extension AnyCommand {
  /// Whether as many arguments may stand behind its words as `tokens` begin with.
  fileprivate func couldGoOn(with tokens: some Sequence<Token.Kind>) -> Bool {
    let arguments = slots.filter { $0.clause == nil }
    let given = tokens.prefix { kind in !slots.contains { $0.clause == kind.word } }.count
    return given > 0 ? !arguments.isEmpty : !arguments.contains(where: \.isRequired)
  }
}

extension Token.Kind {
  /// Whether it is `word`, or the beginning of it.
  func isBeginning(of word: String) -> Bool { if case .word(let typed) = self { word.hasPrefix(typed) } else { false } }
}

extension Statement {
  /// The same with the words of `command` whole, where a person shortened them.
  func spelling(_ command: AnyCommand) -> Statement {
    var statement = self
    for (place, word) in command.words.dropFirst().enumerated() where place < phrase.tokens.count {
      statement.phrase.tokens[place] = Token(.word(word), phrase.tokens[place].span)
    }
    return statement
  }
}

/// The beginning of several topics.
struct AmbiguousTopic: Problem {
  let typed: String
  let commands: [String]

  var code: ErrorCode { .unknownName }
  var message: Message { Message("several commands begin with \(typed)", zh: "有多个命令以 \(typed) 开头") }
  var hint: Message? { thereAre(commands) }
}
