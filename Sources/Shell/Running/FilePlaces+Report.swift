import Analysis
import Reporting

extension FilePlaces {
  /// A report whose words name files as the person does.
  func relative(_ report: Report) -> Report {
    guard folder != nil else { return report }
    var copy = report
    copy.title = relative(report.title)
    copy.notes = report.notes.map(relative)
    return copy
  }
}
