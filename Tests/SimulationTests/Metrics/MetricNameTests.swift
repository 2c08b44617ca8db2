import Messages
import PlanLanguage
import Simulation
import Testing

@Suite struct MetricNameTests {
  @Test func `no name of a metric, in whatever language, stands for another one too, and all are bare words`() {
    var seen: Set<String> = []
    for metric in Metric.all {
      for name in [metric.name] + metric.aliases.flatMap(\.forms) {
        #expect(seen.insert(name).inserted, "\(name)")
        #expect(spelled(name: name) == name)
        #expect(Metric.named(name)?.name == metric.name)
      }
    }
  }

  @Test func `a title is the name with blanks, in Chinese what may be typed for it`() {
    for metric in Metric.all {
      #expect(metric.title.text(in: .english) == metric.name.replacing("_", with: " "))
      #expect(Metric.named(metric.title.text(in: .simplified))?.name == metric.name)
      #expect(Metric.named(metric.title.text(in: .traditional))?.name == metric.name)
    }
  }
}
