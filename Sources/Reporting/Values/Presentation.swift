public import Quantities

/// How results are to look, as the session's settings say.
public struct Presentation: Sendable, Equatable {
  public var currency: Currency?
  public var format: OutputFormat
  /// Nil where the terminal decides.
  public var glyphs: GlyphSet?
  /// What shows results that are longer than the screen.
  public var pager: PagerChoice

  public init(
    currency: Currency? = nil, format: OutputFormat = .table, glyphs: GlyphSet? = nil, pager: PagerChoice = .off
  ) {
    self.currency = currency
    self.format = format
    self.glyphs = glyphs
    self.pager = pager
  }
}

/// What results are written as.
public enum OutputFormat: String, Sendable, CaseIterable {
  case table, json, csv, markdown

  /// Whether programs read it, so that nothing but results may stand among them.
  public var isForPrograms: Bool {
    switch self {
    case .json, .csv: true
    case .table, .markdown: false
    }
  }
}

/// Which program shows a page at a time.
public enum PagerChoice: Sendable, Hashable {
  case off
  /// The environment's, else the one that is mostly there.
  case standard
  case command(String)
}

/// What rules, bars and charts are drawn with.
public enum GlyphSet: String, Sendable, CaseIterable {
  /// Block characters, in eighths.
  case blocks
  case ascii

  /// The rule under a table's titles.
  var rule: Character { self == .blocks ? "─" : "-" }
}
