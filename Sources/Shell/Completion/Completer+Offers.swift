import Analysis
import Intake
import MemberBook
import Messages
import PlanLanguage
import Programme
import Reporting
import Simulation

/// What an offer holds in this session.
extension Completer {
  func candidates(for offer: Offer, _ open: Expectation.Open, _ partial: String) -> [Candidate] {
    switch offer {
    case .nothing, .settingValues, .statement, .topics: []
    case .words(let words): words.map { Candidate($0) }
    case .scenarios: scenarioCandidates
    case .comparables: scenarioCandidates + objects(Event.declaration.kind)
    case .objects(let word): objects(word)
    case .conditions: objects(Segment.declaration.kind) + objects(Tag.declaration.kind)
    case .rankings: MemberMeasure.candidates.map { Candidate($0) } + objects(Score.declaration.kind)
    case .objectsOfKind: objects(open.before.last?.kind.word ?? "")
    case .members: memberIDs(beginningWith: partial).filter { !open.before.compactMap(\.kind.word).contains($0.text) }
    case .paths: paths
    case .dials: dials
    case .metrics: metrics(partial)
    case .goals:
      open.value.isEmpty
        ? [
          Candidate(Optimise.Goal.words[0], Message("as large as it gets", zh: "越大越好")),
          Candidate(Optimise.Goal.words[1], Message("as small as it gets", zh: "越小越好")),
        ] : metrics(partial)
    case .values: variableCandidates + metrics(partial)
    case .rounds:
      scenarioCandidates + [Candidate("tiers(", Message("each tier of a ladder", zh: "等级体系的每个等级"))]
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
    case .charts:
      [
        Candidate("_", Message("the last result", zh: "上一个结果")),
        Candidate("histogram", Message("of members, by what they spend or how often", zh: "会员按消费额或次数的分布")),
      ] + tables + metrics(partial)
    case .tables: tables
    case .columns:
      (session.lastReport?.tables ?? []).flatMap(\.columns).map {
        Candidate($0.key, Message("a column of the last result", zh: "上一个结果的列"))
      }
    case .files: files(beginningWith: partial)
    case .sources:
      files(beginningWith: partial) + [
        Candidate("odbc", Message("a database, by its connection string", zh: "数据库，用连接字符串"))
      ]
    }
  }

  /// Something by its own name or, where that is what is typed or nothing is typed yet, by what it is called in the
  /// session's language; a name in the other script is taken for the same.
  func named(_ name: String, _ aliases: [Alias], _ note: Message, typed partial: String) -> [Candidate] {
    let own = Candidate(name, note)
    let others = aliases.map { alias in
      Candidate(
        alias.text(in: session.settings.language) ?? alias.forms[0], Message("\(name): \(note)", zh: "\(name)：\(note)"),
        alsoTyped: alias.forms)
    }
    if partial.isEmpty { return [session.settings.language == .english ? own : others.first ?? own] }
    let fitting = ([own] + others).first { candidate in
      ([candidate.text] + candidate.alsoTyped).contains { $0.hasPrefix(partial) }
    }
    return [fitting].compactMap(\.self)
  }

  func verbs(_ partial: String) -> [Candidate] {
    Registry.verbs.flatMap { named($0, Registry.aliases(of: $0), Registry.summary(of: $0), typed: partial) }
  }

  private func metrics(_ partial: String) -> [Candidate] {
    Metric.all.flatMap { named($0.name, $0.aliases, $0.summary, typed: partial) }
  }

  private var scenarioCandidates: [Candidate] {
    [Candidate(Scenario.baseline, Message("what the objects say", zh: "各对象的现有规则"))]
      + session.programme.scenarios.map {
        Candidate(spelled(name: $0.name), Message("from \($0.parent)", zh: "以 \($0.parent) 为基础"))
      }
  }

  private func objects(_ word: String) -> [Candidate] {
    guard let kind = Programme.kinds.first(where: { $0.word == word }) else { return [] }
    return kind.names(in: session.programme).map { Candidate(kind.spelled($0), .kind(word)) }
  }

  private var tables: [Candidate] {
    (session.lastReport?.tables ?? []).map { Candidate($0.name, Message("a table of the last result", zh: "上一个结果的表")) }
  }

  /// Every path that a scenario can set, with its present value.
  private var paths: [Candidate] { session.programme.paths(session.notation).map(Candidate.init) }

  /// The paths whose numbers can be turned.
  private var dials: [Candidate] { session.programme.paths(session.notation).filter(\.isDial).map(Candidate.init) }

  private var variableCandidates: [Candidate] {
    session.variables.sorted { $0.key < $1.key }.map {
      Candidate($0.key, Message(verbatim: Printer.text(of: $0.value)))
    }
  }

  func setting(_ name: Token.Kind?) -> Field<Settings>? { Settings.fields.first { $0.name == name?.word } }

  /// Names of a kind that a reader asked for: of objects, of parts of them, or out of the data.
  func names(of kind: String, _ place: CompletionPlace) -> [Candidate] {
    let book = session.dataset?.book
    let names: [String]? =
      switch kind {
      case "tier": session.programme.ladders.isEmpty ? [] : session.programme.tierNames
      case "category": book?.categories.names ?? []
      case "store": book?.stores.names ?? []
      case "channel": book?.channels.names ?? []
      case "action": book?.actions?.kinds.names ?? []
      case "attribute": book?.profiles?.attributes.map(\.name) ?? []
      case "column": book?.profiles?.columnNames ?? []
      case "header": place.source.map { headers(ofFile: session.analyst.files.reading($0)) } ?? []
      default: nil
      }
    if kind == "scenario" { return scenarioCandidates }
    return names?.map { Candidate(spelled(name: $0), .kind(kind)) } ?? objects(kind)
  }

  /// What may stand in the brackets of a metric, behind the names that are there.
  func arguments(of name: String, after given: [String]) -> [Candidate] {
    guard let metric = Metric.named(name) else { return [] }
    func open(_ kind: String, _ names: [String]) -> [Candidate] {
      given.contains(where: names.contains) ? [] : names.map { Candidate(spelled(name: $0), .kind(kind)) }
    }
    func bare(_ kind: String, _ names: [String]) -> [Candidate] {
      given.isEmpty ? names.map { Candidate($0, .kind(kind)) } : []
    }
    let (periods, benefits): ([Candidate], [Candidate]) =
      switch metric.takes {
      case .benefit: ([], open(Benefit.declaration.kind, session.programme.benefits.map(\.name)))
      case .budget: (bare(Budget.declaration.kind, session.programme.names(of: .budget)), [])
      case .goal: (bare(Goal.declaration.kind, session.programme.names(of: .goal)), [])
      case nil: ([], [])
      }
    func named(_ kind: String) -> [String] {
      metric.splits.contains(.segment) ? session.programme.conditions.filter { $0.kind == kind }.map(\.name) : []
    }
    return periods + (metric.splits.contains(.tier) ? open("tier", session.programme.tierNames) : [])
      + open(Segment.declaration.kind, named("segment")) + open(Tag.declaration.kind, named("tag"))
      + benefits
      + (given.contains(where: session.programme.scenarioNames.contains) ? [] : scenarioCandidates)
  }

  /// The topics of help that go on behind `words`.
  func topics(behind words: [String], _ partial: String) -> [Candidate] {
    let first = words.isEmpty ? verbs(partial) + metrics(partial) : []
    let listed = Set(words.isEmpty && partial.isEmpty ? Registry.verbs + Metric.all.map(\.name) : [])
    return first
      + HelpText.topics.compactMap { topic in
        let parts = topic.split(separator: " ").map(String.init)
        guard parts.count > words.count, parts.starts(with: words), !listed.contains(topic) else { return nil }
        return Candidate(parts[words.count...].joined(separator: " "))
      }
  }
}

extension Candidate {
  init(_ path: FieldPath) {
    self.init(path.text, path.value.map { Message(verbatim: $0) } ?? .notSet)
  }
}
