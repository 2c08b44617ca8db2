import Messages
import PlanLanguage
import Programme

/// Every command. A new one is one line here.
enum Registry {
  static let commands: [AnyCommand] =
    [
      AnyCommand(LoadPurchases.self), AnyCommand(LoadMorePurchases.self), AnyCommand(LoadMembers.self),
      AnyCommand(LoadMoreMembers.self), AnyCommand(LoadActions.self), AnyCommand(LoadMoreActions.self),
      AnyCommand(MergeMembers.self), AnyCommand(Demo.self), AnyCommand(Include.self),
    ] + Programme.kinds.map(define) + [
      AnyCommand(DefineScenario.self), AnyCommand(Use.self),
      AnyCommand(Assume.self), AnyCommand(ShowAssumptions.self), AnyCommand(Run.self), AnyCommand(Compare.self),
      AnyCommand(Moves.self), AnyCommand(Diagnose.self), AnyCommand(Sweep.self),
      AnyCommand(Solve.self), AnyCommand(Optimise.self), AnyCommand(Tornado.self), AnyCommand(PlanEvent.self),
      AnyCommand(Chart.self),
      AnyCommand(ExplainMember.self),
      AnyCommand(ExplainMetric.self), AnyCommand(Assert.self),
    ] + MovesBetween.commands + Programme.kinds.flatMap(showObject) + [
      AnyCommand(ShowScenario.self), AnyCommand(ShowScenarios.self), AnyCommand(ShowPaths.self),
    ] + ShowGoal.commands + [
      AnyCommand(ShowSegments.self), AnyCommand(ShowPareto.self), AnyCommand(ShowAffinity.self),
      AnyCommand(ShowUsage.self), AnyCommand(ShowBenchmarks.self),
      AnyCommand(ShowMembers.self),
      AnyCommand(ShowMember.self),
      AnyCommand(ShowQuality.self),
      AnyCommand(ShowTruth.self), AnyCommand(ShowAccounts.self),
      AnyCommand(FitCustomers.self), AnyCommand(ShowFit.self), AnyCommand(ShowAtRisk.self),
      AnyCommand(ShowPotential.self),
      AnyCommand(NoteMember.self),
      AnyCommand(ShowSettings.self), AnyCommand(SetSetting.self), AnyCommand(Let.self), AnyCommand(For.self),
      AnyCommand(If.self),
      AnyCommand(Collect.self), AnyCommand(Undo.self),
      AnyCommand(Redo.self), AnyCommand(ShowHistory.self), AnyCommand(RecordSession.self),
      AnyCommand(ReplaySession.self), AnyCommand(Edit.self),
      AnyCommand(SaveSession.self), AnyCommand(FormatScript.self), AnyCommand(Timing.self), AnyCommand(Watch.self),
      AnyCommand(Export.self), AnyCommand(ExportAccounts.self), AnyCommand(Help.self),
      AnyCommand(Quit.self),
    ]

  /// The verbs, once each, in the order of `commands`.
  static var verbs: [String] {
    var verbs: [String] = []
    for command in commands where !verbs.contains(command.words[0]) { verbs.append(command.words[0]) }
    return verbs
  }

  /// What a verb does that several commands begin with.
  private static let summaries = [
    "load": Message("Reads purchases, members or actions from a file or a database", zh: "从文件或数据库读取购买、会员或行为数据"),
    "show": Message(
      "Objects, scenarios, members, settings, and how good the data are", zh: "显示对象、方案、会员、设置，以及数据质量"),
    "explain": Message("How a member or a metric comes to its figures", zh: "说明一名会员或一个指标的数字从何而来"),
  ]

  static func summary(of verb: String) -> Message {
    summaries[verb] ?? commands.first { $0.words[0] == verb }?.summary ?? .empty
  }

  /// What `verb` is called in other languages.
  static func aliases(of verb: String) -> [Alias] { commands.filter { $0.words[0] == verb }.flatMap(\.aliases) }

  /// Verbs by all their names.
  static var verbNames: [String] { verbs + commands.flatMap(\.aliases).flatMap(\.forms) }

  /// What the parser must know: which verbs take blocks, and their children.
  static let vocabulary: Vocabulary = {
    var vocabulary = words
    vocabulary.aliases = aliases
    return vocabulary
  }()

  /// Verbs by their names in other languages.
  static let aliases = Dictionary(
    commands.flatMap { command in command.aliases.flatMap(\.forms).map { ($0, command.words[0]) } },
    uniquingKeysWith: { first, _ in first })

  /// What a verb is called in the language that is spoken; nil where it has no other name.
  static func alias(of verb: String) -> String? {
    commands.lazy.filter { $0.words[0] == verb }.flatMap(\.aliases).compactMap { $0.text(in: .current) }.first
  }

  private static let words = Vocabulary(
    blocks: Dictionary(
      commands.filter(\.takesBlock).map { ($0.words[0], $0.shape) },
      uniquingKeysWith: { BlockShape($0.children.merging($1.children) { first, _ in first }) }),
    verbs: Set(commands.map { $0.words[0] }),
    bodies: Set(commands.filter { $0.body != nil }.map { $0.words[0] }),
    alternatives: Set(commands.filter { $0.body == .alternatives }.map { $0.words[0] }))

  /// The verb that a word typed at the prompt stands for.
  static func verb(meantBy word: String) -> String {
    var vocabulary = vocabulary
    vocabulary.allowsPrefixes = true
    return vocabulary.verb(meantBy: word)
  }

  /// The command whose words the statement starts with, the longest first. Where it was typed, a verb that begins
  /// several verbs is told apart from one that begins none.
  static func command(for statement: Statement, mayBeShort: Bool = false) throws(Diagnostic) -> AnyCommand {
    let candidates = commands.filter { $0.words[0] == statement.verb }
    let meant = verbs.filter { $0.hasPrefix(statement.verb) }
    if mayBeShort, candidates.isEmpty, meant.count > 1 {
      throw Diagnostic(ShellProblem.ambiguousVerb(statement.verb, verbs: meant), at: statement.verbSpan)
    }
    try checkVerb(of: statement)
    switch command(of: statement.verb, topic: statement.phrase.tokens.map(\.kind), mayBeShort: mayBeShort) {
    case .command(let command): return command
    case .several(let commands):
      let typed = [statement.verb] + statement.phrase.tokens.prefix(1).map(\.kind.text)
      throw Diagnostic(
        AmbiguousTopic(typed: typed.joined(separator: " "), commands: commands.map(\.name)),
        at: statement.phrase.tokens.first?.span)
    case .unknown: break
    }
    let topics = candidates.map { $0.words.dropFirst().joined(separator: " ") }
    let found = statement.phrase.tokens.first
    throw Diagnostic(
      ShellProblem.unknownTopic(verb: statement.verb, found?.kind.text ?? "", topics: topics),
      at: found?.span ?? statement.phrase.span)
  }

  /// - Throws: where no command begins with the statement's verb.
  static func checkVerb(of statement: Statement) throws(Diagnostic) {
    guard vocabulary.verbs.contains(statement.verb) else {
      throw Diagnostic(ShellProblem.unknownVerb(statement.verb, names: verbNames), at: statement.verbSpan)
    }
  }

  private static func define(_ kind: any ObjectKind) -> AnyCommand { kind.defineCommand }
  private static func showObject(_ kind: any ObjectKind) -> [AnyCommand] {
    // Some tell more than definitions.
    ([kind.showCommand] + [kind.listCommand].compactMap(\.self)).filter { command in
      command.words != ShowSegments.syntax.words && !ShowGoal.commands.contains { $0.words == command.words }
    }
  }
}
