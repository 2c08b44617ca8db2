public import Messages
public import PlanLanguage

/// An object of the programme that a definition creates.
public protocol Declared: Sendable, Equatable {
  static var declaration: Declaration<Self> { get }
  var name: String { get set }
  /// The object as an empty definition makes it: every field at its default.
  init(name: String)
}

extension Declared {
  /// Kind and name, `benefit 生日礼`.
  public var title: Message {
    if Self.declaration.isSingle { return Self.declaration.noun }
    return Message("\(Self.declaration.noun) \(name)", zh: "\(Self.declaration.noun) \(name)")
  }
}

/// Everything that is known about a kind of object, said once.
public struct Declaration<Root: Declared>: Sendable {
  /// The word that starts its definition.
  public let kind: String
  /// What people call such an object; the same word in English.
  public let noun: Message
  /// One line for help.
  public let summary: Message
  /// In the order that help and printing have them.
  public let fields: [Field<Root>]
  /// What its block may hold besides fields.
  public let children: [Children<Root>]
  /// The field that `= value` after a name sets, as in `cost 场地 = ¥8,000`; nil where it takes a block only.
  public let primary: String?
  /// Whether its names are years, quarters and months, written bare.
  let isNamedByPeriod: Bool
  /// Whether there is one at most, which has no name but the kind's.
  public let isSingle: Bool
  /// A whole definition, for help; it is valid as it stands.
  public let example: [String]
  /// The first contradiction within a whole object, or nil.
  let check: @Sendable (Root) -> Inconsistency?

  /// `kind` is the keyword; `check` looks at a whole one and answers what does not fit together.
  public init(
    _ kind: String, zh noun: Wording, _ summary: Message, fields: [Field<Root>], children: [Children<Root>] = [],
    primary: String? = nil, isNamedByPeriod: Bool = false, isSingle: Bool = false,
    example: String = "",
    check: @escaping @Sendable (Root) -> Inconsistency? = { _ in nil }
  ) {
    self.kind = kind
    self.noun = Message(Wording(stringLiteral: kind), zh: noun)
    self.summary = summary
    self.fields = fields
    self.children = children
    self.primary = primary
    self.isNamedByPeriod = isNamedByPeriod
    self.isSingle = isSingle
    self.example = example.isEmpty ? [] : example.split(separator: "\n").map(String.init)
    self.check = check
  }

  /// Where the block of such a definition may hold children.
  public var shape: BlockShape {
    BlockShape(Dictionary(uniqueKeysWithValues: children.map { ($0.kind, $0.shape) }))
  }
}

/// A contradiction within an object, and the path to what causes it, from the object's own fields and children down.
public struct Inconsistency: Sendable {
  /// What does not fit.
  public let problem: any Problem
  /// The fields to blame, from the outermost name on.
  public let path: [String]

  /// `path` leads to the field to blame; empty for the whole.
  public init(_ problem: some Problem, at path: [String]) {
    self.problem = problem
    self.path = path
  }
}

/// A list of children that an object's block may hold, such as a ladder's tiers.
public struct Children<Root>: Sendable {
  /// The keyword, such as `tier`.
  public let kind: String
  /// What messages call one.
  public let noun: Message
  /// One line for help.
  public let summary: Message
  /// Which children a child's own block may hold.
  public let shape: BlockShape
  let names: @Sendable (Root) -> [String]
  let define: @Sendable (inout Root, String, Phrase?, Block?, inout EntrySpans) throws(Diagnostic) -> Void
  /// False where there is no child of that name.
  let set: @Sendable (inout Root, String, ArraySlice<PathStep>, Phrase, Phrase?, Bool) throws(Diagnostic) -> Bool
  /// Nil where there is no child of that name.
  let dial: @Sendable (Root, String, ArraySlice<PathStep>, [PathStep]) throws(Diagnostic) -> ProgrammeDial?
  /// False where there is no child of that name.
  let turn: @Sendable (inout Root, String, ArraySlice<PathStep>, Number, SourceSpan) throws(Diagnostic) -> Bool
  let print: @Sendable (Root, Notation, Set<String>) -> [String]
  let paths: @Sendable (Root, Notation) -> [FieldPath]
  /// The fields that such a child's block takes, for completion and help.
  public let fields: [FieldSummary]
  /// Its own children, in the order that help lists them.
  public let children: [ChildSummary]
  /// The child's field that `= value` sets.
  public let primary: String?
  /// What such a child is named after, such as `tier`; nil where its name is free.
  public let namesake: String?

  /// With `firstIsBare` the first of them has nothing but its name, such as a ladder's entry tier.
  public init<Child: Declared>(
    _ path: any WritableKeyPath<Root, [Child]> & Sendable, _ summary: Message, named namesake: String? = nil,
    firstIsBare: Bool = false
  ) {
    let declaration = Child.declaration
    kind = declaration.kind
    noun = declaration.noun
    self.summary = summary
    self.namesake = namesake
    shape = declaration.shape
    fields = declaration.fieldSummaries
    children = declaration.children.flatMap { $0.summaries(within: declaration.kind) }
    primary = declaration.primary
    names = { $0[keyPath: path].map(\.name) }
    define = { root, name, value, block, spans throws(Diagnostic) in
      root[keyPath: path].append(try Child(defining: name, as: value, by: block, spans: &spans))
    }
    set = { root, name, steps, value, during, turning throws(Diagnostic) in
      guard let index = root[keyPath: path].firstIndex(where: { $0.name == name }) else { return false }
      try Child.declaration.set(&root[keyPath: path][index], at: steps, to: value, during: during, turning: turning)
      return true
    }
    dial = { root, name, steps, whole throws(Diagnostic) in
      guard let child = root[keyPath: path].first(where: { $0.name == name }) else { return nil }
      return try Child.declaration.dial(at: steps, of: child, whole)
    }
    turn = { root, name, steps, number, span throws(Diagnostic) in
      guard let index = root[keyPath: path].firstIndex(where: { $0.name == name }) else { return false }
      try Child.declaration.turn(&root[keyPath: path][index], at: steps, to: number, span)
      return true
    }
    print = { root, notation, kinds in
      root[keyPath: path].flatMap { Child.declaration.print($0, in: notation, isChild: true, beside: kinds) }
    }
    paths = { root, notation in
      root[keyPath: path].dropFirst(firstIsBare ? 1 : 0).flatMap { child in
        Child.declaration.paths(of: child, in: notation, isChild: true).map { $0.under(child.name) }
      }
    }
  }
}

/// A field as help and completion see it.
public struct FieldSummary: Sendable {
  /// The word that it is written with.
  public let name: String
  /// One line for help.
  public let summary: Message
  /// What may be written there.
  public let form: Message
  /// Whether it may take other values on some days.
  public let isScheduled: Bool
  /// What it is named after and told by, such as `metric`; nil where it is told by itself.
  public let namesake: String?
  /// What holds where nothing is written; nil where nothing does.
  public let standard: String?
  /// A word on what Tab offers for the value.
  public let notes: [String: Message]
  /// What may stand behind the beginning of a value.
  public let continuation: @Sendable (Phrase) -> Continuation
}

extension Field {
  /// As help and completion see it.
  public func described(standard: String? = nil) -> FieldSummary {
    FieldSummary(
      name: name, summary: summary, form: form, isScheduled: isScheduled, namesake: namesake, standard: standard,
      notes: notes,
      continuation: continuation)
  }
}

extension Declaration {
  var fieldSummaries: [FieldSummary] {
    let blank = Root(name: "")
    return fields.map { $0.described(standard: $0.entries(blank, Notation()).first?.value) }
  }
}
