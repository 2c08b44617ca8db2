public import Quantities

/// What can keep a plan from being made.
public enum PlanningProblem: Problem {
  /// With the days that members must have bought in, or the listed ids that nobody has.
  case emptyAudience(DayRange, unknown: [String])
  case unknownMargin

  public var code: ErrorCode {
    switch self {
    case .emptyAudience: .value
    case .unknownMargin: .noData
    }
  }

  public var message: Message {
    switch self {
    case .emptyAudience: "the audience is empty: nobody would be invited"
    case .unknownMargin: "no margin is known: the data have no cost column, and none is assumed"
    }
  }

  public var hint: Message? {
    switch self {
    case .emptyAudience(let days, let unknown):
      unknown.isEmpty
        ? "`top N by …` takes members with a purchase in \(days); a list file holds one member id a line"
        : "none of the listed ids is in the loaded data: " + unknown.prefix(3).joined(separator: ", ")
          + (unknown.count > 3 ? ", …" : "")
    case .unknownMargin: "such as: assume margin = 38%"
    }
  }
}
