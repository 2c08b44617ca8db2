public import Quantities

/// What can be wrong with a definition.
public enum DefinitionProblem: Problem {
  case noSuchField(String, of: String, names: [String])
  case givenTwice(field: String)
  case notScheduled(field: String)
  case takesNoName(field: String)
  case takesOneName(field: String, key: String)
  case childWithoutName(kind: String)
  case childTakesBlock(kind: String)
  case childNameTaken(String, in: String)
  case missing(String, of: String, example: String)
  case entryTierHasThreshold(String)
  case noThreshold(tier: String)
  case thresholdBelow(metric: String, tier: String, value: String, previous: String, previousValue: String)
  case noTier(ladder: String)
  case noDial(String)
  case tooManyTiers(limit: Int)
  case childNeedsField(String, kind: String, example: String)
  case needsQuotes(String)
  case tierOfNoLadder(String, in: String, names: [String])
  case unknownPath(String, names: [String])
  case objectPathNeedsField(String)
  case unknownParent(String, names: [String])
  case circularScenario(String)
  case chainTooLong(limit: Int)
  case baselineRedefined
  case nameTaken(String, by: String)
  case unknownChoice(kind: String, String, names: [String])
  case ambiguousChoice(kind: String, names: [String])

  public var code: ErrorCode {
    switch self {
    case .needsQuotes: .syntax
    case .chainTooLong, .tooManyTiers: .limit
    case .tierOfNoLadder, .childNeedsField, .noSuchField, .unknownPath, .unknownParent, .unknownChoice,
      .objectPathNeedsField:
      .unknownName
    case .givenTwice, .childNameTaken, .nameTaken, .baselineRedefined: .nameTaken
    case .notScheduled, .takesNoName, .takesOneName, .noDial, .entryTierHasThreshold, .childTakesBlock: .value
    case .childWithoutName, .missing, .noThreshold, .ambiguousChoice: .missing
    case .thresholdBelow, .circularScenario, .noTier: .conflict
    }
  }

  public var message: Message {
    switch self {
    case .noSuchField(let name, let kind, _): "\(name) is no field of \(kind)"
    case .givenTwice(let field): "\(field) is given twice"
    case .notScheduled(let field): "\(field) cannot change `during` a range: it is part of the structure"
    case .takesNoName(let field): "\(field) takes no name in brackets"
    case .takesOneName(let field, let key): "\(field) stands for one \(key), whose name follows in brackets"
    case .childNeedsField(let name, let kind, _): "\(name) is a whole \(kind); name one of its fields"
    case .needsQuotes(let name): "`\(name)` is a word of the language, so as a name it needs quotes"
    case .tierOfNoLadder(let name, let owner, _): "\(owner) names tier \(name), which no ladder has"
    case .tooManyTiers(let limit): "a ladder can have at most \(limit) tiers"
    case .noDial(let field): "\(field) holds no number that could be turned"
    case .childWithoutName(let kind): "this \(kind) has no name"
    case .childTakesBlock(let kind): "a \(kind) takes its fields in braces, not a value"
    case .childNameTaken(let name, let kind): "the \(kind) already has something called \(name)"
    case .missing(let field, let owner, _): "\(owner) does not say its \(field)"
    case .entryTierHasThreshold(let tier): "\(tier) is the first tier, where everyone starts, so it takes no threshold"
    case .noThreshold(let tier): "tier \(tier) names no threshold, so nobody could ever reach it"
    case .thresholdBelow(let metric, let tier, let value, let previous, let previousValue):
      "\(tier) asks for less \(metric) (\(value)) than \(previous) below it (\(previousValue))"
    case .noTier(let ladder): "ladder \(ladder) has no tier"
    case .unknownPath(let path, _): "nothing is called \(path)"
    case .objectPathNeedsField(let path): "\(path) names a whole object; a scenario changes one of its fields"
    case .unknownParent(let name, _): "no scenario named \(name)"
    case .circularScenario(let name): "scenario \(name) would build on itself"
    case .chainTooLong(let limit): "more than \(limit) scenarios build on each other"
    case .baselineRedefined: "`baseline` is what the objects themselves say and cannot be defined"
    case .nameTaken(let name, let kind): "\(name) is already the name of something else: \(kind) \(name)"
    case .unknownChoice(let kind, let name, _): "no \(kind) named \(name)"
    case .ambiguousChoice(let kind, let names):
      "there are several definitions of \(kind): \(names.joined(separator: ", "))"
    }
  }

  public var hint: Message? {
    switch self {
    case .noSuchField(let name, _, let names), .unknownPath(let name, let names):
      suggestion(for: name, among: names, else: names.isEmpty ? nil : thereAre(names))
    case .unknownParent(let name, let names):
      suggestion(for: name, among: names, else: "`show scenarios` lists them; `baseline` is always there")
    case .unknownChoice(let kind, let name, let names):
      suggestion(for: name, among: names, else: "`show \(kind == "points" ? kind : kind + "s")` lists them")
    case .missing(_, _, let example): "such as: \(example)"
    case .entryTierHasThreshold: "put a tier without thresholds first, such as: tier 普通"
    case .noThreshold: "such as: tier 银卡 { spend = 2,000 }"
    case .thresholdBelow: "a tier may ask for as much as the one below it, or more"
    case .nameTaken, .childNameTaken: "choose another name: one name stands for one thing"
    case .objectPathNeedsField(let path): "`show paths` lists what can be set, such as \(path).…"
    case .ambiguousChoice(let kind, let names): "say which: use \(kind) \(names.first ?? "NAME")"
    case .noTier: "such as: tier 普通"
    case .childNeedsField(_, _, let example): "such as: \(example)"
    case .needsQuotes(let name): "write \(quoted(name))"
    case .tierOfNoLadder(let name, _, let names):
      suggestion(for: name, among: names, else: thereAre(names))
    case .noDial: "`show paths` lists the paths and their values"
    case .takesNoName(let field): "write \(field) alone"
    case .takesOneName(let field, _): "such as: \(field)(签到)"
    case .notScheduled: "thresholds, rates and multipliers can; for the rest compare two scenarios"
    case .givenTwice, .childWithoutName, .childTakesBlock, .circularScenario, .baselineRedefined,
      .chainTooLong, .tooManyTiers:
      nil
    }
  }

  private func suggestion(for name: String, among names: [String], else fallback: Message?) -> Message? {
    didYouMean(name, among: names) ?? fallback
  }
}
