import Analysis
import Messages
public import PlanLanguage
public import Reporting
import Simulation

/// What `chart` draws: the last result, a table of it, a metric, or how members spread over a measure.
enum ChartSubject: Phrased {
  case named(MetricCall)
  case histogram(Placed<MemberMeasure>)

  static var form: Message {
    Message(
      "_, a table of the last result, a metric, or histogram of spend",
      zh: "_、上一个结果中的表、指标，或 histogram of spend")
  }

  init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "histogram") {
      try reader.expect(word: "of")
      self = .histogram(try Placed(from: &reader))
    } else {
      self = .named(try MetricCall(from: &reader))
    }
  }

  func text(in notation: Notation) -> String {
    switch self {
    case .named(let call): call.text
    case .histogram(let measure): "histogram of \(measure.text(in: notation))"
    }
  }
}

extension Plot.Kind: PhrasedChoice {}
