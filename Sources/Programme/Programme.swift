public import Messages
public import PlanLanguage

/// Everything that has been defined, as plain values.
public struct Programme: Sendable, Equatable {
  /// What tiers there are and what they ask for. These and all below stand in the order in which they were defined.
  public var ladders: [Ladder] = []
  /// How points are earned, spent and lost.
  public var points: [PointsPolicy] = []
  /// Invitations, with their costs and their funnel.
  public var events: [Event] = []
  /// What members of a tier are given, and what it costs.
  public var benefits: [Benefit] = []
  /// What is handed out and redeemed by some.
  public var coupons: [Coupon] = []
  /// What benefits and points may cost.
  public var budgets: [Budget] = []
  /// What metrics are to reach.
  public var goals: [Goal] = []
  /// What members pay for by the month, quarter or year.
  public var memberships: [Membership] = []
  /// Days that move from year to year.
  public var holidays: [Holiday] = []
  /// Members by several measures at once, each with its weight.
  public var scores: [Score] = []
  /// Conditions with a name that several members may carry at once.
  public var tags: [Tag] = []
  /// Groups of members by a condition.
  public var segments: [Segment] = []
  /// Where recency, frequency and spend are cut.
  public var rfm: [RFMCuts] = []
  /// Where the stages of the life cycle begin.
  public var lifecycles: [LifecycleCuts] = []
  /// How large the platinum, gold and iron levels of the pyramid are.
  public var pyramids: [PyramidCuts] = []
  /// Layers of members by rules of recency, frequency and basket.
  public var layers: [LayerRules] = []
  /// Differences from the programme, each over its parent.
  public var scenarios: [Scenario] = []
  /// What is taken to be true and cannot be read from the data.
  public var assumptions: [Assumption] = []
  /// Which ladder and points policy are in force, by name; needed only where there are several.
  public var chosenLadder: String?
  /// The points policy that `use` chose; nil where none was chosen.
  public var chosenPoints: String?

  /// A programme without anything defined.
  public init() {}

  /// Every kind of object that a definition creates, those that others name before them. A new kind is one line here.
  public static let kinds: [any ObjectKind] = [
    Kind(\.ladders), Kind(\.points), Kind(\.benefits), Kind(\.coupons), Kind(\.budgets), Kind(\.goals),
    Kind(\.memberships), Kind(\.holidays), Kind(\.scores), Kind(\.tags), Kind(\.segments), Kind(\.rfm),
    Kind(\.lifecycles), Kind(\.pyramids), Kind(\.layers), Kind(\.events),
  ]
  /// Those of which a scenario has one in force.
  static let choices: [any ObjectKind] = [Kind(\.ladders), Kind(\.points)]
}

/// A kind of object and where its objects live.
public protocol ObjectKind: Sendable {
  associatedtype Object: Declared
  var objects: any WritableKeyPath<Programme, [Object]> & Sendable { get }
}

struct Kind<Object: Declared>: ObjectKind {
  let objects: any WritableKeyPath<Programme, [Object]> & Sendable

  init(_ objects: any WritableKeyPath<Programme, [Object]> & Sendable) { self.objects = objects }
}

extension ObjectKind {
  /// The keyword, such as `ladder`.
  public var word: String { Object.declaration.kind }
  /// What people call such an object.
  public var noun: Message { Object.declaration.noun }
  /// One line for help.
  public var summary: Message { Object.declaration.summary }
  /// Whether there is one at most, which has no name but the kind's.
  public var isSingle: Bool { Object.declaration.isSingle }
  /// The name as a definition says it.
  public func spelled(_ name: String) -> String {
    Object.declaration.isNamedByPeriod ? name : PlanLanguage.spelled(name: name)
  }
  /// Whether its names are years, quarters and months, which other such kinds may have too.
  var isNamedByPeriod: Bool { Object.declaration.isNamedByPeriod }
  /// A block that can be typed as it stands.
  public var example: [String] { Object.declaration.example }
  /// The field that `= value` behind the name sets, where it may be written so for short.
  public var primary: FieldSummary? {
    Object.declaration.fieldSummaries.first { $0.name == Object.declaration.primary }
  }
  /// Which children its block may hold.
  public var shape: BlockShape { Object.declaration.shape }
  /// Its fields, in the order that help lists them.
  public var fields: [FieldSummary] { Object.declaration.fieldSummaries }
  /// Its children, in the order that help lists them.
  public var children: [ChildSummary] {
    Object.declaration.children.flatMap { $0.summaries(within: nil) }
  }

  /// Names of those defined in `programme`.
  public func names(in programme: Programme) -> [String] { programme[keyPath: objects].map(\.name) }

  /// Reads a definition and puts its object in, in place of one of the same name.
  /// - Returns: whether there was one.
  /// `value` is what `= value` behind the name says of the primary field.
  public func define(
    _ name: Phrase, as value: Phrase? = nil, by block: Block?, in programme: inout Programme
  ) throws(Diagnostic) -> Bool {
    let object = try Object(defining: name, as: value, by: block)
    if let taken = programme.kind(ofObject: object.name, besides: isNamedByPeriod), taken.word != word {
      throw Diagnostic(DefinitionProblem.nameTaken(object.name, by: taken.noun), at: name.span)
    }
    if let index = programme[keyPath: objects].firstIndex(where: { $0.name == object.name }) {
      programme[keyPath: objects][index] = object
      return true
    }
    programme[keyPath: objects].append(object)
    return false
  }

  /// The canonical text of the object called `name`; nil where there is none.
  public func text(of name: String, in programme: Programme, _ notation: Notation) -> [String]? {
    programme[keyPath: objects].first { $0.name == name }.map { Object.declaration.print($0, in: notation) }
  }

  /// Every path that a scenario can set.
  public func paths(in programme: Programme, _ notation: Notation) -> [FieldPath] {
    programme[keyPath: objects].flatMap { object in
      Object.declaration.paths(of: object, in: notation).map { $0.under(object.name) }
    }
  }

  /// Sets a field of the object called by the path's first step; false where this kind has no such object.
  func set(
    _ programme: inout Programme, _ assignment: Assignment
  ) throws(Diagnostic) -> Bool {
    guard let first = assignment.path.first,
      let index = programme[keyPath: objects].firstIndex(where: { $0.name == first.name })
    else { return false }
    guard assignment.path.count > 1 else {
      throw Diagnostic(DefinitionProblem.objectPathNeedsField(first.name), at: first.span)
    }
    if isNamedByPeriod, leaves(assignment.path[1].name, of: first.name, in: programme) { return false }
    try Object.declaration.set(
      &programme[keyPath: objects][index], at: assignment.path.dropFirst(), to: assignment.value,
      during: assignment.during, turning: true)
    return true
  }

  /// Whether `field` of the period `name` is one of another kind that has it too.
  private func leaves(_ field: String, of name: String, in programme: Programme) -> Bool {
    !Object.declaration.has(field)
      && Programme.kinds.contains { $0.word != word && $0.isNamedByPeriod && $0.names(in: programme).contains(name) }
  }

  /// The first contradiction in any object, with the object's name before its path.
  func inconsistency(in programme: Programme) -> Inconsistency? {
    for object in programme[keyPath: objects] {
      if let found = Object.declaration.check(object) {
        return Inconsistency(found.problem, under: object.name, at: found.path)
      }
    }
    return nil
  }
}

extension Inconsistency {
  init(_ problem: any Problem, under name: String, at path: [String]) {
    self.problem = problem
    self.path = [name] + path
  }
}

extension Children {
  /// This kind of child, and those that its own block may hold; `owner` is in whose block it stands, nil where that is
  /// the object's.
  func summaries(within owner: String?) -> [ChildSummary] {
    [
      ChildSummary(
        kind: kind, owner: owner, noun: noun, summary: summary, fields: fields, primary: primary, namesake: namesake)
    ] + children
  }
}

/// A kind of child, as help and completion see it.
public struct ChildSummary: Sendable {
  /// The keyword, such as `tier`.
  public let kind: String
  /// The kind of child in whose block it stands; nil where it stands in the object's own.
  public let owner: String?
  /// What messages call one.
  public let noun: Message
  /// One line for help.
  public let summary: Message
  /// Its fields, in the order that help lists them.
  public let fields: [FieldSummary]
  /// The field that `= value` sets, where it is written so for short.
  public let primary: String?
  /// What such a child is named after, such as `tier`; nil where its name is free.
  public let namesake: String?

  /// Whether its value may stand right after its name.
  public var takesValue: Bool { primary != nil }
}

extension Programme {
  /// What kind of thing is called `name`: the word that defines it, and what people call it.
  /// With `besides` among kinds alone that are not named by periods.
  public func kind(ofObject name: String, besides periods: Bool = false) -> (word: String, noun: Message)? {
    if scenarios.contains(where: { $0.name == name }) { return ("scenario", Scenario.noun) }
    return Programme.kinds.first { !(periods && $0.isNamedByPeriod) && $0.names(in: self).contains(name) }
      .map { ($0.word, $0.noun) }
  }

  /// Every path below it that leads to a field.
  public func paths(_ notation: Notation) -> [FieldPath] {
    Programme.kinds.flatMap { $0.paths(in: self, notation) }
  }
}

extension Programme {
  /// A tier that the object called `owner` names and that no ladder has; nil where all are there, or no ladder is yet.
  public func strayTier(in owner: String) -> (any Problem)? {
    let known = ladders.flatMap(\.tiers).map(\.name)
    guard !known.isEmpty else { return nil }
    guard let stray = tiersNamed(by: owner).first(where: { !known.contains($0) }) else { return nil }
    return DefinitionProblem.tierOfNoLadder(stray, in: Message(verbatim: owner), names: known)
  }

  private func tiersNamed(by owner: String) -> [String] {
    if let policy = points.first(where: { $0.name == owner }) {
      return policy.tiers.map(\.name) + policy.rewards.compactMap(\.tier?.text)
    }
    if let benefit = benefits.first(where: { $0.name == owner }) { return benefit.tiers?.names ?? [] }
    if let coupon = coupons.first(where: { $0.name == owner }) { return coupon.tiers?.names ?? [] }
    return goals.first { $0.name == owner }?.targets.compactMap(\.tier) ?? []
  }
}
