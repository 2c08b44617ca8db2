public import Messages
import PlanLanguage

/// A scenario with every assignment of its chain carried out: what the kernel is compiled from.
public struct Rules: Sendable, Equatable {
  /// Its name, the baseline's for the baseline.
  public var scenario: String
  /// The ladder in force.
  public var ladder: Ladder
  /// Nil: nothing is earned.
  public var points: PointsPolicy?
  /// Those in force.
  public var benefits: [Benefit]
  /// Those in force.
  public var coupons: [Coupon] = []
  /// Those in force.
  public var budgets: [Budget] = []
  /// Those in force.
  public var goals: [Goal] = []
  /// Those in force.
  public var memberships: [Membership] = []
  /// Those in force.
  public var assumptions: [Assumption]

  /// Everything in force under `scenario`.
  public init(
    scenario: String = Scenario.baseline, ladder: Ladder, points: PointsPolicy? = nil, benefits: [Benefit] = [],
    assumptions: [Assumption] = []
  ) {
    self.scenario = scenario
    self.ladder = ladder
    self.points = points
    self.benefits = benefits
    self.assumptions = assumptions
  }
}

extension Programme {
  /// The scenario of that name; nil where there is none.
  public func scenario(named name: String) -> Scenario? { scenarios.first { $0.name == name } }

  /// The scenarios from baseline's child down to `scenario`.
  func chain(to scenario: Scenario) throws(Diagnostic) -> [Scenario] {
    let limit = 50
    var chain = [scenario]
    while let oldest = chain.first, oldest.parent != Scenario.baseline {
      guard let parent = self.scenario(named: oldest.parent) else {
        throw Diagnostic(DefinitionProblem.unknownParent(oldest.parent, names: scenarios.map(\.name)))
      }
      guard !chain.contains(where: { $0.name == parent.name }) else {
        throw Diagnostic(DefinitionProblem.circularScenario(scenario.name))
      }
      guard chain.count < limit else { throw Diagnostic(DefinitionProblem.chainTooLong(limit: limit)) }
      chain.insert(parent, at: 0)
    }
    return chain
  }

  /// The programme as `scenario` has it, checked whole.
  public func applying(_ scenario: Scenario) throws(Diagnostic) -> Programme {
    var result = self
    let chain = try chain(to: scenario)
    for link in chain {
      for assignment in link.assignments { try result.set(assignment) }
    }
    let assignments = chain.flatMap(\.assignments)
    for kind in Programme.kinds {
      guard let found = kind.inconsistency(in: result) else { continue }
      if let set = result.entryTierSet(found, by: assignments) { throw set }
      let cause =
        assignments.last { found.path.starts(with: $0.path.map(\.label)) }
        ?? assignments.last { $0.path.first?.name == found.path.first }
      throw Diagnostic(found.problem, at: cause?.value.span)
    }
    return result
  }

  /// An assignment that gives the entry tier of a ladder a threshold.
  private func entryTierSet(_ found: Inconsistency, by assignments: [Assignment]) -> Diagnostic? {
    guard let problem = entryTierSet(found) else { return nil }
    let cause = assignments.last { $0.path.map(\.label).starts(with: found.path) }
    return cause.flatMap { cause in
      cause.path.first.map { Diagnostic(problem, at: cause.path.reduce($0.span) { $0.to($1.span) }) }
    }
  }

  /// What is wrong with a threshold of an entry tier that is set by its path.
  func entryTierSet(_ found: Inconsistency) -> DefinitionProblem? {
    guard case .entryTierHasThreshold(let tier)? = found.problem as? DefinitionProblem,
      let ladder = ladders.first(where: { $0.name == found.path.first })
    else { return nil }
    let name = spelled(name: ladder.name)
    return .entryTierSet(tier, others: ladder.tiers.dropFirst().prefix(3).map { "\(name).\(spelled(name: $0.name))" })
  }

  private mutating func set(_ assignment: Assignment) throws(Diagnostic) {
    if assignment.path.count == 1, let step = assignment.path.first,
      let kind = Programme.choices.first(where: { $0.word == step.name })
    {
      let name = try Name(assignment.value).text
      let names = kind.names(in: self)
      guard names.contains(name) else {
        throw Diagnostic(DefinitionProblem.unknownChoice(kind, name, names: names), at: assignment.value.span)
      }
      if kind.word == Ladder.declaration.kind { chosenLadder = name } else { chosenPoints = name }
      return
    }
    for kind in Programme.kinds where try kind.set(&self, assignment) { return }
    throw unknownObject(in: assignment.path)
  }

  func unknownObject(in path: [PathStep]) -> Diagnostic {
    Diagnostic(
      DefinitionProblem.unknownPath(path.first?.name ?? "", names: Programme.kinds.flatMap { $0.names(in: self) }),
      at: path.first?.span)
  }

  /// The rules that `name` stands for: `baseline` or a scenario.
  public func rules(of name: String) throws(Diagnostic) -> Rules {
    var programme = self
    if name != Scenario.baseline {
      guard let scenario = scenario(named: name) else {
        throw Diagnostic(DefinitionProblem.unknownParent(name, names: scenarios.map(\.name)))
      }
      programme = try applying(scenario)
    }
    let ladder = try programme.choice(Kind(\.ladders), chosen: programme.chosenLadder)
    let points = try programme.choice(Kind(\.points), chosen: programme.chosenPoints)
    var rules = Rules(
      scenario: name, ladder: ladder ?? .single, points: points, benefits: programme.benefits,
      assumptions: programme.assumptions)
    rules.coupons = programme.coupons
    rules.budgets = programme.budgets
    rules.goals = programme.goals
    rules.memberships = programme.memberships
    return rules
  }

  private func choice<Object: Declared>(
    _ kind: Kind<Object>, chosen: String?
  ) throws(Diagnostic) -> Object? {
    let objects = self[keyPath: kind.objects]
    if let chosen, let object = objects.first(where: { $0.name == chosen }) { return object }
    guard objects.count <= 1 else {
      throw Diagnostic(DefinitionProblem.ambiguousChoice(kind, names: objects.map(\.name)))
    }
    return objects.first
  }
}
