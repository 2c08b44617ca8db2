import Messages
import PlanLanguage
import Simulation

/// What `on` takes: metrics, separated by commas.
typealias MetricList = [MetricCall]

/// What `by` takes: splits, separated by commas.
typealias SplitList = [SplitName]

/// A split and where it was written.
struct SplitName: Phrased {
  let split: Split
  let span: SourceSpan?

  static var form: Message { Split.form }
  static var candidates: [String] { Split.candidates }

  static func == (one: SplitName, other: SplitName) -> Bool { one.split == other.split }
  func hash(into hasher: inout Hasher) { hasher.combine(split) }

  init(_ split: Split) {
    self.split = split
    span = nil
  }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    span = reader.here
    split = try Split(from: &reader)
  }

  func text(in notation: Notation) -> String { split.rawValue }
}
