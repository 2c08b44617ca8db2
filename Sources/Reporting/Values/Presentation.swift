public import Quantities

/// How results are to look, as the session's settings say.
public struct Presentation: Sendable, Equatable {
  public var currency: Currency?
  public var format: OutputFormat
  /// Nil where the terminal decides.
  public var ink: Ink?

  public init(currency: Currency? = nil, format: OutputFormat = .table, ink: Ink? = nil) {
    self.currency = currency
    self.format = format
    self.ink = ink
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

/// What rules, bars and charts are drawn with.
public enum Ink: String, Sendable, CaseIterable {
  /// Block characters, in eighths.
  case blocks
  case ascii

  /// The rule under a table's titles.
  var rule: Character { self == .blocks ? "─" : "-" }
}
