import Messages
import PlanLanguage
import Reporting

/// What `show quality` can be asked about alone.
enum QualityTopic: String, PhrasedChoice {
  case rows, suspicious, members, coverage
}

/// What one topic has to say.
struct QualitySection {
  var tables: [Table] = []
  var notes: [Message] = []

  static func + (one: QualitySection, other: QualitySection) -> QualitySection {
    QualitySection(tables: one.tables + other.tables, notes: one.notes + other.notes)
  }
}

/// How much of each list is shown: of `total`, the first `limit`.
struct ListLimit {
  let limit: Int

  /// `title: 5 of 312`, or the number alone where that is all.
  func title(_ title: Message, of total: Int) -> Message {
    let (all, shown) = (grouped(Int64(total)), grouped(Int64(limit)))
    return total > limit
      ? Message("\(title): \(shown) of \(all)", zh: "\(title)：\(all) 项中的 \(shown) 项")
      : Message("\(title): \(all)", zh: "\(title)：\(all)")
  }
}
