public import Messages

/// What can keep accounts from being drawn up.
public enum AccountsProblem: Problem {
  case tooManyMonths(Int, limit: Int)
  case noPoints
  /// The policy of that name says neither what a point costs nor what it buys.
  case noPrice(String)
  /// It does not say what a point buys.
  case noValue(String)

  public var code: ErrorCode {
    switch self {
    case .tooManyMonths: .limit
    case .noPoints, .noPrice, .noValue: .missing
    }
  }

  public var message: Message {
    switch self {
    case .tooManyMonths(let months, let limit):
      Message(
        "the data span \(grouped(Int64(months))) months; accounts are kept for at most \(grouped(Int64(limit)))",
        zh: "数据跨 \(grouped(Int64(months))) 个月；账目最多覆盖 \(grouped(Int64(limit))) 个月")
    case .noPoints: Message("without a points policy there is nothing to account for", zh: "没有积分政策，就没有可记的账")
    case .noPrice(let name):
      Message(
        "points policy \(name) says neither what a point costs nor what it buys",
        zh: "积分政策 \(name) 既没有说明一积分的成本，也没有说明一积分可抵多少钱")
    case .noValue(let name):
      Message(
        "points policy \(name) does not say what a point buys, so no revenue can be deferred",
        zh: "积分政策 \(name) 没有说明一积分可抵多少钱，所以无法递延收入")
    }
  }

  public var hint: Message? {
    switch self {
    case .tooManyMonths:
      Message("`show quality` lists stray dates", zh: "`show quality` 列出异常日期")
    case .noPoints: suchAs("points 基础 { earn = 1pt per 1, value = 0.01 per pt }")
    case .noValue: suchAs("value = 0.01 per pt")
    case .noPrice: suchAs("value = 0.01 per pt, cost = 0.008 per pt")
    }
  }
}
