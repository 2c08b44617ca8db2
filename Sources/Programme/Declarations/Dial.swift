public import Messages
public import PlanLanguage
public import Quantities

/// The number in a field that `sweep` and `solve` turn.
public struct Dial<Root>: Sendable {
  /// Where it stands; nil where the field is not set or holds no number.
  let number: @Sendable (Root) -> Number?
  let finestStep: Ratio
  let turn: @Sendable (inout Root, Number, SourceSpan) throws(Diagnostic) -> Void

  /// Nil where the values of the field have no number in them.
  init?<Value: Phrased>(
    get: @escaping @Sendable (Root) -> Value?, set: @escaping @Sendable (inout Root, Value) -> Void
  ) {
    guard let type = Value.self as? any Dialled.Type else { return nil }
    finestStep = type.finestStep
    number = { root in (get(root) as? any Dialled)?.dial }
    turn = { root, number, span throws(Diagnostic) in
      if let turned = try type.turnedValue(get(root), to: number, at: span) as? Value { set(&root, turned) }
    }
  }
}

extension Dialled {
  /// The same for a current value whose type is not known here.
  fileprivate static func turnedValue(_ current: Any?, to number: Number, at span: SourceSpan) throws(Diagnostic) -> Any
  {
    try turned(current as? Self, to: number, at: span)
  }
}

/// A dial that a path leads to, in a whole programme.
public struct ProgrammeDial: Sendable {
  /// Where in the programme it is.
  public let path: [PathStep]
  /// Where it stands now; nil where the field is not set.
  public let number: Number?
  /// In the unit that the number is written in.
  public let finestStep: Ratio
}

extension Declaration {
  /// The dial that `path` leads to from `root`.
  func dial(at path: ArraySlice<PathStep>, of root: Root, _ whole: [PathStep]) throws(Diagnostic) -> ProgrammeDial {
    guard let step = path.first else { throw Diagnostic(DefinitionProblem.noDial(""), at: whole.last?.span) }
    if path.count == 1 {
      guard let field = field(named: step.name) else { throw unknown(step, in: root) }
      guard let dial = field.dial(try field.key(in: step)) else {
        throw Diagnostic(DefinitionProblem.noDial(step.name), at: step.span)
      }
      return ProgrammeDial(path: whole, number: dial.number(root), finestStep: dial.finestStep)
    }
    for list in children {
      if let found = try list.dial(root, step.name, path.dropFirst(), whole) { return found }
    }
    throw unknown(step, in: root)
  }

  /// Turns the dial that `path` leads to.
  func turn(_ root: inout Root, at path: ArraySlice<PathStep>, to number: Number, _ span: SourceSpan) throws(Diagnostic)
  {
    guard let step = path.first else { return }
    if path.count == 1 {
      guard let field = field(named: step.name) else { throw unknown(step, in: root) }
      guard let dial = field.dial(try field.key(in: step)) else {
        throw Diagnostic(DefinitionProblem.noDial(step.name), at: step.span)
      }
      return try dial.turn(&root, number, span)
    }
    for list in children where try list.turn(&root, step.name, path.dropFirst(), number, span) { return }
    throw unknown(step, in: root)
  }
}

extension ObjectKind {
  /// The dial at `path`, whose first step names an object; nil where this kind has no such object.
  func dial(at path: [PathStep], in programme: Programme) throws(Diagnostic) -> ProgrammeDial? {
    guard let first = path.first, let object = programme[keyPath: objects].first(where: { $0.name == first.name })
    else { return nil }
    guard path.count > 1 else { throw Diagnostic(DefinitionProblem.objectPathNeedsField(first.name), at: first.span) }
    return try Object.declaration.dial(at: path.dropFirst(), of: object, path)
  }

  func turn(
    _ path: [PathStep], to number: Number, at span: SourceSpan, in programme: inout Programme
  ) throws(Diagnostic) -> Bool {
    guard let first = path.first,
      let index = programme[keyPath: objects].firstIndex(where: { $0.name == first.name })
    else { return false }
    try Object.declaration.turn(&programme[keyPath: objects][index], at: path.dropFirst(), to: number, span)
    return true
  }
}

extension Programme {
  /// The number that `path` leads to.
  public func dial(at path: [PathStep]) throws(Diagnostic) -> ProgrammeDial {
    for kind in Programme.kinds { if let dial = try kind.dial(at: path, in: self) { return dial } }
    throw unknownObject(in: path)
  }

  /// The programme with the number at `path` turned to `number`, checked whole.
  public func turned(_ path: [PathStep], to number: Number, at span: SourceSpan) throws(Diagnostic) -> Programme {
    try turned([Turn(path, to: number, at: span)])
  }

  /// The programme with every dial of `turns` turned, checked whole after the last: on the way it may contradict itself.
  public func turned(_ turns: [Turn]) throws(Diagnostic) -> Programme {
    var result = self
    for turn in turns {
      var isFound = false
      for kind in Programme.kinds where !isFound {
        isFound = try kind.turn(turn.path, to: turn.number, at: turn.span, in: &result)
      }
      guard isFound else { throw unknownObject(in: turn.path) }
    }
    for kind in Programme.kinds {
      guard let found = kind.inconsistency(in: result) else { continue }
      if let set = result.entryTierSet(found) { throw Diagnostic(set, at: turns.last?.span) }
      throw Diagnostic(found.problem, at: turns.last?.span)
    }
    return result
  }
}

/// A dial and the number that it is turned to.
public struct Turn: Sendable {
  /// Where in the programme the number is.
  public let path: [PathStep]
  /// What it is set to.
  public let number: Number
  /// Where that was asked for.
  public let span: SourceSpan

  /// Sets the number at `path` to `number`, as `span` asked.
  public init(_ path: [PathStep], to number: Number, at span: SourceSpan) {
    self.path = path
    self.number = number
    self.span = span
  }
}
