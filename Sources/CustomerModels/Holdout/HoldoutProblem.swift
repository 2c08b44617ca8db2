internal import Messages
internal import Quantities

/// Why there is nothing to compare with.
enum HoldoutProblem: Problem {
  case noDays(calibration: Day, last: Day)

  var code: ErrorCode { .range }

  var message: Message {
    switch self {
    case .noDays(let calibration, let last):
      Message(
        "no days are left to compare with: the calibration ends on \(calibration), the data on \(last)",
        zh: "没有可供对照的日子：校准到 \(calibration)，数据到 \(last)")
    }
  }

  var hint: Message? { Message("calibrate to an earlier day", zh: "请校准到更早的日子") }
}
