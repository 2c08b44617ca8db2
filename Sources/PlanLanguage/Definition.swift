public import Messages

/// The entries between the braces of a definition, as they were written.
public struct Block: Sendable {
  public var entries: [Entry]
  public let span: SourceSpan

  public init(entries: [Entry], span: SourceSpan) {
    self.entries = entries
    self.span = span
  }
}

/// One entry: `path = value [during range]`, or a child such as `tier 金卡 { … }` or `cost 场地 = ¥8,000`.
public struct Entry: Sendable {
  public enum Content: Sendable {
    case assignment(path: [PathStep], value: Phrase, during: Phrase?)
    case child(kind: String, name: Phrase?, value: Phrase?, block: Block?)
  }

  public var content: Content
  public let span: SourceSpan

  public init(_ content: Content, span: SourceSpan) {
    self.content = content
    self.span = span
  }
}

/// A step of a path: a name, or a name with names in brackets.
public struct PathStep: Sendable {
  public let name: String
  public let arguments: [String]
  public let span: SourceSpan

  public init(_ name: String, arguments: [String] = [], span: SourceSpan) {
    self.name = name
    self.arguments = arguments
    self.span = span
  }
}

/// Which kinds of children a block may hold, for telling where an entry ends; derived from the declarations.
public struct BlockShape: Sendable {
  public var children: [String: BlockShape]

  public init(_ children: [String: BlockShape] = [:]) { self.children = children }
}
