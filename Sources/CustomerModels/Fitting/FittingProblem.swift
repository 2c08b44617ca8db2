internal import Messages

/// Why there is no fit.
enum FittingProblem: Problem {
  /// With how many members there are.
  case noRepeats(members: Int)
  case tooFewBaskets(Int)

  var code: ErrorCode { .noData }

  var message: Message {
    switch self {
    case .noRepeats(let members):
      Message(
        "no model can be fitted: none of \(members) members bought on two days", zh: "无法拟合模型：\(members) 名会员中没有人在两天购买过")
    case .tooFewBaskets(let count):
      Message(
        "no basket model can be fitted to \(count) repeat buyers: 10 are needed",
        zh: "复购会员只有 \(count) 名，至少需要 10 名才能拟合客单模型")
    }
  }

  var hint: Message? {
    switch self {
    case .noRepeats:
      Message("a later calibration day, or a longer file, sees more purchases", zh: "把校准日往后移，或载入更长的数据，就能看到更多购买")
    case .tooFewBaskets: nil
    }
  }
}
