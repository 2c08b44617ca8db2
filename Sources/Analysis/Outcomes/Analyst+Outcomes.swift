import Intake
import MemberBook
public import Messages
public import PlanLanguage
public import Programme
public import Quantities
public import Simulation

extension Analyst {
  /// The days that a horizon means, all of them history.
  public func days(of horizon: Placed<Horizon>) throws(Diagnostic) -> DayRange {
    let span = horizon.span
    let data = try loaded(at: span)
    let asOf = asOf(data)
    let range: DayRange?
    switch horizon.value {
    case .days(let days): range = days
    case .from(let day): range = DayRange(day, max(day, asOf))
    case .until(let day): range = DayRange(min(data.book.firstDay, day), day)
    case .last(let duration): range = DayRange((asOf - duration) + 1, asOf)
    case .history: range = DayRange(min(data.book.firstDay, asOf), asOf)
    case .next: throw Diagnostic(ReplayProblem.futureRange, at: span)
    }
    guard let range else { throw Diagnostic(ReplayProblem.futureRange, at: span) }
    if range.first > asOf { throw Diagnostic(ReplayProblem.rangeAfterData(range, last: asOf), at: span) }
    if range.last < data.book.firstDay {
      throw Diagnostic(ReplayProblem.rangeBeforeData(range, first: data.book.firstDay), at: span)
    }
    // Of a year that is not over, what is history.
    return DayRange(range.first, min(range.last, asOf)) ?? range
  }

  /// The rules of a scenario, which must exist.
  public func rules(of name: Reference) throws(Diagnostic) -> Rules {
    guard programme.scenarioNames.contains(name.text) else {
      throw Diagnostic(
        AnalysisProblem.noSuch(
          kind: .kind("scenario"), name.text, names: programme.scenarioNames,
          list: Message("`show scenarios` lists them.", zh: "`show scenarios` 列出全部方案。")), at: name.span)
    }
    do { return try resolved(try programme.rules(of: name.text)) } catch { throw error.placed(at: name.span) }
  }

  /// The rules with the members of list files in place of the files.
  func resolved(_ rules: Rules) throws(Diagnostic) -> Rules {
    var rules = rules
    for place in rules.benefits.indices {
      guard case .list(let file)? = rules.benefits[place].members else { continue }
      do {
        let rows = try loadMemberList(from: files.reading(Quoted(file.path, at: file.span)))
        rules.benefits[place].members = .ids(rows.map(\.id))
      } catch { throw error.placed(at: file.span) }
    }
    return rules
  }

  /// The outcome of a scenario over a range; computed once as long as nothing changes that it depends on.
  /// With `accounts` it tells the metrics too that need them.
  public mutating func outcome(
    _ rules: Rules, over range: DayRange, by split: Split? = nil, accounts: Bool = false
  ) throws(Diagnostic) -> Outcome {
    var data = try loaded()
    let split = split == .tier ? nil : split
    let question = Dataset.Question(rules: rules.anonymous, range: range, split: split)
    let known = data.answers.firstIndex { $0.question == question }
    if let known, data.answers[known].outcome.hasAccounts || !accounts { return data.answers[known].outcome }
    var outcome: Outcome
    if let known {
      outcome = data.answers.remove(at: known).outcome
    } else {
      let compiled = try data.history.compile(rules, through: range.last)
      outcome = try Replay(data.history)(
        compiled, over: range, by: split, job: job)
    }
    if accounts {
      let isShort = VintageTable.covers(data.book.firstDay, through: range.last)
      outcome.attach(isShort ? try self.accounts(of: rules, through: range.last) : nil, over: range)
    }
    data.answers.append((question, outcome))
    if data.answers.count > Dataset.answerLimit { data.answers.removeFirst() }
    dataset = data
    return outcome
  }

  /// What the points of a scenario are booked at, through `last`; nil without a points policy.
  public func accounts(of rules: Rules, through last: Day) throws(Diagnostic) -> PointsAccounts? {
    guard rules.points != nil else { return nil }
    let data = try loaded()
    let compiled = try data.history.compile(rules, through: last)
    return try Replay(data.history).accounts(
      compiled, through: last, job: job)
  }
}

extension Rules {
  /// The same rules under no scenario's name: what an outcome depends on.
  var anonymous: Rules {
    var copy = self
    copy.scenario = ""
    return copy
  }
}
