import MemberBook
import Programme
import Quantities
import Simulation

extension Session {
  /// - Throws: `.noData` before anything is loaded.
  func loaded(at span: Span? = nil) throws(Diagnostic) -> Dataset {
    guard let dataset else { throw Diagnostic(ShellProblem.noData, at: span) }
    return dataset
  }

  /// The last day that is history.
  func asOf(_ dataset: Dataset) -> Day {
    // Ten years without a purchase change nothing any more, and every day has its tables.
    min(settings.today ?? dataset.book.lastDay, dataset.book.lastDay + CalendarDuration.months(120))
  }

  /// The days that a horizon means, all of them history.
  func days(of horizon: Placed<Horizon>) throws(Diagnostic) -> DayRange {
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

  func scenarioNames() -> [String] { [Scenario.baseline] + programme.scenarios.map(\.name) }

  /// The rules of a scenario, which must exist.
  func rules(of name: Reference) throws(Diagnostic) -> Rules {
    guard scenarioNames().contains(name.text) else {
      throw Diagnostic(
        ShellProblem.noSuch(
          kind: "scenario", name.text, names: scenarioNames(), list: "`show scenarios` lists them."), at: name.span)
    }
    do { return try programme.rules(of: name.text) } catch { throw error.placed(at: name.span) }
  }

  /// The outcome of a scenario over a range; computed once as long as nothing changes that it depends on.
  mutating func outcome(_ rules: Rules, over range: DayRange, by split: Split? = nil) throws(Diagnostic) -> Outcome {
    var data = try loaded()
    let split = split == .tier ? nil : split
    let question = Dataset.Question(rules: rules.anonymous, range: range, split: split)
    if let known = data.answers.first(where: { $0.question == question }) { return known.outcome }
    let compiled = try CompiledRules(rules, for: data.history, through: max(range.last, data.book.lastDay))
    let outcome = try Replay(data.history)(
      compiled, over: range, by: split, stop: environment.stop, progress: environment.progress)
    data.answers.append((question, outcome))
    if data.answers.count > Dataset.answerLimit { data.answers.removeFirst() }
    dataset = data
    return outcome
  }

  /// What a reader of figures over `range` must know.
  func notes(on rules: Rules, over range: DayRange, _ outcome: Outcome) -> [String] {
    guard let dataset else { return [] }
    var notes: [String] = []
    let warmUp = range.first - dataset.book.firstDay
    let wanted = rules.ladder.tiers.count > 1 ? rules.ladder.warmUpDays : 0
    if warmUp < wanted {
      notes.append(
        "nothing is known before \(dataset.book.firstDay), where the data start; window and keep reach back about "
          + "\(counted(wanted, "day")), so early tiers may be too low")
    }
    if outcome.notYetJoined > 0 {
      notes.append(
        "\(counted(Int(outcome.notYetJoined), "member")) had not bought by \(range.last) and count on \(outcome.tiers[0])"
      )
    }
    if rules.ladder.keep == .whileQualified {
      if rules.ladder.grace != nil || rules.ladder.downgrade != .oneStep {
        notes.append("`keep = while qualified` has no reviews, so `downgrade` and `grace` have no effect")
      }
      if rules.ladder.upgrade == .monthEnd {
        notes.append(
          "`keep = while qualified` looks every morning; `month end` only keeps purchases from upgrading at once")
      }
    }
    if !rules.assumptions.isEmpty {
      if !dataset.book.lines.cost.isEmpty {
        notes.append("the data have costs line by line; the assumed margin is for lines without one only")
      } else if !outcome.costing.knowsMargin {
        notes.append("a margin is assumed for a part of the sales only; `assume margin = …` covers the rest")
      }
    }
    for assumption in rules.assumptions where dataset.book.lines.cost.isEmpty {
      notes.append(
        "\(assumption.title) is assumed at \(assumption.value.text(in: notation))"
          + (assumption.value.isFixed ? "" : ", its middle is used") + (assumption.because.map { " (\($0))" } ?? ""))
    }
    notes += factNotes(on: rules, outcome, dataset)
    if rules.points == nil, rules.ladder.tiers.contains(where: { $0.points.isSet }) {
      notes.append("a tier asks for points, but no points policy is defined, so nobody earns any")
    }
    for bonus in rules.points?.bonuses ?? [] {
      notes += unknownNames(in: bonus.when, of: "bonus \(bonus.name)", dataset)
    }
    for benefit in rules.benefits {
      if case .purchases(let condition)? = benefit.when {
        notes += unknownNames(in: condition, of: "benefit \(benefit.name)", dataset)
      }
    }
    return notes
  }

  /// Stores and categories that a condition names and the data do not have.
  private func unknownNames(in condition: Condition?, of owner: String, _ data: Dataset) -> [String] {
    guard let condition else { return [] }
    let categories = condition.categoryNames.filter { data.book.categories.code(of: $0) == nil }
    let stores = condition.storeNames.filter { data.book.stores.code(of: $0) == nil }
    return categories.map { "\(owner) names category \(quoted($0)), which the data do not have" }
      + stores.map { "\(owner) names store \(quoted($0)), which the data do not have" }
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
