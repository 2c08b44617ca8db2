public import Quantities

/// What can keep a plan from being made.
public enum PlanningProblem: Problem {
  case emptyAudience(DayRange)
  case unknownMargin

  public var code: ErrorCode {
    switch self {
    case .emptyAudience: .value
    case .unknownMargin: .noData
    }
  }

  public var message: String {
    switch self {
    case .emptyAudience: "the audience is empty: nobody would be invited"
    case .unknownMargin: "no margin is known: the data have no cost column, and none is assumed"
    }
  }

  public var hint: String? {
    switch self {
    case .emptyAudience(let days):
      "`top N by …` takes members with a purchase in \(days); a list file names ids of the loaded data"
    case .unknownMargin: "such as: assume margin = 38%"
    }
  }
}
