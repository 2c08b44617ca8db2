public import Messages

/// One statement as it was written: a verb, what follows it, and a block or a body where it has one.
public struct Statement: Sendable {
  /// Its first word.
  public let verb: String
  /// Where the verb stands.
  public let verbSpan: SourceSpan
  /// Everything between the verb and the block or body.
  public var phrase: Phrase
  /// What stands in `{` … `}` after it; nil where nothing does.
  public var block: Block?
  /// The statements of a `for` or an `if`.
  public var body: Body?
  /// Those after `else`.
  public var otherwise: Body?
  /// The whole statement.
  public let span: SourceSpan

  /// The parts in the order that they are written in.
  public init(
    verb: String, verbSpan: SourceSpan, phrase: Phrase, block: Block?, body: Body? = nil, otherwise: Body? = nil,
    span: SourceSpan
  ) {
    self.verb = verb
    self.verbSpan = verbSpan
    self.phrase = phrase
    self.block = block
    self.body = body
    self.otherwise = otherwise
    self.span = span
  }
}

/// The statements between braces, read whole before the first of them runs.
public struct Body: Sendable {
  /// In the order written.
  public let statements: [Statement]
  /// From `{` to `}`.
  public let span: SourceSpan

  init(_ statements: [Statement], span: SourceSpan) {
    self.statements = statements
    self.span = span
  }
}

/// What a parser must know of the vocabulary: which verbs take a block, and which children it may hold; which take a
/// body of statements.
public struct Vocabulary: Sendable {
  /// Verbs that take a block of definitions, with the children it may have.
  public var blocks: [String: BlockShape]
  /// Every verb, so that a block after an unknown one is no error of form.
  public var verbs: Set<String>
  /// Whether the beginning of a verb stands for it where it begins no other.
  public var allowsPrefixes = false
  /// Verbs by their names in other languages.
  public var aliases: [String: String] = [:]
  /// Verbs with a body of statements.
  public var bodies: Set<String>
  /// Those of them that may go on with `else`.
  public var alternatives: Set<String>

  /// The verbs by how they go on.
  public init(
    blocks: [String: BlockShape], verbs: Set<String> = [], bodies: Set<String> = [], alternatives: Set<String> = []
  ) {
    self.blocks = blocks
    self.verbs = verbs
    self.bodies = bodies
    self.alternatives = alternatives
  }

  /// The verb that `word` is, stands for, or is the beginning of; `word` itself where that is none or several.
  public func verb(meantBy word: String) -> String {
    if let verb = aliases[word] { return verb }
    guard allowsPrefixes, !verbs.contains(word) else { return word }
    let meant = verbs.filter { $0.hasPrefix(word) }
    return meant.count == 1 ? meant.first ?? word : word
  }
}
