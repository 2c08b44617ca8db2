public import Messages

/// The entries between the braces of a definition, as they were written.
public struct Block: Sendable {
  /// In the order written.
  public var entries: [Entry]
  /// From `{` to `}`.
  public let span: SourceSpan

  /// `span` is from `{` to `}`.
  public init(entries: [Entry], span: SourceSpan) {
    self.entries = entries
    self.span = span
  }
}

/// One entry: `path = value [during range]`, or a child such as `tier 金卡 { … }` or `cost 场地 = ¥8,000`.
public struct Entry: Sendable {
  /// What an entry may be.
  public enum Content: Sendable {
    case assignment(path: [PathStep], value: Phrase, during: Phrase?)
    case child(kind: String, name: Phrase?, value: Phrase?, block: Block?)
  }

  /// The field, or the child with its block.
  public var content: Content
  /// The whole entry.
  public let span: SourceSpan

  /// `span` is that of the whole entry.
  public init(_ content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

/// A step of a path: a name, or a name with names in brackets.
public struct PathStep: Sendable {
  /// As it was written.
  public let name: String
  /// What the name is of, in brackets after it.
  public let arguments: [String]
  /// The name and its arguments.
  public let span: SourceSpan

  /// `span` is that of the name and its arguments.
  public init(_ name: String, arguments: [String] = [], span: SourceSpan) {
    self.name = name
    self.arguments = arguments
    self.span = span
  }
}

/// Which kinds of children a block may hold, for telling where an entry ends; derived from the declarations.
public struct BlockShape: Sendable {
  /// By their keyword.
  public var children: [String: BlockShape]

  /// A block of these children; of fields only without any.
  public init(_ children: [String: BlockShape] = [:]) { self.children = children }
}
