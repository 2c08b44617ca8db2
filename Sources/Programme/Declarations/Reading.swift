public import Messages
public import PlanLanguage

/// Where the parts of a definition were written, by path, so that a contradiction found later can point at its cause.
public struct EntrySpans: Sendable {
  private var spans: [[String]: SourceSpan] = [:]
  private var prefix: [String] = []

  init() {}

  mutating func note(_ name: String, at span: SourceSpan) { spans[prefix + [name]] = span }

  mutating func within<Result>(
    _ name: String, _ body: (inout EntrySpans) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    prefix.append(name)
    defer { prefix.removeLast() }
    return try body(&self)
  }

  /// The place of the longest beginning of `path` that was written.
  public func span(of path: [String]) -> SourceSpan? {
    var path = path
    while !path.isEmpty {
      if let span = spans[path] { return span }
      path.removeLast()
    }
    return nil
  }
}

extension Declared {
  /// The object that a definition's block describes, or its `= value` says, checked as a whole.
  public init(defining name: Phrase, as value: Phrase? = nil, by block: Block?) throws(Diagnostic) {
    var spans = EntrySpans()
    let declaration = Self.declaration
    let text =
      declaration.isNamedByPeriod
      ? try Name(name).text : try definedName(name, reserved: Set(declaration.children.map(\.kind)))
    self = try Self(defining: text, as: value, by: block, spans: &spans)
    try Self.declaration.validate(self, spans: spans, at: name.span)
  }

  /// `value` is what `= value` behind the name says of its primary field.
  init(
    defining name: String, as value: Phrase? = nil, by block: Block?, spans: inout EntrySpans
  ) throws(Diagnostic) {
    self.init(name: name)
    if let value { try Self.declaration.set(&self, at: [], to: value, during: nil) }
    for entry in block?.entries ?? [] { try Self.declaration.read(entry, into: &self, spans: &spans) }
  }
}

/// The name that a definition gives: bare where it is no word of the language and no number, else in quotes.
public func definedName(_ phrase: Phrase, reserved: Set<String> = []) throws(Diagnostic) -> String {
  guard phrase.tokens.count == 1, let token = phrase.tokens.first else { return try Name(phrase).text }
  switch token.kind {
  case .word(let word) where clauseWords.contains(word) || reserved.contains(word):
    throw Diagnostic(DefinitionProblem.needsQuotes(word), at: token.span)
  case .number, .month, .quarter: throw Diagnostic(DefinitionProblem.needsQuotes(token.span.text), at: token.span)
  case .word, .text, .day, .monthDay, .time, .reference, .mark, .newline: return try Name(phrase).text
  }
}

extension Declaration {
  func validate(_ root: Root, spans: EntrySpans, at place: SourceSpan) throws(Diagnostic) {
    guard let found = check(root) else { return }
    throw Diagnostic(found.problem, at: spans.span(of: found.path) ?? place)
  }

  func read(_ entry: Entry, into root: inout Root, spans: inout EntrySpans) throws(Diagnostic) {
    switch entry.content {
    case .assignment(let path, let value, let during):
      let name = path.map(\.label).joined(separator: ".")
      if during == nil, path.count == 1, spans.hasEntry(name) {
        throw Diagnostic(DefinitionProblem.givenTwice(field: name), at: entry.span)
      }
      try set(&root, at: path[...], to: value, during: during)
      spans.note(name, at: value.span)
    case .child(let kind, let name, let value, let block):
      guard let list = children.first(where: { $0.kind == kind }) else {
        throw Diagnostic(
          DefinitionProblem.noSuchField(kind, of: noun, names: fields.map(\.name) + children.map(\.kind)),
          at: entry.span)
      }
      guard let name else { throw Diagnostic(DefinitionProblem.childWithoutName(kind: list.noun), at: entry.span) }
      if let value, list.primary == nil {
        throw Diagnostic(DefinitionProblem.childTakesBlock(kind: list.noun), at: value.span)
      }
      let text = try definedName(name, reserved: Set(children.map(\.kind)))
      guard !fields.contains(where: { $0.name == text }), !children.contains(where: { $0.names(root).contains(text) })
      else { throw Diagnostic(DefinitionProblem.childNameTaken(text, in: noun), at: name.span) }
      spans.note(text, at: value?.span ?? name.span)
      try spans.within(text) { spans throws(Diagnostic) in try list.define(&root, text, value, block, &spans) }
    }
  }

  /// Sets the field that `path` leads to from `root`; the end of the path is the primary field.
  func set(
    _ root: inout Root, at path: ArraySlice<PathStep>, to value: Phrase, during: Phrase?, turning: Bool = false
  ) throws(Diagnostic) {
    guard let step = path.first else {
      if let field = fields.first(where: { $0.name == primary }) {
        try field.set(&root, at: nil, to: value, during: during, turning: turning)
      }
      return
    }
    if path.count == 1, let field = field(named: step.name) {
      return try field.set(&root, at: step, to: value, during: during, turning: turning)
    }
    for list in children where path.count > 1 || list.primary != nil {
      guard try list.set(&root, step.name, path.dropFirst(), value, during, turning) else { continue }
      return
    }
    throw unknown(step, in: root)
  }

  func has(_ field: String) -> Bool { self.field(named: field) != nil }

  func field(named name: String) -> Field<Root>? {
    fields.first { $0.name == name } ?? fields.first { $0.aliases.contains(name) }
  }

  func unknown(_ step: PathStep, in root: Root) -> Diagnostic {
    if let list = children.first(where: { $0.names(root).contains(step.name) }), let field = list.fields.first {
      let example = "\(spelled(name: step.name)).\(field.name)"
      return Diagnostic(
        DefinitionProblem.childNeedsField(step.name, kind: list.noun, example: example), at: step.span)
    }
    let names = fields.map(\.name) + children.flatMap { $0.names(root) } + children.map(\.kind)
    return Diagnostic(DefinitionProblem.noSuchField(step.name, of: noun, names: names), at: step.span)
  }
}

extension EntrySpans {
  fileprivate func hasEntry(_ name: String) -> Bool { spans[prefix + [name]] != nil }
}
