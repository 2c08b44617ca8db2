public import Messages
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
    case .emptyAudience: Message("the audience is empty: nobody would be invited", zh: "受众是空的：一个人也邀请不到")
    case .unknownMargin:
      Message("no margin is known: the data have no cost column, and none is assumed", zh: "毛利未知：数据没有成本列，也没有设定假设")
    }
  }

  public var hint: Message? {
    switch self {
    case .emptyAudience(let days, let unknown):
      unknown.isEmpty
        ? Message(
          "`top N by …` takes members with a purchase in \(days); a list file holds one member id a line",
          zh: "`top N by …` 取 \(days) 内有购买的会员；名单文件每行一个会员编号")
        : PlanningProblem.nobodyKnown(among: unknown)
    case .unknownMargin: suchAs("assume margin = 38%")
    }
  }

  private static func nobodyKnown(among ids: [String]) -> Message {
    let shown = Message.list(ids.prefix(3) + (ids.count > 3 ? ["…"] : []))
    return Message("none of the listed ids is in the loaded data: \(shown)", zh: "名单中的编号都不在载入的数据里：\(shown)")
  }
}
