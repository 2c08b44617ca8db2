public import Messages
public import PlanLanguage
public import Simulation

/// What `on` takes: metrics, separated by commas.
public typealias MetricList = [MetricCall]

/// What `by` takes: splits, separated by commas.
public typealias SplitList = [SplitName]

/// A split and where it was written.
public struct SplitName: Phrased {
  /// What rows are split by.
  public let split: Split
  /// Where it was written; nil where nobody wrote it.
  public let span: SourceSpan?

  /// What may be written, in words, for help and errors.
  public static var form: Message { Split.form }
  /// What Tab offers.
  public static var candidates: [String] { Split.candidates }

  /// Equal where they read the same.
  public static func == (one: SplitName, other: SplitName) -> Bool { one.split == other.split }
  /// Hashes what equality compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(split) }

  /// A split that nobody typed.
  public init(_ split: Split) {
    self.split = split
    span = nil
  }

  /// Reads it where the reader stands.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    span = reader.here
    split = try Split(from: &reader)
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { split.rawValue }
}
