public import Messages
public import Quantities

/// Why nobody can be told to rise.
public enum PotentialProblem: Problem {
  case tooFew(Int, tier: String, over: DayRange)
  case tooShort(lead: Int, first: Day)

  public var code: ErrorCode { .noData }

  public var message: Message {
    switch self {
    case .tooFew(let count, let tier, let range):
      Message(
        "\(counted(count, "member")) came to \(tier) for the first time over \(range); "
          + "\(Potential.fewestNewcomers) are needed to tell how newcomers look, and as many others",
        zh: "\(range) 首次升到 \(tier) 的会员有 \(grouped(Int64(count))) 名；要看出新晋会员的样子，至少需要 "
          + "\(Potential.fewestNewcomers) 名，其他会员也要这么多")
    case .tooShort(let lead, let first):
      Message(
        "the data, from \(first), are too short for spans of \(counted(lead, "day"))",
        zh: "数据从 \(first) 开始，不够划出 \(grouped(Int64(lead))) 天的区间")
    }
  }

  public var hint: Message? {
    switch self {
    case .tooFew:
      Message(
        "`show ladder` has the thresholds; a lower top tier has more newcomers",
        zh: "`show ladder` 显示门槛；最高等级门槛低一些，新晋会员就多一些")
    case .tooShort: Message("a shorter lead needs less: lead 30d", zh: "较短的提前期需要的数据较少：lead 30d")
    }
  }
}
