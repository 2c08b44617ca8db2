public import Quantities

/// One statement as it was written: a verb, what follows it, and a block where it has one.
public struct Statement: Sendable {
  public let verb: String
  public let verbSpan: Span
  /// Everything between the verb and the block.
  public var phrase: Phrase
  public var block: Block?
  public let span: Span

  public init(verb: String, verbSpan: Span, phrase: Phrase, block: Block?, span: Span) {
    self.verb = verb
    self.verbSpan = verbSpan
    self.phrase = phrase
    self.block = block
    self.span = span
  }
}

/// What a parser must know of the vocabulary: which verbs take a block, and which children it may hold.
public struct Vocabulary: Sendable {
  public var blocks: [String: BlockShape]
  /// Every verb, so that a block after an unknown one is no error of form.
  public var verbs: Set<String>
  /// Whether the beginning of a verb stands for it where it begins no other.
  public var allowsPrefixes = false

  public init(blocks: [String: BlockShape], verbs: Set<String> = []) {
    self.blocks = blocks
    self.verbs = verbs
  }

  /// The verb that `word` is, or is the beginning of; `word` itself where that is none or several.
  public func verb(meantBy word: String) -> String {
    guard allowsPrefixes, !verbs.contains(word) else { return word }
    let meant = verbs.filter { $0.hasPrefix(word) }
    return meant.count == 1 ? meant.first ?? word : word
  }
}
