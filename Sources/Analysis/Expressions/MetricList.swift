public import Messages
public import PlanLanguage
public import Simulation

/// What `on` takes: metrics, separated by commas.
public typealias MetricList = [MetricCall]

/// What `by` takes: splits, separated by commas.
public typealias SplitList = [SplitName]

/// A split and where it was written.
public struct SplitName: Phrased {
  public let split: Split
  public let span: SourceSpan?

  public static var form: Message { Split.form }
  public static var candidates: [String] { Split.candidates }

  public static func == (one: SplitName, other: SplitName) -> Bool { one.split == other.split }
  public func hash(into hasher: inout Hasher) { hasher.combine(split) }

  public init(_ split: Split) {
    self.split = split
    span = nil
  }

  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    span = reader.here
    split = try Split(from: &reader)
  }

  public func text(in notation: Notation) -> String { split.rawValue }
}
