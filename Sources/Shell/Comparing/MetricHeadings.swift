import Quantities
import Reporting
import Simulation

extension MetricCall {
  /// As it was typed; people read what its metric is called, with the names asked for.
  var heading: Heading {
    let arguments = text.dropFirst(name.count)
    let english = text.replacing("_", with: " ")
    guard let metric = Metric.named(name), text.hasPrefix(name) else {
      return Heading(text, Message(verbatim: english))
    }
    return Heading(text, Message("\(english)", zh: "\(metric.title)\(arguments)"))
  }
}

extension Split {
  /// Stands over what figures are split by.
  var heading: Heading {
    switch self {
    case .tier: .tier
    case .store: .store
    case .month: .month
    case .category: Heading("category", Message("category", zh: "品类"))
    case .channel: Heading("channel", Message("channel", zh: "渠道"))
    }
  }
}
