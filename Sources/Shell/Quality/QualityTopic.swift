import Quantities
import Reporting

/// What `show quality` can be asked about alone.
enum QualityTopic: String, PhrasedChoice {
  case rows, suspicious, members, coverage
}

/// What one topic has to say.
struct QualitySection {
  var tables: [Table] = []
  var notes: [String] = []

  static func + (one: QualitySection, other: QualitySection) -> QualitySection {
    QualitySection(tables: one.tables + other.tables, notes: one.notes + other.notes)
  }
}

/// How much of each list is shown: of `total`, the first `limit`.
struct ListLimit {
  let limit: Int

  /// `title: 5 of 312`, or the number alone where that is all.
  func title(_ title: String, of total: Int) -> String {
    let all = grouped(Int64(total))
    return title + ": " + (total > limit ? "\(grouped(Int64(limit))) of \(all)" : all)
  }
}
