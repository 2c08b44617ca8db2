import Programme
public import Quantities

/// What can go wrong with a statement that is well formed.
public enum ShellProblem: Problem {
  case unknownVerb(String, names: [String])
  case ambiguousVerb(String, verbs: [String])
  case unknownTopic(verb: String, String, topics: [String])
  case missing(String, of: String, usage: String)
  case unexpected(String, usage: String)
  case clauseTwice(String)
  case blockMissing(verb: String, example: String)
  case noSuch(kind: String, String, names: [String], list: String)
  case unknownVariable(String, names: [String])
  case notAVariableName(String)
  case variableInBraces(String, expected: String)
  case otherCurrency(found: Currency, session: Currency)
  case noData
  case noDemo
  case includedInItself(String)
  case needsResponse(String)
  case unknownMetric(String, names: [String])
  case metricArguments(String, expected: String)
  case metricNotSplit(String, by: String, possible: [String])
  case oneSplitOnly
  case ambiguousName(String, meanings: [String])
  case valuesDiffer(left: String, right: String, operation: String)
  case notACondition(String)
  case notANumber(String)
  case divisionByZero
  case overflow
  case undefinedValue(String)
  case noRange
  case assertionFailed(String, message: String?, facts: [String])
  case nameInUse(String, by: String)
  case namedTwice(String)
  case mixedKinds(String, isEvent: Bool)
  case clauseNotFor(String, kind: String)
  case amountsTooLarge
  case dataTooLarge

  public var code: ErrorCode {
    switch self {
    case .unknownVerb, .ambiguousVerb, .unknownTopic, .noSuch, .unknownVariable, .unknownMetric: .unknownName
    case .missing, .blockMissing, .noRange: .missing
    case .notAVariableName, .variableInBraces, .unexpected, .clauseTwice, .metricArguments, .notACondition, .notANumber,
      .oneSplitOnly, .clauseNotFor:
      .syntax
    case .otherCurrency, .valuesDiffer: .unit
    case .noData, .noDemo: .noData
    case .includedInItself: .file
    case .needsResponse, .metricNotSplit, .undefinedValue: .metric
    case .ambiguousName, .nameInUse, .namedTwice: .nameTaken
    case .divisionByZero, .mixedKinds: .value
    case .overflow, .amountsTooLarge: .overflow
    case .assertionFailed: .assertion
    case .dataTooLarge: .limit
    }
  }

  public var message: Message {
    switch self {
    case .unknownVerb(let verb, _): "no verb named \(verb)"
    case .ambiguousVerb(let prefix, _): "several verbs begin with \(prefix)"
    case .unknownTopic(let verb, let topic, _): topic.isEmpty ? "`\(verb)` what?" : "`\(verb)` knows no \(topic)"
    case .missing(let what, let verb, _): "`\(verb)` needs \(what)"
    case .unexpected(let found, _): "`\(found)` does not belong here"
    case .clauseTwice(let word): "`\(word)` is given twice"
    case .blockMissing(let verb, _): "`\(verb)` needs a block in braces"
    case .noSuch(let kind, let name, _, _): "no \(kind) named \(name)"
    case .unknownVariable(let name, _): "no variable named \(name)"
    case .notAVariableName(let name): "\(quoted(name)) cannot be the name of a variable"
    case .variableInBraces(let name, let expected): "expected \(expected), found the variable `\(name)`"
    case .otherCurrency(let found, let session):
      "this is in \(found.symbol), but the session counts in \(session.symbol)"
    case .noData: "no purchases are loaded"
    case .noDemo: "the truth is known of the demo store alone, which is not what is loaded"
    case .includedInItself(let path): "\(path) would include itself"
    case .needsResponse(let name): "\(name) does not exist for a past range: replay has no response to compare with"
    case .unknownMetric(let name, _): "no metric named \(name)"
    case .metricArguments(let name, let expected): "\(name) takes \(expected)"
    case .metricNotSplit(let name, let split, _): "\(name) cannot be split by \(split)"
    case .oneSplitOnly: "a table can be split by tier and by one thing more"
    case .ambiguousName(let name, let meanings): "\(name) can mean \(meanings.joined(separator: " or "))"
    case .valuesDiffer(let left, let right, let operation): "\(left) and \(right) cannot be joined by `\(operation)`"
    case .notACondition(let found): "expected a condition that holds or not, found \(found)"
    case .notANumber(let found): "expected a number, found \(found)"
    case .divisionByZero: "this divides by 0"
    case .overflow: "the result is too large, or too fine a fraction, to be exact"
    case .undefinedValue(let name): "\(name) is undefined here: it would divide by 0, or needs what is not known"
    case .noRange: "there is no range to look at"
    case .assertionFailed(let condition, let message, let facts):
      "assertion failed: " + (message.map { "\($0): " } ?? "") + condition
        + (facts.isEmpty ? "" : ", but " + facts.joined(separator: ", "))
    case .nameInUse(let name, let kind): "\(name) is already the name of a \(kind)"
    case .namedTwice(let name): "\(name) is named twice"
    case .mixedKinds(let name, let isEvent):
      "\(name) is \(isEvent ? "an event" : "no event"), but the first of those compared is \(isEvent ? "none" : "one")"
    case .clauseNotFor(let word, let kind): "`\(word)` has no meaning for \(kind)"
    case .amountsTooLarge: "the amounts in this file add up to more than can be counted exactly"
    case .dataTooLarge: "the file is too large to be a script"
    }
  }

  public var hint: Message? {
    switch self {
    case .unknownVerb(let verb, let names): suggestion(verb, names, else: "`help` lists the verbs")
    case .ambiguousVerb(_, let verbs): "there are: " + verbs.joined(separator: ", ")
    case .unknownTopic(_, let topic, let topics):
      suggestion(topic, topics, else: "there are: " + topics.joined(separator: ", "))
    case .missing(_, _, let usage), .unexpected(_, let usage): "usage: " + usage
    case .blockMissing(_, let example): "such as: " + example
    case .noSuch(_, let name, let names, let list):
      (nearestName(to: name, among: names).map { "did you mean \($0)?  " } ?? "") + list
    case .unknownVariable(let name, let names):
      suggestion(
        name, names, else: names.isEmpty ? "`let \(name) = …` makes one" : "there are: " + names.joined(separator: ", ")
      )
    case .otherCurrency(let found, _): "`set currency = \(found.symbol)` changes the session's currency"
    case .notAVariableName: "a variable's name is one word of letters, digits and _"
    case .variableInBraces(let name, _): "write {\(name)} for its value"
    case .noData: "`load purchases from \"FILE.csv\"` loads some"
    case .noDemo: "`demo boutique` loads it in place of the data"
    case .needsResponse:
      "`plan EVENT` has them; a scenario's need a projection. `margin` and `programme_cost` can be replayed"
    case .unknownMetric(let name, let names): suggestion(name, names, else: "`help metrics` lists them")
    case .metricNotSplit(_, _, let possible):
      possible.isEmpty
        ? "it is one figure for the whole range" : "it can be split by " + possible.joined(separator: ", ")
    case .ambiguousName(let name, let meanings): "say which, such as: \(meanings.first ?? "tier") \(name)"
    case .noRange: "give it one, such as: over last 6mo"
    case .valuesDiffer(let left, let right, _) where [left, right].contains("a percent"):
      "write a share as a percent: 50% for a half"
    case .mixedKinds: "compare scenarios with scenarios, and events with events"
    case .clauseNotFor(_, let kind):
      kind == "events" ? "events are compared on draws: [draws N] [seed N]" : "only draws take it: `help compare`"
    case .nameInUse: "choose another name: one name stands for one thing"
    case .valuesDiffer, .notACondition, .notANumber, .divisionByZero, .overflow, .undefinedValue, .assertionFailed,
      .clauseTwice, .metricArguments, .oneSplitOnly, .includedInItself, .namedTwice, .amountsTooLarge,
      .dataTooLarge:
      nil
    }
  }

  private func suggestion(_ name: String, _ names: [String], else fallback: String) -> String {
    nearestName(to: name, among: names).map { "did you mean \($0)?" } ?? fallback
  }
}
