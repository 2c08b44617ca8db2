import Messages
import PlanLanguage
public import Quantities

extension DayRange {
  /// A year, quarter or month by its name, `2026`, `2026-Q1`, `2026-03`; nil where it is none.
  public init?(period name: String) {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first.flatMap({ Int($0) }), (1900...2999).contains(year), parts.count <= 2 else {
      return nil
    }
    let found =
      parts.count == 1
      ? DayRange(year: year)
      : parts[1].hasPrefix("Q")
        ? Int(parts[1].dropFirst()).flatMap { DayRange(year: year, quarter: $0) }
        : Int(parts[1]).flatMap { DayRange(year: year, month: $0) }
    guard let found else { return nil }
    self = found
  }
}

/// A budget or goal whose name is no period.
struct PeriodProblem: Problem {
  let name: String
  /// The word that defines it.
  let kind: String

  var code: ErrorCode { .value }
  var message: Message {
    Message("\(spelled(name: name)) is no year, quarter or month", zh: "\(spelled(name: name)) 不是年、季或月")
  }
  var hint: Message? { suchAs(.choice(["\(kind) 2026", "\(kind) 2026-Q1", "\(kind) 2026-03"])) }
}
