import Messages
import Simulation

/// What can be wrong with a comparison.
enum ComparisonProblem: Problem {
  /// A figure that cannot be split by the tier and by something else too.
  case splitTwice(String, by: Split)

  /// Of which sort it is.
  public var code: ErrorCode { .metric }

  /// What is wrong, in words.
  public var message: Message {
    switch self {
    case .splitTwice(let name, let split):
      Message(
        "\(name) cannot be split by tier and \(split.rawValue) at once",
        zh: "\(name) 不能同时按 tier 和 \(split.rawValue) 拆分")
    }
  }

  /// What to do about it; nil where nothing can be said.
  public var hint: Message? {
    switch self {
    case .splitTwice(_, let split):
      Message("it can be split by tier, \(split.rawValue) alone", zh: "可以只按 tier 或只按 \(split.rawValue) 拆分")
    }
  }
}
